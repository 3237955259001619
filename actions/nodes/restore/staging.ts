import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Installation, STAGING } from '../installation.ts'

/** Where nodes lie until all of them are there, and what they take the place of until it is removed. */
export class Staging {
  readonly #folder: string
  #away = 0

  constructor({ nodes }: Pick<Installation, 'nodes'>) {
    this.#folder = join(nodes, STAGING)
  }

  async placeFor(name: string): Promise<string> {
    await mkdir(join(this.#folder, 'new'), { recursive: true })
    return this.placeOf(name)
  }

  placeOf(name: string): string {
    return join(this.#folder, 'new', name)
  }

  /** For git folders that are no node's. */
  folderFor(name: string): string {
    return join(this.#folder, 'git', name)
  }

  /** At once, however long its removal takes; what can't be renamed, as in a lower layer of an image, is removed here and now. */
  async takeAway(path: string): Promise<void> {
    const away = join(this.#folder, 'old')
    await mkdir(away, { recursive: true })
    try {
      await rename(path, join(away, String(this.#away++)))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
      await rm(path, { recursive: true, force: true })
    }
  }

  /** At the end; and at the beginning, as what an earlier restore left when it was cut off is of no use. */
  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }
}
