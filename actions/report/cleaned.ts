import { shortDigest } from '../base/digest.ts'
import { formatBytes } from '../base/units.ts'
import type { CleanedRepository, CleanupEntry, CleanupReport } from '../plan/cleanup-report.ts'

/** A reason, and how many manifests stay for it. */
export interface StayReason {
  reason: string
  count: number
}

/** More reasons than this tell nobody anything; the rest is counted together. */
const MOST_REASONS = 20
/** As many names as a line takes. */
const MOST_NAMES = 5
const OTHER = 'other reasons'

export function going({ entries }: Pick<CleanedRepository, 'entries'>): CleanupEntry[] {
  return entries.filter(({ verdict }) => verdict === 'goes')
}

export function staying({ entries }: Pick<CleanedRepository, 'entries'>): CleanupEntry[] {
  return entries.filter(({ verdict }) => verdict === 'stays')
}

/** It was to go, and something of it is still there. */
export function remains({ verdict, outcome }: CleanupEntry): boolean {
  return verdict === 'goes' && !(outcome === 'deleted' || outcome === 'untagged' || outcome === 'absent')
}

/** What stays, counted by reason, the most frequent first. */
export function stayReasons(repository: Pick<CleanedRepository, 'entries'>): StayReason[] {
  const counts = [...Map.groupBy(staying(repository), ({ reason }) => inGeneral(reason))]
    .map(([reason, entries]) => ({ reason, count: entries.length }))
    .toSorted((a, b) => b.count - a.count)
  if (counts.length <= MOST_REASONS) return counts
  const rest = counts.slice(MOST_REASONS - 1).reduce((sum, { count }) => sum + count, 0)
  return [...counts.slice(0, MOST_REASONS - 1), { reason: OTHER, count: rest }]
}

/** Which tag it is tells nobody anything where a thousand of them are counted. */
function inGeneral(reason: string): string {
  if (reason.startsWith('tagged ')) return 'holds a tag'
  return reason.startsWith('needed by ') ? 'needed by something that stays' : reason
}

/** What became of an entry that was to go, in words; nothing while it is only planned. */
export function outcomeWords({ outcome, detail }: CleanupEntry): string {
  if (outcome === undefined) return ''
  const words: Record<NonNullable<CleanupEntry['outcome']>, string> = {
    deleted: 'deleted',
    untagged: 'tag removed',
    absent: 'was gone already',
    changed: 'changed meanwhile, so left alone',
    kept: 'kept by the registry',
    unsupported: 'the registry can’t',
    unreached: 'not reached',
    restored: 'put back, as a tag needs it',
  }
  return detail ? `${words[outcome]} (${detail})` : words[outcome]
}

/** The one line that says it all. */
export function headline(report: CleanupReport): string {
  const { repositories } = report
  const failed = repositories
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ repository }) => repository)
  const deeds = deedsOf(report)
  const ending = [
    ...(failed.length > 0 ? [`failed: ${failed.join(', ')}`] : []),
    ...(repositories.some(({ outcome }) => outcome === 'partial') ? ['a later run goes on from here'] : []),
  ]
  return [deeds, ...ending].join('; ')
}

/** What was done, or in a dry run what would be. */
function deedsOf({ repositories, dryRun }: CleanupReport): string {
  const verb = dryRun ? 'Would delete' : 'Deleted'
  // In a real run only that is still planned to which somebody said no.
  const told = repositories.filter(({ outcome }) => (outcome === 'planned') === dryRun)
  const { manifests, tags } = tally(told.flatMap((repository) => deeds(repository, dryRun)))
  const freed = freedOf(told)
  if (manifests + tags === 0)
    return repositories.every((repository) => going(repository).length === 0)
      ? 'Nothing to delete'
      : `${verb} nothing`
  const size = freed > 0 ? `, ${formatBytes(freed)}${dryRun ? '' : ' freed'}` : ''
  return `${verb} ${spoken({ manifests, tags })}${size}`
}

/** How much is to go: where other tags hold a manifest, only a tag. */
export function amount(repository: CleanedRepository): string {
  return spoken(tally(deeds(repository, true)))
}

function spoken({ manifests, tags }: Tally): string {
  return [
    ...(manifests > 0 ? [counted(manifests, 'manifest')] : []),
    ...(tags > 0 ? [counted(tags, 'tag')] : []),
  ].join(' and ')
}

function deeds(repository: CleanedRepository, planned: boolean): ('manifest' | 'tag')[] {
  const isTag = tagOnly(repository)
  return going(repository).flatMap((entry) => {
    const done = planned || entry.outcome === 'deleted' || entry.outcome === 'untagged'
    return done ? [isTag(entry) ? 'tag' : 'manifest'] : []
  })
}

interface Tally {
  manifests: number
  tags: number
}

function tally(deeds: readonly ('manifest' | 'tag')[]): Tally {
  const tags = deeds.filter((deed) => deed === 'tag').length
  return { tags, manifests: deeds.length - tags }
}

/** Of a version that has other tags, one tag goes and the manifest stays. */
export function tagOnly(repository: CleanedRepository): (entry: CleanupEntry) => boolean {
  const stays = new Set(staying(repository).map(({ digest }) => digest))
  return ({ digest, outcome }) => outcome === 'untagged' || stays.has(digest)
}

export function freedOf(repositories: CleanupReport['repositories']): number {
  return repositories.reduce((sum, { freed }) => sum + freed, 0)
}

export function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

/** A few names of what is left of it. */
export function remainder(repository: CleanedRepository): string {
  const left = going(repository)
    .filter(remains)
    .map(({ digest }) => shortDigest(digest))
  if (left.length === 0) return ''
  const more = left.length > MOST_NAMES ? ` and ${left.length - MOST_NAMES} more` : ''
  return `${left.slice(0, MOST_NAMES).join(', ')}${more}`
}
