import type { Clock } from '../base/clock.ts'
import { CancelledError } from '../base/errors.ts'
import { joined } from '../base/joined.ts'
import type { Log } from '../base/log.ts'
import type { Progress } from '../base/progress.ts'
import { parseRepository } from '../base/reference.ts'
import type { Budget } from '../packages/budget.ts'
import type { ManifestCache } from '../packages/manifest-cache.ts'
import type { Packages } from '../packages/types.ts'
import type { CleanedRepository, CleanupReport } from '../plan/cleanup-report.ts'
import type { Registries } from '../registry/types.ts'
import type { CleanupOptions, CleanupTask } from './choice/candidates.ts'
import { CleanupJournal } from './deletion/journal.ts'
import { lookAgain } from './deletion/look-again.ts'
import { cleanRepository, type Result } from './repository.ts'

export interface Cleanup {
  tasks: readonly CleanupTask[]
  options: CleanupOptions
  packages: Packages
  registries: Registries
  /** The same that `packages` spends. */
  budget: Budget
  cache: ManifestCache
  /** Where it is written down what is deleted, before it is; see `cleanupJournalPath`. */
  journal: string
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
  const { clock, options, tasks, signal } = cleanup
  const created = new Date(clock.now()).toISOString()
  const journal = new CleanupJournal(cleanup.journal)
  const results: Result[] = []
  for (const task of tasks) if (!signal.aborted) results.push(await cleanRepository(task, cleanup, journal))
  if (journal.unfinished().length === 0) journal.remove()
  const repositories = results.map(({ cleaned }) => cleaned)
  const errors = results.flatMap(({ error }) => (error === undefined ? [] : [error]))
  const error = joined(signal.aborted && errors.length === 0 ? [new CancelledError()] : errors)
  const report: CleanupReport = { schema: 1, created, dryRun: options.dryRun, repositories }
  return { report, ...(error === undefined ? {} : { error }) }
}

export interface Aftermath
  extends Pick<Cleanup, 'packages' | 'registries' | 'budget' | 'cache' | 'clock' | 'log'> {
  journal: string
}

/** For a run that was killed between a deletion and its second look: what a tag needs by now is brought back. */
export async function finishCleanup(aftermath: Aftermath): Promise<void> {
  const { packages, registries, budget, cache, clock, log } = aftermath
  const journal = new CleanupJournal(aftermath.journal)
  const errors: unknown[] = []
  for (const { repository, known, deleted } of journal.unfinished()) {
    const parsed = parseRepository(repository)
    const look = { package: packages.open(parsed), client: registries.open(parsed), cache, clock }
    try {
      const restored = await budget.lift(() => lookAgain(deleted, known, look))
      journal.looked(repository)
      log.warn(
        `The cleanup of ${repository} was interrupted after ${deleted.length} deletions; ${restored.length} were brought back, as a tag needs them.`,
      )
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw joined(errors)
  journal.remove()
}
