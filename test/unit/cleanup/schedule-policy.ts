import fc from 'fast-check'
import type { Candidate, Candidates, CleanupTask } from '../../../actions/cleanup/choice/candidates.ts'
import type { Inventory } from '../../../actions/packages/inventory.ts'
import type { Manifest } from '../../../actions/registry/types.ts'
import { type MemoryPackage, REPOSITORY } from './memory-package.ts'
import { MONTH, NOW } from './scenes.ts'

/** What is asked to go: what a receipt names, tags, and everything untagged that is old. */
export type Policy =
  | { by: 'receipt'; superseded: number[]; keeps: number }
  | { by: 'retention'; tags: boolean[]; untagged: boolean }

export const policy: fc.Arbitrary<Policy> = fc.oneof(
  fc.record({
    by: fc.constant('receipt' as const),
    superseded: fc.array(fc.nat({ max: 12 }), { minLength: 2, maxLength: 5 }),
    keeps: fc.nat({ max: 30 }),
  }),
  fc.record({
    by: fc.constant('retention' as const),
    tags: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    untagged: fc.boolean(),
  }),
)

export interface Asked {
  task: CleanupTask
  /** The tags that may go. */
  asked: Set<string>
}

export function taskOf(drawn: Policy, manifests: readonly Manifest[], memory: MemoryPackage): Asked {
  return drawn.by === 'receipt' ? receiptTask(drawn, manifests, memory) : retentionTask(drawn)
}

function receiptTask(
  { superseded, keeps }: Extract<Policy, { by: 'receipt' }>,
  manifests: readonly Manifest[],
  memory: MemoryPackage,
): Asked {
  const at = (number: number) => manifests.toReversed()[number % manifests.length]!.digest
  const tops = superseded.map((number) => ({ digest: at(number), tags: [], reason: 'left latest-previous' }))
  const tags = [...memory.tags].slice(0, 1).map(([name, digest]) => ({ name, digest }))
  const needed = [{ name: 'app as this run published it', digest: at(keeps) }]
  const choose = (): Candidates => ({ tops, untags: [], orphans: [], stays: [] })
  return { task: { repository: REPOSITORY, choose, given: { tags, needed } }, asked: new Set() }
}

function retentionTask({ tags, untagged }: Extract<Policy, { by: 'retention' }>): Asked {
  const asked = new Set(tags.flatMap((goes, number) => (goes ? [`tag-${number}`] : [])))
  return {
    task: { repository: REPOSITORY, choose: (inventory) => retention(inventory, asked, untagged) },
    asked,
  }
}

function retention(inventory: Inventory, asked: ReadonlySet<string>, untagged: boolean): Candidates {
  const tops: (Candidate & { tags: string[] })[] = []
  const untags: (Candidate & { tag: string })[] = []
  for (const digest of new Set(inventory.roots.map((root) => root.digest))) {
    const names = inventory.roots.filter((root) => root.digest === digest).map(({ name }) => name)
    const go = names.filter((name) => asked.has(name))
    if (go.length === names.length) tops.push({ digest, tags: go, reason: 'asked' })
    else untags.push(...go.map((tag) => ({ digest, tag, reason: 'asked' })))
  }
  const old = inventory.versions.filter(
    ({ tags, updated }) => tags.length === 0 && (updated ?? NOW) <= NOW - MONTH,
  )
  const orphans = untagged ? old.map(({ digest }) => ({ digest, reason: 'no tag for 30 days' })) : []
  return { tops, untags, orphans, stays: [] }
}
