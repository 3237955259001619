import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '../base/errors.ts'

/** An unpacked static release: where each of its programs lies. */
export interface Bundle {
  podman: string
  conmon: string
  runtime: { name: 'crun' | 'runc'; path: string }
  /** Folders in which podman finds netavark, aardvark-dns, rootlessport and the like. */
  helpers: string[]
  /** What gives a rootless container its network; absent: the release has none. */
  network: 'pasta' | 'slirp4netns' | undefined
  init: string | undefined
  /** Which images may be pulled; podman refuses to work without one. */
  policy: string | undefined
  /** Programs that make user namespaces, which some kernels allow to named programs only. */
  unsharing: string[]
}

const HELPERS = ['netavark', 'aardvark-dns', 'rootlessport', 'pasta', 'slirp4netns', 'catatonit']
const UNSHARING = ['podman', 'crun', 'runc', 'pasta', 'pasta.avx2', 'slirp4netns']

/** Programs are looked up by name: releases moved them between lib, libexec and bin. */
export async function openBundle(folder: string): Promise<Bundle> {
  const files = await filesByName(folder)
  const runtime = (['crun', 'runc'] as const).find((name) => files.has(name))
  const podman = files.get('podman')
  const conmon = files.get('conmon')
  if (!podman || !conmon || !runtime) throw incomplete({ podman, conmon, 'crun or runc': runtime })
  return {
    podman,
    conmon,
    runtime: { name: runtime, path: files.get(runtime) ?? '' },
    helpers: [...new Set(present(files, HELPERS).map((path) => dirname(path)))],
    network: (['pasta', 'slirp4netns'] as const).find((name) => files.has(name)),
    init: files.get('catatonit'),
    policy: files.get('policy.json'),
    unsharing: present(files, UNSHARING),
  }
}

/** Regular files only: a folder is called podman too. */
async function filesByName(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return new Map(files.map((entry) => [entry.name, join(entry.parentPath, entry.name)]))
}

function present(files: ReadonlyMap<string, string>, names: readonly string[]): string[] {
  return names.map((name) => files.get(name)).filter((path) => path !== undefined)
}

function incomplete(parts: Record<string, string | undefined>): UserError {
  const missing = Object.keys(parts).filter((name) => parts[name] === undefined)
  return new UserError(
    'IMG2014',
    `The podman release holds no ${missing.join(', no ')}; nothing was installed.`,
    {
      hint: 'Pin the archive podman-linux-<architecture>.tar.gz of a podman-static release.',
    },
  )
}
