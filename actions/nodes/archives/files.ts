import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest } from '../../base/digest.ts'
import { isCompiled } from '../prove/compiled.ts'
import { bytesOf } from '../prove/paths.ts'
import { TRACKING } from './unpack.ts'

/** By path: the hash of a file's bytes; undefined: no regular file. What Python compiles and the list itself are left out. */
export async function filesOf(folder: string): Promise<Map<string, string | undefined>> {
  const files = new Map<string, string | undefined>()
  const walk = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`
      if (path === TRACKING || (entry.isFile() && isCompiled(folder, bytesOf(path)))) continue
      if (entry.isDirectory()) await walk(path)
      else files.set(path, entry.isFile() ? await hashOf(join(folder, path)) : undefined)
    }
  }
  await walk('')
  return files
}

/** One hash for all files of a version, by path and content. */
export function digestOfFiles(files: ReadonlyMap<string, string | undefined>): Digest {
  const lines = [...files].map(([path, hash]) => `${hash ?? 'none'}  ${path}\n`).toSorted()
  return `sha256:${createHash('sha256').update(lines.join('')).digest('hex')}`
}

/** Undefined: it can't be read, or its name is no text. */
async function hashOf(path: string): Promise<string | undefined> {
  try {
    // Never through a link that was put there in the meantime.
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    const hash = createHash('sha256')
    for await (const chunk of file.createReadStream()) hash.update(chunk as Buffer)
    return hash.digest('hex')
  } catch {
    return undefined
  }
}
