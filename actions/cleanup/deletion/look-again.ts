import { atOnce } from '../../base/at-once.ts'
import type { Clock } from '../../base/clock.ts'
import type { Digest } from '../../base/digest.ts'
import { BudgetSpent } from '../../packages/budget.ts'
import { Graph } from '../../packages/reach/graph.ts'
import { Inventory, type Root, subjectOfTag } from '../../packages/reach/inventory.ts'
import type { ManifestCache } from '../../packages/reach/manifest-cache.ts'
import { takeInventory } from '../../packages/reach/take-inventory.ts'
import type { Package } from '../../packages/types.ts'
import type { RepositoryClient } from '../../registry/types.ts'
import { BroughtBack } from './bring-back.ts'
import type { Deleted } from './journal.ts'

const AT_ONCE = 8

export interface Look {
  package: Package
  client: RepositoryClient
  cache: ManifestCache
  clock: Clock
  signal?: AbortSignal
  /** That have to be there still. */
  tags?: readonly string[]
}

export interface Found {
  restored: Digest[]
  /** Of `tags`, those that are gone. */
  missing: string[]
}

/**
 * While something was deleted, somebody may have pushed what needs it. Everything that a tag reaches by now is brought
 * back; returned is what was. An error names what could not be.
 */
export async function lookAgain(
  deleted: readonly Deleted[],
  known: ReadonlySet<Digest>,
  look: Look,
): Promise<Found> {
  const now = await inventoryNow(look)
  const gone = new Map(deleted.map((each) => [each.digest, each]))
  const back = new BroughtBack(gone, look)
  const fallbacks = [...now.fallbacks, ...deleted.flatMap(fallbacksOf)]
  const graph = new Graph({ read: back.reader(), fallbacks, lenient: true })
  const fresh = now.roots.filter(({ digest }) => !known.has(digest))
  await graph.add(await stillThere(fresh, gone, look.client))
  for (const digest of gone.keys()) if (graph.has(digest)) await back.bring(digest)
  back.throwIfLost()
  return { restored: back.digests, missing: await missingTags(now, look) }
}

/** Whoever moves a tag onto what is just being deleted loses it with that, and no list tells of it any more. */
async function missingTags({ roots }: Inventory, { client, tags = [] }: Look): Promise<string[]> {
  const there = new Set(roots.map(({ name }) => name))
  const unlisted = tags.filter((tag) => !there.has(tag))
  const found = await atOnce(AT_ONCE, unlisted, async (tag) =>
    (await client.headManifest(tag)) ? [] : [tag],
  )
  return found.flat()
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
