import { access, constants, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isUserError, messageOf } from '../../base/errors.ts'
import type { Log } from '../../base/log.ts'
import { GitFailure } from './failures.ts'
import { has, type Pinned } from './fetch.ts'
import { makeGitFolder } from './folder.ts'
import type { Git } from './git.ts'

/** Bare repositories by host, owner and name. Clones that somebody else put there will do, and so will a folder that can't be written to. */
export class BareCache {
  readonly #folder: string
  readonly #git: Git
  readonly #log: Log
  /** git does not let two fetch into one repository at a time. */
  readonly #queues = new Map<string, Promise<unknown>>()

  constructor(folder: string, git: Git, log: Log) {
    this.#folder = folder
    this.#git = git
    this.#log = log
  }

  /** The repository that has this commit, downloaded where it is lacking; undefined: it can't be kept here. */
  hold(pinned: Pinned, download: (gitDir: string) => Promise<void>): Promise<string | undefined> {
    const path = cachedRepository(this.#folder, pinned.url)
    const before = this.#queues.get(path) ?? Promise.resolve()
    const held = before.then(() => this.#hold(path, pinned, download))
    this.#queues.set(
      path,
      held.catch(() => {}),
    )
    return held
  }

  async #hold(
    path: string,
    { url, commit }: Pinned,
    download: (gitDir: string) => Promise<void>,
  ): Promise<string | undefined> {
    const there = await stat(join(path, 'HEAD')).then(
      () => true,
      () => false,
    )
    if (there && (await has(this.#git, { gitDir: path }, commit))) return path
    try {
      if (!there) {
        await mkdir(path, { recursive: true })
        await makeGitFolder(path)
      }
      await access(join(path, 'objects'), constants.W_OK)
      await download(path)
      return path
    } catch (error) {
      // What the remote says of itself it would say again.
      const isOurs = error instanceof GitFailure && ['locked', 'other'].includes(error.kind)
      if (isUserError(error) && !isOurs) throw error
      if (!isUserError(error) && (error as NodeJS.ErrnoException).code === undefined) throw error
      const isLocked = error instanceof GitFailure && error.kind === 'locked'
      this.#log[isLocked ? 'warn' : 'debug'](`${url} is not kept in the cache: ${messageOf(error)}`)
      return undefined
    }
  }
}

/** Where the repository of this normal address lies in a cache. */
export function cachedRepository(folder: string, url: string): string {
  return join(folder, `${url.replace(/^https:\/\//, '')}.git`)
}
