import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Digest } from '../../../actions/base/digest.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { noProgress } from '../../../actions/base/progress.ts'
import type { Candidates, CleanupTask } from '../../../actions/cleanup/choice/candidates.ts'
import { chooseRetention, type RetentionRules } from '../../../actions/cleanup/choice/retention.ts'
import { CleanupJournal, cleanupJournalPath } from '../../../actions/cleanup/deletion/journal.ts'
import { type Cleaned, type Cleanup, runCleanup } from '../../../actions/cleanup/run.ts'
import { Budget } from '../../../actions/packages/budget.ts'
import { ManifestCache } from '../../../actions/packages/reach/manifest-cache.ts'
import type { CleanedRepository } from '../../../actions/plan/cleanup-report.ts'
import type { Manifest } from '../../../actions/registry/types.ts'
import { testClock } from '../merge/world.ts'
import { type MemoryPackage, REPOSITORY, worldOf } from './memory-package.ts'
import { pull } from './walk.ts'

export const NOW = Date.UTC(2026, 10, 21)
export const DAY = 24 * 3_600_000

export interface CleanedOne extends Cleaned {
  /** Of the only repository. */
  cleaned: CleanedRepository
  deleted: Digest[]
  warnings: string[]
}

export async function clean(
  memory: MemoryPackage,
  task: CleanupTask,
  more: Partial<Cleanup> = {},
): Promise<CleanedOne> {
  const temp = mkdtempSync(join(tmpdir(), 'cleanup-'))
  const warnings: string[] = []
  try {
    const result = await runCleanup({
      ...worldOf(memory),
      tasks: [task],
      options: { dryRun: false, maxDeletes: 100 },
      budget: new Budget(1000),
      cache: new ManifestCache(),
      journal: new CleanupJournal(cleanupJournalPath(temp, 'step')),
      clock: testClock(),
      log: { ...silentLog, warn: (message) => warnings.push(message) },
      signal: new AbortController().signal,
      progress: noProgress,
      ...more,
    })
    const cleaned = result.report.repositories[0]!
    const deleted = cleaned.entries.flatMap(({ digest, outcome }) => (outcome === 'deleted' ? [digest] : []))
    return { ...result, cleaned, deleted, warnings }
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

export function superseded(...manifests: Manifest[]): CleanupTask {
  const tops = manifests.map(({ digest }) => ({ digest, tags: [], reason: 'left latest-previous' }))
  return { repository: REPOSITORY, choose: (): Candidates => ({ tops, untags: [], orphans: [], stays: [] }) }
}

export function retention(rules: Partial<RetentionRules>): CleanupTask {
  const all: RetentionRules = {
    named: () => true,
    excluded: () => false,
    tagged: rules.untagged === undefined,
    keepAtLeast: 0,
    ...rules,
  }
  return { repository: REPOSITORY, choose: (inventory) => chooseRetention(inventory, all, NOW) }
}

/** What any pull by tag lacks. */
export function broken(memory: MemoryPackage): string[] {
  return pull(memory.tags.keys(), memory).lacking
}

export function entryOf({ cleaned }: CleanedOne, { digest }: Manifest) {
  return cleaned.entries.find((entry) => entry.digest === digest)
}
