import type { Clock } from '../base/clock.ts'
import { CancelledError, isUserError } from '../base/errors.ts'
import { joined } from '../base/joined.ts'
import type { Log } from '../base/log.ts'
import type { Progress } from '../base/progress.ts'
import type { Budget } from '../packages/budget.ts'
import type { ManifestCache } from '../packages/reach/manifest-cache.ts'
import type { Packages } from '../packages/types.ts'
import type { CleanedRepository, CleanupReport } from '../plan/cleanup-report.ts'
import type { Registries } from '../registry/types.ts'
import type { CleanupOptions, CleanupTask } from './choice/candidates.ts'
import type { CleanupJournal } from './deletion/journal.ts'
import { cleanRepository, type Result } from './repository.ts'

export interface Cleanup {
  tasks: readonly CleanupTask[]
  options: CleanupOptions
  packages: Packages
  registries: Registries
  /** The same that `packages` spends. */
  budget: Budget
  cache: ManifestCache
  journal: CleanupJournal
  clock: Clock
  log: Log
  signal: AbortSignal
  progress: Progress
  /** Shown each repository's plan before anything is deleted there; false leaves it as a plan. */
  approve?: (planned: CleanedRepository) => Promise<boolean>
}

export interface Cleaned {
  report: CleanupReport
  /** What the run has to fail with, once everything else is done. */
  error?: unknown
}

/** One repository after the other; one that fails keeps no other from being cleaned up. */
export async function runCleanup(cleanup: Cleanup): Promise<Cleaned> {
  const { clock, options, tasks, signal, journal } = cleanup
  const created = new Date(clock.now()).toISOString()
  const results: Result[] = []
  for (const task of tasks) if (!signal.aborted) results.push(await cleanRepository(task, cleanup))
  if (journal.unfinished().length === 0) journal.remove()
  const repositories = results.map(({ cleaned }) => cleaned)
  const errors = results.flatMap(({ error }) => (error === undefined ? [] : [error]))
  const error = signal.aborted ? cancelled(joined(errors)) : joined(errors)
  const report: CleanupReport = { schema: 1, created, dryRun: options.dryRun, repositories }
  return { report, ...(error === undefined ? {} : { error }) }
}

/** What failed before stays said, but a cancelled run is no failed one, which a caller may take lightly. */
function cancelled(failure: unknown): unknown {
  if (failure === undefined) return new CancelledError()
  return isUserError(failure) ? new CancelledError(`Cancelled. ${failure}`) : failure
}
