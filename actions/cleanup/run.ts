import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Progress } from '../base/progress.ts'
import type { Budget } from '../packages/budget.ts'
import type { ManifestCache } from '../packages/manifest-cache.ts'
import type { Packages } from '../packages/types.ts'
import type { CleanedRepository, CleanupReport } from '../plan/cleanup-report.ts'
import type { Registries } from '../registry/types.ts'
import type { CleanupOptions, CleanupTask } from './candidates.ts'

export interface Cleanup {
  tasks: readonly CleanupTask[]
  options: CleanupOptions
  packages: Packages
  registries: Registries
  /** The same that `packages` spends. */
  budget: Budget
  cache: ManifestCache
  /** Where it is written down what is deleted, before it is; see `journalPath`. */
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
  const { clock, options } = cleanup
  const created = new Date(clock.now()).toISOString()
  return { report: { schema: 1, created, dryRun: options.dryRun, repositories: [] } }
}
