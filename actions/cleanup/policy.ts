import type { Digest } from '../base/digest.ts'
import type { Version } from '../packages/types.ts'
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

/** A version that may go, all its tags with it. */
export interface Chosen {
  version: Version
  reason: string
}

/** A version of whose tags only these may go. */
export interface ChosenTags extends Chosen {
  tags: readonly string[]
}

/** What the rules say of every version. That a tag reaches it is found out elsewhere, and outranks this. */
export interface Retention {
  tops: Chosen[]
  untags: ChosenTags[]
  /** Without a tag, the newest first. */
  orphans: Chosen[]
  /** Why each of the others stays. */
  stays: Map<Digest, string>
}

/** Where a registry without an API for them lists what refers to a manifest: tags in name only. */
const FALLBACK_TAG = /^sha256-[0-9a-f]{64}(\..+)?$/
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Pure: the same list, rules and time give the same answer. */
export function chooseRetention(versions: readonly Version[], rules: RetentionRules, now: number): Retention {
  const retention: Retention = { tops: [], untags: [], orphans: [], stays: new Map() }
  const tagged = newestFirst(versions.filter((version) => tagsOf(version).length > 0))
  const ranks = rankNamed(tagged, rules)
  for (const version of tagged) judgeTagged(version, ranks.get(version), rules, now, retention)
  for (const version of newestFirst(versions.filter(({ tags }) => tags.length === 0)))
    judgeUntagged(version, rules, now, retention)
  holdBack(tagged.length, rules.keepAtLeast, retention)
  return retention
}

/** Undefined also where a registry's date is none. */
export function changedAt({ created, updated }: Version): number | undefined {
  const known = [created, updated].filter((time) => time !== undefined && Number.isFinite(time))
  return known.length === 0 ? undefined : Math.max(...(known as number[]))
}

function tagsOf({ tags }: Version): string[] {
  return tags.filter((tag) => !FALLBACK_TAG.test(tag))
}

/** Those without a date keep the registry's own order, after all others. */
function newestFirst(versions: readonly Version[]): Version[] {
  const time = (version: Version) => changedAt(version) ?? Number.NEGATIVE_INFINITY
  return versions.toSorted((a, b) => (time(a) === time(b) ? 0 : time(b) - time(a)))
}

/** The place of each version that the rules name, among those whose date is known; the newest is 1. */
function rankNamed(tagged: readonly Version[], rules: RetentionRules): Map<Version, number> {
  const named = tagged.filter(
    (version) => changedAt(version) !== undefined && selectedOf(version, rules).length > 0,
  )
  return new Map(named.map((version, index) => [version, index + 1]))
}

function selectedOf(version: Version, { named, excluded }: RetentionRules): string[] {
  return tagsOf(version).filter((tag) => named(tag) && !excluded(tag))
}

function judgeTagged(
  version: Version,
  rank: number | undefined,
  rules: RetentionRules,
  now: number,
  retention: Retention,
): void {
  const tags = selectedOf(version, rules)
  const spared = sparedBecause(version, tags, rank, rules, now)
  if (spared !== undefined) {
    retention.stays.set(version.digest, spared)
    return
  }
  const reason = goesBecause(version, rules, now)
  if (tags.length === tagsOf(version).length) retention.tops.push({ version, reason })
  else retention.untags.push({ version, tags, reason })
}

function sparedBecause(
  version: Version,
  selected: readonly string[],
  rank: number | undefined,
  rules: RetentionRules,
  now: number,
): string | undefined {
  const { keepNTagged, olderThan } = rules
  if (!rules.tagged) return 'no rule is for versions with a tag'
  if (selected.length === 0)
    return tagsOf(version).some(rules.excluded) ? 'excluded by “exclude-tags”' : 'not named by “tags”'
  const changed = changedAt(version)
  if (changed === undefined && (keepNTagged !== undefined || olderThan !== undefined))
    return 'its registry tells no date to judge by'
  if (keepNTagged !== undefined && (rank ?? 0) <= keepNTagged) return `among the newest ${keepNTagged}`
  if (olderThan !== undefined && !(now - (changed ?? now) >= olderThan))
    return `changed less than ${spoken(olderThan)} ago`
  return undefined
}

function goesBecause(version: Version, { keepNTagged, olderThan }: RetentionRules, now: number): string {
  const reasons = [
    ...(keepNTagged === undefined ? [] : [`not among the newest ${keepNTagged}`]),
    ...(olderThan === undefined ? [] : [`unchanged for ${spoken(now - (changedAt(version) ?? now))}`]),
  ]
  return reasons.join(', ') || 'named by “tags”'
}

function judgeUntagged(
  version: Version,
  { untagged }: RetentionRules,
  now: number,
  { orphans, stays }: Retention,
): void {
  const changed = changedAt(version)
  if (untagged === undefined) stays.set(version.digest, 'no tag, and “untagged” is not set')
  else if (changed === undefined)
    stays.set(version.digest, 'no tag, and its registry tells no date to judge by')
  else if (now - changed >= untagged)
    orphans.push({ version, reason: `no tag reaches it, for ${spoken(now - changed)}` })
  else stays.set(version.digest, `no tag, but changed less than ${spoken(untagged)} ago`)
}

/** So many tagged versions stay: of those that would go, the newest. */
function holdBack(tagged: number, keepAtLeast: number, { tops, stays }: Retention): void {
  const lacking = keepAtLeast - (tagged - tops.length)
  if (lacking <= 0) return
  const held = `“keep-at-least” keeps the newest ${keepAtLeast}`
  for (const { version } of tops.splice(0, lacking)) stays.set(version.digest, held)
}

/** Whole days, and hours where it is less than two. */
function spoken(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY)
  if (days >= 2) return `${days} days`
  const hours = Math.floor(milliseconds / HOUR)
  return hours === 1 ? '1 hour' : `${hours} hours`
}
