import type { CleanedRepository, CleanupEntry, CleanupReport } from '../plan/cleanup-report.ts'
import { freedOf, going, outcomeWords, remains, stayReasons, tagOnly } from '../report/cleaned.ts'

/** A job's outputs may have a megabyte altogether. The log has all of it. */
const MOST = 1_000

/** The values of the action's outputs, by name. */
export function cleanupOutputs(report: CleanupReport) {
  const done = report.repositories.filter(({ outcome }) => outcome !== 'planned')
  const deleted = done.flatMap((repository) =>
    going(repository)
      .filter(({ outcome }) => outcome === 'deleted')
      .map(referencesIn(repository)),
  )
  const kept = done.flatMap((repository) => {
    const reference = referencesIn(repository)
    return going(repository)
      .filter(remains)
      .map((entry) => ({ reference: reference(entry), reason: outcomeWords(entry) || 'not reached' }))
  })
  return {
    deleted: JSON.stringify(deleted.slice(0, MOST)),
    kept: JSON.stringify(kept.slice(0, MOST)),
    report: JSON.stringify(countedReport(report)),
    freed: String(freedOf(done)),
  }
}

/** What goes one by one, what stays counted: ten thousand entries are too much for an output. */
function countedReport(report: CleanupReport) {
  const repositories = report.repositories.map((repository) => {
    const goes = going(repository)
    const entries = goes.slice(0, MOST)
    return { ...repository, entries, more: goes.length - entries.length, stays: stayReasons(repository) }
  })
  return { ...report, repositories }
}

function referencesIn(repository: CleanedRepository): (entry: CleanupEntry) => string {
  const isTag = tagOnly(repository)
  const { repository: name } = repository
  return (entry) => `${name}${isTag(entry) ? `:${entry.tags.join(', ')}` : ''}@${entry.digest}`
}
