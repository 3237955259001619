import { access, constants, lstat } from 'node:fs/promises'
import { join } from 'node:path'

/** Whether something is there, and may be used like this; of a link, what it leads to. */
export function isThere(path: string, mode?: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  )
}

/** A link is none, whatever it leads to. */
export async function isFile(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isFile() ?? false
}

/** The path of a program, out of the first folder that has it. */
export async function findProgram(name: string, folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const path = join(folder, name)
    if (folder !== '' && (await isThere(path, constants.X_OK))) return path
  }
  return undefined
}
