import { type Digest, shortDigest } from '../../base/digest.ts'
import { CancelledError, messageOf, UserError } from '../../base/errors.ts'
import { formatRepository } from '../../base/reference.ts'
import { contentsOf } from '../../packages/reach/contents.ts'
import { subjectOfTag } from '../../packages/reach/inventory.ts'
import type { ManifestReader } from '../../packages/reach/manifest-cache.ts'
import type { Manifest } from '../../registry/types.ts'
import type { Deleted } from './journal.ts'
import type { Look } from './look-again.ts'

/** What was deleted and a tag needs after all: restored by its registry, else its bytes put again; each once. */
export class BroughtBack {
  readonly digests: Digest[] = []
  readonly #gone: ReadonlyMap<Digest, Deleted>
  readonly #look: Look
  readonly #tried = new Map<Digest, Promise<void>>()
  readonly #lost: string[] = []

  constructor(gone: ReadonlyMap<Digest, Deleted>, look: Look) {
    this.#gone = gone
    this.#look = look
  }

  /** What was deleted has to be asked for, whatever the cache remembers; and is read once it is back. */
  reader(): ManifestReader {
    const { cache, client } = this.#look
    const read = cache.reader(client)
    return async (digest) => {
      if (!this.#gone.has(digest)) return read(digest)
      await this.bring(digest)
      return this.#gone.get(digest)?.manifest ?? (await read(digest))
    }
  }

  bring(digest: Digest): Promise<void> {
    const tried = this.#tried.get(digest) ?? this.#try(digest)
    this.#tried.set(digest, tried)
    return tried
  }

  throwIfLost(): void {
    if (this.#lost.length === 0) return
    const where = formatRepository(this.#look.package.repository)
    throw new UserError(
      'IMG5404',
      `A tag in ${where} needs what was deleted meanwhile, and it could not be brought back: ${this.#lost.join('; ')}.`,
      { hint: 'Push that tag again.' },
    )
  }

  async #try(digest: Digest): Promise<void> {
    const { client, cache } = this.#look
    const { manifest = cache.at(digest), tags = [] } = this.#gone.get(digest) ?? {}
    if (await client.headManifest(digest)) return
    const refused = await this.#restore(digest)
    const failure = refused !== undefined && manifest ? await this.#putAgain(manifest) : refused
    if (failure !== undefined) {
      this.#lost.push(`${shortDigest(digest)} (${failure})`)
      return
    }
    this.digests.push(digest)
    if (manifest) await this.#tagAgain(manifest, tags)
  }

  #restore(digest: Digest): Promise<string | undefined> {
    return failureOf(async () => {
      const outcome = await this.#look.package.restore(digest)
      if (outcome.outcome === 'done') return undefined
      return 'reason' in outcome ? outcome.reason : outcome.outcome
    })
  }

  /** A registry takes no index whose children it lacks. */
  async #putAgain(manifest: Manifest): Promise<string | undefined> {
    for (const { digest } of contentsOf(manifest)?.children ?? [])
      if (this.#gone.has(digest)) await this.bring(digest)
    return failureOf(() => this.#look.client.putManifest(manifest.digest, manifest))
  }

  /** Only by its tag is a signature found. */
  async #tagAgain(manifest: Manifest, tags: readonly string[]): Promise<void> {
    const { client } = this.#look
    for (const tag of tags.filter((name) => subjectOfTag(name) !== undefined))
      if (!(await client.headManifest(tag))) await client.putManifest(tag, manifest)
  }
}

/** What stands against it, as words; undefined: it worked. */
async function failureOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    const answer = await work()
    return typeof answer === 'string' ? answer : undefined
  } catch (error) {
    if (error instanceof CancelledError) throw error
    return messageOf(error)
  }
}
