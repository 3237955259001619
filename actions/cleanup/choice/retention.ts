import type { Digest } from '../../base/digest.ts'
import type { Inventory } from '../../packages/reach/inventory.ts'
import type { Version } from '../../packages/types.ts'
import type { Candidate, Candidates } from './candidates.ts'
import type { TagFilter } from './patterns.ts'

/** What retention was asked to take; ages in milliseconds. */
export interface RetentionRules {
  named: TagFilter
  /** Outranks `named`. */
  excluded: TagFilter
  /** Whether any rule asks for tagged versions to go. */
  tagged: boolean
  keepNTagged?: number
  olderThan?: number
  untagged?: number
  keepAtLeast: number
}

interface Judged {
  digest: Digest
  changed: number | undefined
  tags: readonly string[]
  /** Those of its tags that the rules name. */
  selected: readonly string[]
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Pure: the same inventory, rules and time give the same answer. */
export function chooseRetention(inventory: Inventory, rules: RetentionRules, now: number): Candidates {
  const names = Map.groupBy(inventory.roots, ({ digest }) => digest)
  const listedTags = (digest: Digest) => (names.get(digest) ?? []).map(({ name }) => name)
  const versions = newestFirst(inventory.versions).map((version): Judged => {
    const tags = listedTags(version.digest)
    const selected = tags.filter((tag) => rules.named(tag) && !rules.excluded(tag))
    return { digest: version.digest, changed: changedAt(version), tags, selected }
  })
  const referring = new Set(inventory.fallbacks.map(({ digest }) => digest))
  const tagged = versions.filter(({ tags }) => tags.length > 0)
  const untagged = versions.filter(({ digest, tags }) => tags.length === 0 && !referring.has(digest))
  return merged(judgeTagged(tagged, rules, now), judgeUntagged(untagged, rules, now))
}

type Verdicts = { [part in keyof Candidates]: Candidates[part][number][] }

function merged(tagged: Verdicts, untagged: Verdicts): Candidates {
  return { ...tagged, orphans: untagged.orphans, stays: [...tagged.stays, ...untagged.stays] }
}

/** When it was made, or its tags changed. Undefined also where a registry's date is none. */
function changedAt({ created, updated }: Version): number | undefined {
  const known = [created, updated].filter((time) => time !== undefined && Number.isFinite(time))
  return known.length === 0 ? undefined : Math.max(...(known as number[]))
}

/** Those without a date keep the registry's own order, after all others. */
function newestFirst(versions: readonly Version[]): Version[] {
  const time = (version: Version) => changedAt(version) ?? Number.NEGATIVE_INFINITY
  return versions.toSorted((a, b) => (time(a) === time(b) ? 0 : time(b) - time(a)))
}

function judgeTagged(versions: readonly Judged[], rules: RetentionRules, now: number): Verdicts {
  const verdicts: Verdicts = { tops: [], untags: [], orphans: [], stays: [] }
  let rank = 0
  for (const version of versions) {
    const { digest, tags, selected, changed } = version
    if (selected.length > 0 && changed !== undefined) rank++
    const spared = sparedBecause(version, rank, rules, now)
    const reason = spared ?? goesBecause(version, rules, now)
    if (spared !== undefined) verdicts.stays.push({ digest, reason })
    else if (selected.length === tags.length) verdicts.tops.push({ digest, reason, tags: selected })
    else verdicts.untags.push(...selected.map((tag) => ({ digest, tag, reason })))
  }
  holdBack(versions.length, rules.keepAtLeast, verdicts)
  return verdicts
}

/** `rank` is its place among those that the rules name and whose date is known; the newest is 1. */
function sparedBecause(
  version: Judged,
  rank: number,
  rules: RetentionRules,
  now: number,
): string | undefined {
  const { keepNTagged, olderThan } = rules
  const { changed } = version
  if (!rules.tagged) return 'has a tag, and no rule takes tags'
  if (version.selected.length === 0)
    return version.tags.some(rules.excluded) ? 'excluded by "exclude-tags"' : 'not named by "tags"'
  if (changed === undefined && (keepNTagged !== undefined || olderThan !== undefined))
    return 'its registry tells no date to judge by'
  if (keepNTagged !== undefined && rank <= keepNTagged) return `among the newest ${keepNTagged}`
  if (olderThan !== undefined && now - (changed ?? now) < olderThan)
    return `changed less than ${spoken(olderThan)} ago`
  return undefined
}

function goesBecause({ changed }: Judged, { keepNTagged, olderThan }: RetentionRules, now: number): string {
  const reasons = [
    ...(keepNTagged === undefined ? [] : [`not among the newest ${keepNTagged}`]),
    ...(olderThan === undefined ? [] : [`unchanged for ${spoken(now - (changed ?? now))}`]),
  ]
  return reasons.join(', ') || 'named by "tags"'
}

function judgeUntagged(versions: readonly Judged[], { untagged }: RetentionRules, now: number): Verdicts {
  const verdicts: Verdicts = { tops: [], untags: [], orphans: [], stays: [] }
  for (const { digest, changed } of versions) {
    const stays = (reason: string) => verdicts.stays.push({ digest, reason })
    if (untagged === undefined) stays('no tag, and "untagged" is not set')
    else if (changed === undefined) stays('no tag, and its registry tells no date to judge by')
    else if (now - changed < untagged) stays(`no tag, but changed less than ${spoken(untagged)} ago`)
    else verdicts.orphans.push({ digest, reason: `no tag for ${spoken(now - changed)}` })
  }
  return verdicts
}

/** So many tagged versions stay: of those that would go, the newest. */
function holdBack(tagged: number, keepAtLeast: number, { tops, stays }: Verdicts): void {
  const lacking = keepAtLeast - (tagged - tops.length)
  if (lacking <= 0) return
  const reason = `"keep-at-least" keeps the newest ${keepAtLeast}`
  stays.push(...tops.splice(0, lacking).map(({ digest }): Candidate => ({ digest, reason })))
}

/** Whole days, and hours where it is less than two. */
function spoken(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY)
  if (days >= 2) return `${days} days`
  const hours = Math.floor(milliseconds / HOUR)
  return hours === 1 ? '1 hour' : `${hours} hours`
}
