import { statfs } from 'node:fs/promises'
import * as z from 'zod'
import { UserError } from '../base/errors.ts'
import type { RunProcess } from '../base/process.ts'
import { said } from '../base/said.ts'
import { readDocument } from '../base/schema.ts'

/** The podman of a machine, as far as a build depends on it. */
export interface Podman {
  version: string
  /** Of the library that podman builds with. */
  buildah: string
  /** Of the separate program, where there is one. */
  buildahProgram: string | undefined
  storageDriver: string
  storage: string
  freeBytes: number | undefined
  cgroups: string
  runtime: string
  rootless: boolean
}

const info = z.object({
  host: z.object({
    buildahVersion: z.string().optional(),
    cgroupManager: z.string(),
    cgroupVersion: z.string(),
    ociRuntime: z.object({ name: z.string(), version: z.string().optional() }),
    security: z.object({ rootless: z.boolean() }),
  }),
  store: z.object({ graphDriverName: z.string(), graphRoot: z.string() }),
  version: z.object({ Version: z.string() }),
})

/** For a podman that doesn't tell: the library that its release was built with. */
const LIBRARIES: Record<string, string> = {
  '4.9': '1.33',
  '5.0': '1.35',
  '5.1': '1.36',
  '5.2': '1.37',
  '5.3': '1.38',
  '5.4': '1.39',
  '5.5': '1.40',
  '5.6': '1.41',
  '5.7': '1.42',
}

const REPAIR = 'Run "podman info" on this runner; ubuntu-24.04 and ubuntu-26.04 have a podman that works.'

/** Undefined where no podman is installed. `env` is that of a podman which is not (yet) the job's own. */
export async function probePodman(
  run: RunProcess,
  env: Record<string, string> = {},
): Promise<Podman | undefined> {
  const options = { env, anyExit: true }
  const version = await unlessMissing(run('podman', ['version', '--format', 'json'], options))
  if (!version) return undefined
  const [podman, buildah] = await Promise.all([
    run('podman', ['info', '--format', 'json'], options),
    unlessMissing(run('buildah', ['version'], options)),
  ])
  if (podman.exitCode !== 0) throw broken(podman.stderr)
  const parsed = parseInfo(podman.stdout)
  return {
    ...parsed,
    buildahProgram: buildah?.exitCode === 0 ? parseBuildahVersion(buildah.stdout) : undefined,
    freeBytes: await freeBytes(parsed.storage),
  }
}

/** `podman info --format json`. */
export function parseInfo(text: string): Omit<Podman, 'buildahProgram' | 'freeBytes'> {
  const { host, store, version } = readDocument(info, text, {
    what: 'The output of podman info',
    code: 'IMG2020',
    hint: REPAIR,
  })
  const release = version.Version.split('.').slice(0, 2).join('.')
  return {
    version: version.Version,
    buildah: host.buildahVersion || LIBRARIES[release] || '0',
    storageDriver: store.graphDriverName,
    storage: store.graphRoot,
    cgroups: `${host.cgroupManager}, ${host.cgroupVersion}`,
    runtime: [host.ociRuntime.name, runtimeVersion(host.ociRuntime.version ?? '')].filter(Boolean).join(' '),
    rootless: host.security.rootless,
  }
}

/** `buildah version`: a line of its own, in any alignment. */
export function parseBuildahVersion(text: string): string | undefined {
  return /^Version:\s*(\S+)/m.exec(text)?.[1]
}

function runtimeVersion(text: string): string {
  return /version\s+v?(\d\S*)/.exec(text)?.[1] ?? ''
}

async function unlessMissing<T>(result: Promise<T>): Promise<T | undefined> {
  return result.catch((error: unknown) => {
    const cause = error instanceof UserError ? error.cause : error
    if ((cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return undefined
    throw error
  })
}

async function freeBytes(path: string): Promise<number | undefined> {
  return statfs(path).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  )
}

function broken(stderr: string): UserError {
  const last = said(stderr.trim().split('\n').slice(-3).join(' '))
  return new UserError(
    'IMG2020',
    `podman is installed, but does not work: ${last || 'podman info failed'}.`,
    {
      hint: REPAIR,
    },
  )
}
