import { atOnce } from '../base/at-once.ts'
import type { Clock } from '../base/clock.ts'
import { type Digest, shortDigest } from '../base/digest.ts'
import { CancelledError, messageOf, UserError } from '../base/errors.ts'
import { formatRepository } from '../base/reference.ts'
import { BudgetSpent } from '../packages/budget.ts'
import { contentsOf } from '../packages/contents.ts'
import { Graph } from '../packages/graph.ts'
import { Inventory, type Root, subjectOfTag } from '../packages/inventory.ts'
import type { ManifestCache, ManifestReader } from '../packages/manifest-cache.ts'
import { takeInventory } from '../packages/take-inventory.ts'
import type { Package } from '../packages/types.ts'
import type { Manifest, RepositoryClient } from '../registry/types.ts'
import type { Deleted } from './journal.ts'

const AT_ONCE = 8

export interface Look {
  package: Package
  client: RepositoryClient
  cache: ManifestCache
  clock: Clock
  signal?: AbortSignal
}

/**
 * While something was deleted, somebody may have pushed what needs it. Everything that a tag reaches by now is brought
 * back; returned is what was. An error names what could not be.
 */
export async function lookAgain(
  deleted: readonly Deleted[],
  known: ReadonlySet<Digest>,
  look: Look,
): Promise<Digest[]> {
  const now = await inventoryNow(look)
  const gone = new Map(deleted.map((each) => [each.digest, each]))
  const recovery = new Recovery(gone, look)
  const fallbacks = [...now.fallbacks, ...deleted.flatMap(fallbacksOf)]
  const graph = new Graph({ read: recovery.reader(), fallbacks, lenient: true })
  const fresh = now.roots.filter(({ digest }) => !known.has(digest))
  await graph.add(await stillThere(fresh, gone, look.client))
  for (const digest of gone.keys()) if (graph.has(digest)) await recovery.bringBack(digest)
  recovery.throwIfLost()
  return recovery.restored
}

/** A list may go on showing for a while what was deleted with its own tags. */
async function stillThere(
  roots: readonly Root[],
  gone: ReadonlyMap<Digest, Deleted>,
  client: RepositoryClient,
): Promise<Root[]> {
  const checked = await atOnce(AT_ONCE, roots, async (root): Promise<Root[]> => {
    if (!gone.get(root.digest)?.tags.includes(root.name)) return [root]
    return (await client.headManifest(root.name))?.digest === root.digest ? [root] : []
  })
  return checked.flat()
}

/** The tags by which it would be found again. */
function fallbacksOf({ digest, tags }: Deleted) {
  return tags.flatMap((tag) => {
    const subject = subjectOfTag(tag)
    return subject === undefined ? [] : [{ subject, digest, tag }]
  })
}

/** Where the list may not be asked any more, the registry itself tells what its tags hold. */
async function inventoryNow({ package: source, client, clock, signal }: Look): Promise<Inventory> {
  try {
    return await takeInventory(source, client, { clock, unlisted: 'read', ...(signal ? { signal } : {}) })
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error
    const heads = await atOnce(AT_ONCE, await client.listTags(), async (name): Promise<Root[]> => {
      const found = await client.headManifest(name)
      return found ? [{ name, digest: found.digest }] : []
    })
    return new Inventory([], heads.flat())
  }
}

/** Brings each manifest back once. */
class Recovery {
  readonly restored: Digest[] = []
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
      await this.bringBack(digest)
      return this.#gone.get(digest)?.manifest ?? (await read(digest))
    }
  }

  bringBack(digest: Digest): Promise<void> {
    const tried = this.#tried.get(digest) ?? this.#try(digest)
    this.#tried.set(digest, tried)
    return tried
  }

  throwIfLost(): void {
    if (this.#lost.length === 0) return
    const where = formatRepository(this.#look.package.repository)
    throw new UserError(
      `A tag in ${where} needs what was deleted meanwhile, and it could not be brought back: ${this.#lost.join('; ')}.`,
      { hint: 'Push that tag again.' },
    )
  }

  async #try(digest: Digest): Promise<void> {
    const { client, package: source, cache } = this.#look
    const { manifest = cache.at(digest), tags = [] } = this.#gone.get(digest) ?? {}
    if (await client.headManifest(digest)) return
    const failure = await failureOf(async () => {
      const outcome = await source.restore(digest)
      return outcome.outcome === 'done' ? undefined : 'reason' in outcome ? outcome.reason : outcome.outcome
    })
    if (failure !== undefined && !manifest) {
      this.#lost.push(`${shortDigest(digest)} (${failure})`)
      return
    }
    if (failure !== undefined && manifest) {
      await this.#bringBackBeneath(manifest)
      const put = await failureOf(() => client.putManifest(digest, manifest))
      if (put !== undefined) this.#lost.push(`${shortDigest(digest)} (${put})`)
      if (put !== undefined) return
    }
    this.restored.push(digest)
    const named = tags.filter((tag) => subjectOfTag(tag) !== undefined)
    for (const tag of manifest ? named : [])
      if (!(await client.headManifest(tag))) await client.putManifest(tag, manifest!)
  }

  /** A registry takes no index whose children it lacks. */
  async #bringBackBeneath(manifest: Manifest): Promise<void> {
    for (const { digest } of contentsOf(manifest)?.children ?? [])
      if (this.#gone.has(digest)) await this.bringBack(digest)
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
