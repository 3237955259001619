import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file as the layer's recipe names it. */
export interface FileSegment {
  name?: string
  /** In base64, where it is no UTF-8. */
  name_raw?: string
  size?: number
}

export interface Source {
  /** Gives how many bytes it put there; 0: it has no more. */
  fill(target: Buffer): number
  close(): void
}

export function bytesIn(base64: string): Source {
  const bytes = Buffer.from(base64, 'base64')
  let done = 0
  const fill = (target: Buffer) => {
    const count = bytes.copy(target, 0, done)
    done += count
    return count
  }
  return { fill, close: () => {} }
}

/** Opens what lies under the layer's folder and nothing else, wherever an image's links may lead. */
export class LayerFiles {
  readonly #root: string
  readonly #folders = new Set<string>()

  constructor(root: string) {
    this.#root = root
  }

  open({ name = '', name_raw: raw, size = 0 }: FileSegment): number {
    const path = join(this.#root, raw ? Buffer.from(raw, 'base64').toString() : name)
    this.#requireInside(dirname(path))
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    if (fstatSync(file).size === size) return file
    closeSync(file)
    throw new Error(`${path} is not as it was stored.`)
  }

  read(segment: FileSegment): Source {
    const file = this.open(segment)
    let left = segment.size ?? 0
    const fill = (target: Buffer) => {
      const count = readSync(file, target, 0, Math.min(left, target.length), null)
      if (count === 0 && left > 0) throw new Error('A file of the layer ended too early.')
      left -= count
      return count
    }
    return { fill, close: () => closeSync(file) }
  }

  #requireInside(folder: string): void {
    if (this.#folders.has(folder)) return
    const inside = folder === this.#root || folder.startsWith(`${this.#root}/`)
    if (!inside || realpathSync.native(folder) !== folder)
      throw new Error(`${folder} is not the layer's own.`)
    this.#folders.add(folder)
  }
}
