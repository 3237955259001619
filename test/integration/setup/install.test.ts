import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { ToolCache } from '../../../actions/setup/install.ts'
import { installPodman } from '../../../actions/setup/install.ts'
import {
  LAYOUT,
  makeRelease,
  podmanScript,
  type ReleaseServer,
  serveRelease,
  toolCacheIn,
} from './release.ts'

let folder: string
let tools: ToolCache
let release: Awaited<ReturnType<typeof makeRelease>>
let server: ReleaseServer

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'setup-install-'))
  tools = await toolCacheIn(folder)
  release = await makeRelease(folder, podmanScript('5.7.0', '1.42.1'))
  server = await serveRelease(release.bytes)
})

afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const pinned = (path = '/releases/podman.tar.gz') => ({
  url: `${server.origin}${path}`,
  sha256: release.sha256,
})

/** Everything that lies in the tool cache and among the downloads. */
async function leftovers(): Promise<string[]> {
  const lists = ['tools', 'temp'].map((name) =>
    readdir(join(folder, name), { recursive: true, withFileTypes: true }).catch(() => []),
  )
  return (await Promise.all(lists))
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
}

test.each(['amd64', 'arm64'] as const)(
  'a release for %s lands in the tool cache, and is found there again',
  async (architecture) => {
    const first = await installPodman(pinned(), architecture, tools)
    const second = await installPodman(pinned(), architecture, tools)
    expect(second).toEqual(first)
    expect(server.requests).toHaveLength(1)
    expect(first.podman.startsWith(join(folder, 'tools'))).toBe(true)
    expect(first.podman).toContain(`/${architecture}/`)
    expect((await stat(first.podman)).mode & 0o111).toBe(0o111)
  },
)

test('each program is found where the release has it', async () => {
  const bundle = await installPodman(pinned(), 'amd64', tools)
  const top = bundle.podman.slice(0, -LAYOUT.podman.length)
  expect(bundle).toEqual({
    podman: `${top}${LAYOUT.podman}`,
    conmon: `${top}${LAYOUT.conmon}`,
    runtime: { name: 'crun', path: `${top}${LAYOUT.crun}` },
    helpers: [`${top}usr/local/lib/podman`, `${top}usr/local/bin`],
    network: 'pasta',
    init: `${top}${LAYOUT.catatonit}`,
    policy: `${top}${LAYOUT.policy}`,
    unsharing: [`${top}${LAYOUT.podman}`, `${top}${LAYOUT.crun}`, `${top}${LAYOUT.pasta}`],
  })
})

test('fuse-overlayfs is not installed', async () => {
  await installPodman(pinned(), 'amd64', tools)
  expect(await readdir(join(folder, 'tools'), { recursive: true })).not.toContainEqual(
    expect.stringContaining('fuse-overlayfs'),
  )
})

describe('nothing is installed', () => {
  test('with another checksum, which the message names', async () => {
    const wrong = { ...pinned(), sha256: 'a'.repeat(64) }
    await expect(installPodman(wrong, 'amd64', tools)).rejects.toThrow(
      `has the SHA-256 ${release.sha256}, not ${wrong.sha256}; nothing was installed`,
    )
    expect(await leftovers()).toEqual([])
  })

  test('from a download that ends half-way', async () => {
    await expect(installPodman(pinned('/cut/releases/podman.tar.gz'), 'amd64', tools)).rejects.toThrow(
      'podman could not be downloaded',
    )
    expect(server.requests).toHaveLength(3)
    expect(await leftovers()).toEqual([])
  })

  test('from an address that is not there, and no secret of it is told', async () => {
    const failure = installPodman(pinned('/other?token=secret'), 'amd64', tools)
    await expect(failure).rejects.toThrow(`could not be downloaded from ${server.origin}/other: `)
    await expect(failure).rejects.not.toThrow('secret')
  })

  test.each(['podman', 'conmon', 'crun'] as const)('from a release without %s', async (part) => {
    const lacking = await makeRelease(
      await mkdtemp(join(folder, 'lacking-')),
      podmanScript('5.7.0', '1.42.1'),
      [part],
    )
    const other = await serveRelease(lacking.bytes)
    const source = { url: `${other.origin}/releases/podman.tar.gz`, sha256: lacking.sha256 }
    await expect(installPodman(source, 'amd64', tools)).rejects.toThrow(`holds no ${part}`)
    await expect(readFile(join(folder, 'tools'))).rejects.toThrow('ENOENT')
    await other.close()
  })
})
