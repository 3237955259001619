import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { podmanEnvironment } from '../../test/integration/podman.ts'
import { busybox } from '../setup/places.mjs'
import type { Bench } from './case.ts'
import { timed } from './measure.ts'

export interface Store {
  place: { root: string; driver: string }
  env: Record<string, string>
  /** Builds a context and gives the image's id. */
  build(context: string, ...args: string[]): Promise<string>
  /** podman forgets which compressed layers belong to which others: it is as new as on a fresh runner. */
  forget(): Promise<void>
}

/** podman with a store of the bench's own. */
export async function openStore(bench: Bench): Promise<Store> {
  const folder = join(bench.folder, 'podman')
  const { env, remove } = await podmanEnvironment(folder)
  bench.finally(remove)
  return {
    place: { root: join(folder, 'root'), driver: 'overlay' },
    env,
    build: async (context, ...args) => {
      const idFile = join(folder, 'image-id')
      await timed(['podman', 'build', '--iidfile', idFile, '--layers', ...args, context], { env })
      return (await readFile(idFile, 'utf8')).trim()
    },
    forget: async () => {
      for (const place of caches(folder))
        for (const kind of ['boltdb', 'sqlite'])
          await rm(join(place, `blob-info-cache-v1.${kind}`), { force: true })
    },
  }
}

/** podman keeps it beside the store, or where root's and users' lie. */
function caches(folder: string): string[] {
  const own =
    process.getuid?.() === 0 ? '/var/lib/containers/cache' : join(homedir(), '.local/share/containers/cache')
  return [join(folder, 'root/cache'), own]
}

/** A folder with a Containerfile, and busybox to run in it. */
export async function makeContext(folder: string, containerfile: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await copyFile(busybox(process.arch === 'arm64' ? 'arm64' : 'amd64'), join(folder, 'busybox'))
  await writeFile(join(folder, 'Containerfile'), containerfile)
  return folder
}
