import { atOnce } from '../../base/at-once.ts'
import { type Digest, shortDigest } from '../../base/digest.ts'
import { type Contents, contentsOf } from '../../packages/reach/contents.ts'
import type { Graph } from '../../packages/reach/graph.ts'
import type { Inventory } from '../../packages/reach/inventory.ts'
import type { ManifestCache, ManifestReader } from '../../packages/reach/manifest-cache.ts'
import type { Candidate, Candidates } from '../choice/candidates.ts'

const AT_ONCE = 4

/** A manifest that nothing keeps. */
export interface Going {
  digest: Digest
  reason: string
  part: 'top' | 'referrer' | 'child'
  /** What lists it, or what it belongs to: it goes only when these are gone. */
  after: Set<Digest>
  contents?: Contents
}

export interface Ground {
  inventory: Inventory
  graph: Graph
  cache: ManifestCache
  read: ManifestReader
  /** What refers to a manifest and has no tag that says so. */
  referrers(digest: Digest): Promise<readonly Digest[]>
}

/**
 * Everything that goes with the candidates, and is reached by nothing that stays. The graph grows by what turns out to
 * belong to something that stays.
 */
export async function gather(candidates: Candidates, ground: Ground): Promise<Map<Digest, Going>> {
  const tops = await settled(candidates.tops, ground)
  if (candidates.orphans.length === 0) return tops
  await keepUnfinished(candidates.orphans, tops, ground)
  return settled([...candidates.tops, ...candidates.orphans], ground)
}

/** Untagged versions that are too young to go may be waiting for their tag: what they list stays. */
async function keepUnfinished(
  orphans: readonly Candidate[],
  going: ReadonlyMap<Digest, Going>,
  { inventory, graph }: Ground,
): Promise<void> {
  const old = new Set(orphans.map(({ digest }) => digest))
  const young = inventory.versions.filter(
    ({ digest, tags }) => tags.length === 0 && !old.has(digest) && !going.has(digest) && !graph.has(digest),
  )
  const name = 'a push that may not be finished'
  await graph.add(
    young.map(({ digest }) => ({ digest, name })),
    { optional: true },
  )
}

/** Until nothing that goes belongs to something that stays. */
async function settled(starts: readonly Candidate[], ground: Ground): Promise<Map<Digest, Going>> {
  const { graph } = ground
  for (;;) {
    const going = await collect(starts, ground)
    const belonging = [...going.values()].flatMap(({ digest, contents }) => {
      const name = contents?.subject && graph.nameOf(contents.subject)
      return name === undefined ? [] : [{ digest, name }]
    })
    if (belonging.length === 0) return going
    await graph.add(belonging)
  }
}

interface Step {
  digest: Digest
  reason: string
  part: Going['part']
  parent?: Digest
  index: boolean
}

async function collect(starts: readonly Candidate[], ground: Ground): Promise<Map<Digest, Going>> {
  const going = new Map<Digest, Going>()
  const steps = starts.map(({ digest, reason }): Step => ({ digest, reason, part: 'top', index: true }))
  for (let wave = steps; wave.length > 0; )
    wave = (await atOnce(AT_ONCE, wave, (step) => enter(step, going, ground))).flat()
  return going
}

async function enter(step: Step, going: Map<Digest, Going>, ground: Ground): Promise<Step[]> {
  const { digest, reason, part, parent } = step
  if (ground.graph.has(digest)) return []
  const known = going.get(digest)
  const entry: Going = known ?? { digest, reason, part, after: new Set() }
  going.set(digest, entry)
  if (parent !== undefined && !precedes(digest, parent, going)) entry.after.add(parent)
  if (known) return []
  const contents = await contentsFor(step, ground)
  if (contents) entry.contents = contents
  const name = ground.inventory.at(digest)?.tags[0] ?? shortDigest(digest)
  const children = contents?.children ?? []
  return [
    ...children.map(
      (child): Step => ({ ...child, reason: `child of ${name}`, part: 'child', parent: digest }),
    ),
    ...(await referrersOf(digest, name, ground)),
  ]
}

/** What is gone lists nothing any more; an image's manifest is read only where it costs nothing. */
async function contentsFor({ digest, index }: Step, { read, cache }: Ground): Promise<Contents | undefined> {
  const manifest = index ? await read(digest) : cache.at(digest)
  return manifest && contentsOf(manifest)
}

async function referrersOf(digest: Digest, name: string, ground: Ground): Promise<Step[]> {
  const fallbacks = ground.inventory.fallbacks.filter(({ subject }) => subject === digest)
  const others = await ground.referrers(digest)
  const digests = new Set([...fallbacks.map((fallback) => fallback.digest), ...others])
  const reason = `belongs to ${name}`
  return [...digests].map((found) => ({
    digest: found,
    reason,
    part: 'referrer',
    parent: digest,
    index: true,
  }))
}

/** Whether `later` is to wait for `earlier`: two that wait for each other would wait for ever. */
function precedes(earlier: Digest, later: Digest, going: ReadonlyMap<Digest, Going>): boolean {
  const seen = new Set<Digest>()
  const search = (digest: Digest): boolean => {
    if (digest === earlier) return true
    if (seen.has(digest)) return false
    seen.add(digest)
    return [...(going.get(digest)?.after ?? [])].some(search)
  }
  return search(later)
}
