import { accessSync, constants } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout, and where set-up keeps what it made: everything there can be deleted and comes back. */
export const root = resolve(fileURLToPath(import.meta.url), '../../..')
export const cache = join(root, '.cache')
export const bin = join(cache, 'bin')

/** A static busybox of either architecture, for images that hold nothing else. */
export function busybox(architecture) {
  return join(cache, 'busybox', architecture)
}

/** The path of a program, or undefined; where an administrator's programs lie is searched too. */
export function find(program) {
  const folders = [bin, ...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin']
  return folders.map((folder) => join(folder, program)).find(isExecutable)
}

export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
