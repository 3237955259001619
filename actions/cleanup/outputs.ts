import type { CleanedRepository, CleanupEntry, CleanupReport } from '../plan/cleanup-report.ts'
import { freedOf, going, outcomeWords, remains, stayReasons, tagOnly } from '../report/cleaned.ts'

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
    deleted: JSON.stringify(deleted),
    kept: JSON.stringify(kept),
    report: JSON.stringify(countedReport(report)),
    freed: String(freedOf(done)),
  }
}

/** What goes one by one, what stays counted: ten thousand entries are too much for an output. */
function countedReport(report: CleanupReport) {
  const repositories = report.repositories.map((repository) => ({
    ...repository,
    entries: going(repository),
    stays: stayReasons(repository),
  }))
  return { ...report, repositories }
}

function referencesIn(repository: CleanedRepository): (entry: CleanupEntry) => string {
  const isTag = tagOnly(repository)
  const { repository: name } = repository
  return (entry) => `${name}${isTag(entry) ? `:${entry.tags.join(', ')}` : ''}@${entry.digest}`
}
