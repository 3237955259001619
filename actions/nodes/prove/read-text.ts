import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { resolveInside } from '../../base/inside.ts'

/** Longer than anything that git keeps as text, save for what somebody wants us to choke on. */
const LONGEST = 16 * 1024 * 1024

/** An ordinary file's text; undefined: there is none. Nothing but a file is opened: a pipe would never end. */
export function readText(place: string | Buffer): string | undefined {
  let file: number
  try {
    file = openSync(place, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch {
    return undefined
  }
  try {
    const { size } = fstatSync(file)
    if (!fstatSync(file).isFile() || size > LONGEST) return undefined
    const bytes = Buffer.alloc(size)
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, size, 0))
  } finally {
    closeSync(file)
  }
}

/** The same for a path that may lead over links, none of which leave the root. */
export async function readTextInside(root: string, path: string): Promise<string | undefined> {
  const place = await resolveInside(root, path)
  return place === undefined ? undefined : readText(place)
}
