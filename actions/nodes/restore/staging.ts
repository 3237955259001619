import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Installation, STAGING } from '../installation.ts'
import { move } from './move.ts'

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

  /** At once, however long its removal takes. */
  async takeAway(path: string): Promise<void> {
    await move(path, join(this.#folder, 'old', String(this.#away++)))
  }

  /** At the end; and at the beginning, as what an earlier restore left when it was cut off is of no use. */
  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }
}
