import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Installation, STAGING } from '../installation.ts'
import { another, claim, isAtWork, release } from './at-work.ts'

/** Where nodes lie until all of them are there, and what they take the place of until it is removed. */
export class Staging {
  readonly #folder: string
  #claimed: Promise<void> | undefined
  #away = 0

  constructor({ nodes }: Pick<Installation, 'nodes'>) {
    this.#folder = join(nodes, STAGING)
  }

  /** What an earlier restore left when it was cut off is of no use; one that still works is not disturbed. */
  async begin(): Promise<void> {
    if (await isAtWork(this.#folder)) throw another(this.#folder)
    await rm(this.#folder, { recursive: true, force: true })
  }

  async placeFor(name: string): Promise<string> {
    await this.#claim()
    await mkdir(join(this.#folder, 'new'), { recursive: true })
    return this.placeOf(name)
  }

  placeOf(name: string): string {
    return join(this.#folder, 'new', name)
  }

  /** For git folders that are no node's. */
  async folderFor(name: string): Promise<string> {
    await this.#claim()
    return join(this.#folder, 'git', name)
  }

  /** At once, however long its removal takes; what can't be renamed, as in a lower layer of an image, is removed here and now. */
  async takeAway(path: string): Promise<void> {
    await this.#claim()
    const away = join(this.#folder, 'old')
    await mkdir(away, { recursive: true })
    try {
      await rename(path, join(away, String(this.#away++)))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
      await rm(path, { recursive: true, force: true })
    }
  }

  /** At the end; what is another's stays. */
  async clear(): Promise<void> {
    if (this.#claimed) await rm(this.#folder, { recursive: true, force: true })
  }

  /** What is there is nobody's from now on. */
  async release(): Promise<void> {
    if (this.#claimed) await release(this.#folder)
  }

  /** Only where there is something to do: a folder that can't be written to may be as it should. */
  async #claim(): Promise<void> {
    this.#claimed ??= claim(this.#folder)
    try {
      await this.#claimed
    } catch (error) {
      this.#claimed = undefined
      throw error
    }
  }
}
