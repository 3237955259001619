import { atOnce } from '../../base/at-once.ts'
import type { Clock } from '../../base/clock.ts'
import type { Digest } from '../../base/digest.ts'
import { noProgress, type Progress } from '../../base/progress.ts'
import { formatRepository } from '../../base/reference.ts'
import type { RepositoryClient } from '../../registry/types.ts'

/** HEAD requests under way. */
const AT_ONCE = 8

/** What each tag holds, as it was last seen. */
export class TagsSeen {
  readonly #client: RepositoryClient
  readonly #clock: Clock
  #seen = new Map<string, Digest>()
  #validUntil = Number.NEGATIVE_INFINITY

  constructor(client: RepositoryClient, clock: Clock) {
    this.#client = client
    this.#clock = clock
  }

  holding(digest: Digest): string[] {
    return [...this.#seen].flatMap(([tag, held]) => (held === digest ? [tag] : []))
  }

  async lookAtAll(progress: Progress = noProgress): Promise<ReadonlyMap<string, Digest>> {
    const began = this.#clock.now()
    this.#seen = await this.#look(new Map(), progress)
    const ended = this.#clock.now()
    this.#validUntil = ended + (ended - began)
    return this.#seen
  }

  /**
   * All tags once more, as a registry drops whatever holds the manifest that is deleted. What the first of many tags held
   * is as old as the look has taken anyway: for as long again only the list is read, and what is new in it or named.
   */
  async lookAgain(named: readonly string[]): Promise<ReadonlyMap<string, Digest>> {
    if (this.#clock.now() >= this.#validUntil) return this.lookAtAll()
    const known = new Map([...this.#seen].filter(([tag]) => !named.includes(tag)))
    this.#seen = await this.#look(known, noProgress)
    return this.#seen
  }

  /** A tag that goes meanwhile is no error. */
  async #look(known: ReadonlyMap<string, Digest>, progress: Progress): Promise<Map<string, Digest>> {
    const tags = await this.#client.listTags()
    const what = `Tags of ${formatRepository(this.#client.repository)}`
    let done = 0
    const held = await atOnce(AT_ONCE, tags, async (tag) => {
      const digest = known.get(tag) ?? (await this.#client.headManifest(tag))?.digest
      progress(what, ++done, tags.length)
      return [tag, digest] as const
    })
    return new Map(held.flatMap(([tag, digest]) => (digest === undefined ? [] : [[tag, digest]])))
  }
}
