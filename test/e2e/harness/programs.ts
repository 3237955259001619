import { accessSync, constants } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

export const checkout = resolve(import.meta.dirname, '../../..')

/** Where set-up keeps the tools it built. */
const cache = join(checkout, '.cache')
const node24 = join(checkout, `node_modules/node-linux-${process.arch}/bin`)

/** As npm test sets it, so that one test file can be run alone as well. */
export const searchPath = [node24, join(cache, 'bin'), process.env.PATH ?? '', '/usr/sbin', '/sbin'].join(
  delimiter,
)

export function program(name: string): string {
  const found = searchPath
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
  if (!found) throw new Error(`${name} is missing; npm test installs it`)
  return found
}

/** A static busybox, so that images of both architectures can be made on either. */
export function busybox(architecture: 'amd64' | 'arm64'): string {
  return join(cache, 'busybox', architecture)
}
