import { isUserError, messageOf, userErrorsOf } from '../base/errors.ts'
import type { Log } from '../base/log.ts'
import type { CleanupReport } from '../plan/cleanup-report.ts'
import { remainder } from '../report/cleaned.ts'

/** Where a failure shall not fail the step: one warning for each thing that went wrong. */
export function warnOf(error: unknown, log: Log): void {
  if (isUserError(error)) for (const each of userErrorsOf(error)) log.warn(`The cleanup failed: ${each}`)
  else {
    log.warn(`The cleanup failed: ${messageOf(error)}`)
    if (error instanceof Error) log.info(error.stack ?? '')
  }
}

/** The step stays green, so a warning has to say what was not done. */
export function warnOfRemainder({ repositories }: CleanupReport, log: Log): void {
  const failed = repositories.filter(({ outcome }) => outcome === 'failed')
  const left = failed.flatMap((repository) => {
    const names = remainder(repository)
    return names === '' ? [] : [`${repository.repository}: ${names}`]
  })
  log.warn(left.length > 0 ? `Still there: ${left.join('; ')}.` : 'Nothing was deleted where it failed.')
}

/** Nothing failed, and yet it will be so in every run until somebody changes it. */
export function warnOfUnsupported({ repositories }: CleanupReport, log: Log): void {
  for (const { repository, entries } of repositories) {
    const refused = entries.filter(({ outcome }) => outcome === 'unsupported')
    for (const [detail, alike] of Map.groupBy(refused, (entry) => entry.detail ?? ''))
      log.warn(`${repository} kept ${alike.length} of what was to go: ${detail}.`)
  }
}
