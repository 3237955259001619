import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { messageOf, UserError } from '../base/errors.ts'
import { said } from '../base/said.ts'
import { type Bundle, openBundle } from './bundle.ts'
import type { Architecture, Release } from './inputs.ts'

/** The part of the runner's tool cache that is used here. */
export interface ToolCache {
  find(tool: string, version: string, architecture: string): string
  downloadTool(url: string): Promise<string>
  extractTar(file: string): Promise<string>
  cacheDir(folder: string, tool: string, version: string, architecture: string): Promise<string>
}

const TOOL = 'podman-static'

/** Fetches a pinned release into the tool cache, unless exactly these bytes are there already. */
export async function installPodman(
  release: Release,
  architecture: Architecture,
  tools: ToolCache,
): Promise<Bundle> {
  const version = cacheVersion(release)
  const cached = tools.find(TOOL, version, architecture)
  if (cached !== '') return openBundle(cached)
  const archive = await download(release, tools)
  try {
    await verify(archive, release)
    const folder = await extract(archive, release, tools)
    await openBundle(folder)
    await dropFuse(folder)
    return await openBundle(await tools.cacheDir(folder, TOOL, version, architecture))
  } finally {
    await rm(archive, { force: true })
  }
}

/** The cache knows semantic versions only; the checksum as a prerelease names the content, whatever its address was. */
function cacheVersion({ sha256 }: Release): string {
  return `0.0.0-sha256.x${sha256}`
}

async function download({ url }: Release, tools: ToolCache): Promise<string> {
  return tools.downloadTool(url).catch((cause: unknown) => {
    throw new UserError(
      'IMG2012',
      `podman could not be downloaded from ${withoutQuery(url)}: ${said(messageOf(cause))}.`,
      {
        hint: 'Check the address and that the runner may reach it, or set "mirror".',
        cause,
      },
    )
  })
}

async function verify(archive: string, { url, sha256 }: Release): Promise<void> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(archive), hash)
  const actual = hash.digest('hex')
  if (actual === sha256) return
  throw new UserError(
    'IMG2013',
    `${withoutQuery(url)} has the SHA-256 ${actual}, not ${sha256}; nothing was installed.`,
    {
      hint: 'Find out why before you change the checksum: the file is damaged, or is not the release that you pinned.',
    },
  )
}

async function extract(archive: string, { url }: Release, tools: ToolCache): Promise<string> {
  return tools.extractTar(archive).catch((cause: unknown) => {
    throw new UserError('IMG2014', `${withoutQuery(url)} is not a gzipped tar archive.`, {
      hint: 'Pin the archive podman-linux-<architecture>.tar.gz of a podman-static release.',
      cause,
    })
  })
}

/** podman takes fuse-overlayfs wherever it finds it beside itself, and that one damaged images. */
async function dropFuse(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const fuse = entries.filter((entry) => entry.name === 'fuse-overlayfs')
  await Promise.all(fuse.map((entry) => rm(join(entry.parentPath, entry.name), { recursive: true })))
}

/** A signed address carries its secret there. */
function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname}`
}
