import type { Clock } from '../../base/clock.ts'
import type { Digest } from '../../base/digest.ts'
import type { GithubApi } from './api.ts'
import { type Listed, readListed } from './pages.ts'

/** For how long GitHub keeps what was deleted. */
const THIRTY_DAYS = 30 * 24 * 3600 * 1000

/** The deleted versions of a package, as far as they were looked for; each page is read once. */
export class Deleted {
  readonly #api: GithubApi
  readonly #home: string
  readonly #clock: Clock
  readonly #ids = new Map<Digest, string>()
  #nextPage: number | undefined = 1

  constructor(api: GithubApi, home: string, clock: Clock) {
    this.#api = api
    this.#home = home
    this.#clock = clock
  }

  /** What we deleted ourselves needs no search. */
  add(digest: Digest, id: string): void {
    this.#ids.set(digest, id)
  }

  async find(digest: Digest): Promise<string | undefined> {
    while (!this.#ids.has(digest) && this.#nextPage !== undefined) await this.#read(this.#nextPage)
    return this.#ids.get(digest)
  }

  async #read(number: number): Promise<void> {
    const { listed, last } = await readListed(this.#api, `${this.#home}/versions`, number, {
      state: 'deleted',
    })
    for (const version of listed) this.#note(version)
    this.#nextPage = number < last ? number + 1 : undefined
  }

  /** A manifest that was deleted more than once has several numbers: the newest one's is listed first. */
  #note({ id, name, deleted_at }: Listed): void {
    const gone = deleted_at !== undefined && this.#clock.now() - Date.parse(deleted_at) > THIRTY_DAYS
    if (!gone && !this.#ids.has(name as Digest)) this.#ids.set(name as Digest, String(id))
  }
}
