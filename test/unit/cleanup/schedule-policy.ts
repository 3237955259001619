import fc from 'fast-check'
import type { Candidate, Candidates, CleanupTask } from '../../../actions/cleanup/choice/candidates.ts'
import { chooseRetention, type RetentionRules } from '../../../actions/cleanup/choice/retention.ts'
import type { Inventory } from '../../../actions/packages/reach/inventory.ts'
import type { Manifest } from '../../../actions/registry/types.ts'
import { type MemoryPackage, REPOSITORY } from './memory-package.ts'
import { MONTH, NOW } from './scenes.ts'

/** What is asked to go: what a receipt names; tags, and everything untagged that is old; what the rules of retention say. */
export type Policy =
  | { by: 'receipt'; superseded: number[]; keeps: number }
  | { by: 'retention'; tags: boolean[]; untagged: boolean }
  | { by: 'rules'; tags: boolean[]; excluded: boolean[]; rules: Omit<RetentionRules, 'named' | 'excluded'> }

const flags = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 })
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

export const policy: fc.Arbitrary<Policy> = fc.oneof(
  fc.record({
    by: fc.constant('receipt' as const),
    superseded: fc.array(fc.nat({ max: 12 }), { minLength: 2, maxLength: 5 }),
    keeps: fc.nat({ max: 30 }),
  }),
  fc.record({
    by: fc.constant('retention' as const),
    tags: flags,
    untagged: fc.boolean(),
  }),
  fc.record({
    by: fc.constant('rules' as const),
    tags: flags,
    excluded: flags,
    rules: fc
      .record({
        tagged: fc.boolean(),
        keepNTagged: maybe(fc.integer({ min: 1, max: 3 })),
        olderThan: maybe(fc.constantFrom(1, MONTH / 2)),
        untagged: maybe(fc.constant(MONTH / 2)),
        keepAtLeast: fc.nat({ max: 2 }),
      })
      .map(given),
  }),
)

/** Without what was not drawn. */
function given(drawn: { [name in keyof RetentionRules]?: RetentionRules[name] | undefined }) {
  const known = Object.entries(drawn).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as Omit<RetentionRules, 'named' | 'excluded'>
}

export interface Asked {
  task: CleanupTask
  /** The tags that may go. */
  asked: Set<string>
}

export function taskOf(drawn: Policy, manifests: readonly Manifest[], memory: MemoryPackage): Asked {
  if (drawn.by === 'receipt') return receiptTask(drawn, manifests, memory)
  return drawn.by === 'rules' ? rulesTask(drawn) : retentionTask(drawn)
}

function namesOf(flags: readonly boolean[]): Set<string> {
  return new Set(flags.flatMap((named, number) => (named ? [`tag-${number}`] : [])))
}

/** Whatever else the rules spare: no other tag may go. */
function rulesTask({ tags, excluded, rules }: Extract<Policy, { by: 'rules' }>): Asked {
  const [named, spared] = [namesOf(tags), namesOf(excluded)]
  const asked = new Set([...named].filter((tag) => !spared.has(tag)))
  const all = { ...rules, named: (tag: string) => named.has(tag), excluded: (tag: string) => spared.has(tag) }
  return {
    task: { repository: REPOSITORY, choose: (inventory) => chooseRetention(inventory, all, NOW) },
    asked: rules.tagged ? asked : new Set(),
  }
}

function receiptTask(
  { superseded, keeps }: Extract<Policy, { by: 'receipt' }>,
  manifests: readonly Manifest[],
  memory: MemoryPackage,
): Asked {
  const at = (number: number) => manifests.toReversed()[number % manifests.length]!.digest
  const tops = superseded.map((number) => ({ digest: at(number), tags: [], reason: 'left latest-previous' }))
  const tags = [...memory.tags].slice(0, 1).map(([name, digest]) => ({ name, digest }))
  const needed = [{ name: 'app as this run built it', digest: at(keeps) }]
  const choose = (): Candidates => ({ tops, untags: [], orphans: [], stays: [] })
  return { task: { repository: REPOSITORY, choose, given: { tags, needed } }, asked: new Set() }
}

function retentionTask({ tags, untagged }: Extract<Policy, { by: 'retention' }>): Asked {
  const asked = namesOf(tags)
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
