import { type Digest, hexOf } from '../../base/digest.ts'
import { contentsOf } from '../../packages/reach/contents.ts'
import { Graph } from '../../packages/reach/graph.ts'
import type { Inventory, Root } from '../../packages/reach/inventory.ts'
import type { ManifestReader } from '../../packages/reach/manifest-cache.ts'
import { takeInventory } from '../../packages/reach/take-inventory.ts'
import type { Package } from '../../packages/types.ts'
import type { RepositoryClient } from '../../registry/types.ts'
import type { Candidates, CleanupTask } from '../choice/candidates.ts'
import type { Cleanup } from '../run.ts'
import { gather } from './going.ts'
import { type Plan, planRepository } from './plan.ts'

/** Where one repository is, and who speaks with it. */
export interface Site {
  task: CleanupTask
  cleanup: Cleanup
  package: Package
  client: RepositoryClient
}

export interface Prepared {
  plan: Plan
  /** Everything that was followed as a root: none of it needs what the plan takes. */
  known: Set<Digest>
  /** That nobody asked to go. */
  tags: readonly string[]
  /** What one more look at the list costs. */
  listing: number
}

/** Reads what there is and what tags reach, and makes the plan; changes nothing. */
export async function prepare(site: Site): Promise<Prepared> {
  const { task, cleanup, client, package: source } = site
  const { clock, signal, budget, cache, progress } = cleanup
  const { tags: given = [], needed = [] } = task.given ?? {}
  const before = budget.spent
  const inventory = await takeInventory(source, client, { clock, signal, given })
  const listing = budget.spent - before
  const candidates = task.choose(inventory)
  const roots = remaining(inventory, candidates)
  const what = `Reading what tags hold in ${task.repository}`
  const read = telling(cache.reader(client), roots, (done, total) => progress(what, done, total))
  const graph = new Graph({ read, fallbacks: inventory.fallbacks })
  await graph.add(roots)
  await graph.keep(needed)
  const referrers = (digest: Digest) => referrersOf(digest, source, client)
  const going = await gather(candidates, { inventory, graph, cache, read, referrers })
  cache.keep(graph.reached.keys())
  const plan = planRepository({
    repository: task.repository,
    kind: source.kind,
    listsUntagged: source.listsUntagged,
    inventory,
    graph,
    candidates,
    going,
    blobsAt: (digest) => {
      const manifest = cache.at(digest)
      return manifest && contentsOf(manifest)?.blobs
    },
  })
  return {
    plan,
    known: new Set(roots.map(({ digest }) => digest)),
    tags: roots.map(({ name }) => name),
    listing,
  }
}

/** Of a package that nobody has cleaned up before, every tag is read. */
function telling(
  read: ManifestReader,
  roots: readonly Root[],
  tell: (done: number, total: number) => void,
): ManifestReader {
  const waiting = new Set(roots.map(({ digest }) => digest))
  const total = waiting.size
  return async (digest) => {
    const manifest = await read(digest)
    if (waiting.delete(digest)) tell(total - waiting.size, total)
    return manifest
  }
}

/** A tag that was asked to go keeps nothing. */
function remaining({ roots }: Inventory, { tops, untags }: Candidates): Root[] {
  const key = (digest: Digest, tag: string) => `${hexOf(digest)} ${tag}`
  const asked = new Set([
    ...tops.flatMap(({ digest, tags }) => tags.map((tag) => key(digest, tag))),
    ...untags.map(({ digest, tag }) => key(digest, tag)),
  ])
  return roots.filter(({ digest, name }) => !asked.has(key(digest, name)))
}

/** GitHub's registry has no list of them besides the tags, which are known. */
async function referrersOf(digest: Digest, { kind }: Package, client: RepositoryClient): Promise<Digest[]> {
  if (kind === 'ghcr') return []
  return (await client.referrers(digest)).map((found) => found.digest)
}
