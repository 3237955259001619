import { randomUUID } from 'node:crypto'
import { CancelledError, messagesOf } from '../base/errors.ts'
import { noProgress } from '../base/progress.ts'
import { ManifestCache } from '../packages/reach/manifest-cache.ts'
import type { CleanedRepository, CleanupReport } from '../plan/cleanup-report.ts'
import { manifestsIn } from '../plan/receipt.ts'
import { secretsOf } from '../registry/access.ts'
import { going } from '../report/cleaned.ts'
import { cleanupSummary } from '../report/cleanup.ts'
import { cleanupHeadline, repositoryText } from '../report/cleanup-text.ts'
import type { Runner } from '../runner/runner.ts'
import { type CacheStore, openCacheStore } from './cache-store.ts'
import { findTasks, type Tasks } from './choice/tasks.ts'
import { CleanupJournal, cleanupJournalPath } from './deletion/journal.ts'
import { JOURNAL_STATE, REPOSITORIES_STATE } from './finish.ts'
import { type CleanupInputs, parseInputs } from './inputs.ts'
import { cleanupOutputs } from './outputs.ts'
import { type Cleaned, runCleanup } from './run.ts'
import { openServices } from './services.ts'
import { warnOf, warnOfRemainder, warnOfUnsupported } from './warning.ts'

/** A wrong input is thrown; all else is returned. */
export async function cleanUp(runner: Runner): Promise<Cleaned> {
  const inputs = await parseInputs(runner.inputs, runner.event)
  for (const secret of secretsOf(inputs.access)) runner.mask(secret)
  const { found, report: done, error } = await attempt(runner, inputs)
  const report = error === undefined ? done : { ...done, errors: messagesOf(error) }
  await tell(runner, report)
  warnOfUnsupported(report, runner.log)
  for (const [name, value] of Object.entries(cleanupOutputs(report))) runner.setOutput(name, value)
  if (found.note !== undefined) runner.log.info(found.note)
  if (report.repositories.length > 0) await runner.summary(cleanupSummary(report, found.note))
  if (error === undefined) return { report }
  if (inputs.onFailure === 'fail' || error instanceof CancelledError) return { report, error }
  warnOf(error, runner.log)
  warnOfRemainder(report, runner.log)
  return { report }
}

async function attempt(runner: Runner, inputs: CleanupInputs): Promise<Cleaned & { found: Tasks }> {
  const created = new Date(runner.clock.now()).toISOString()
  const nothing: CleanupReport = { schema: 1, created, dryRun: inputs.dryRun, repositories: [] }
  let found: Tasks = { tasks: [] }
  try {
    found = await findTasks(runner, inputs)
    return {
      found,
      ...(found.tasks.length === 0 ? { report: nothing } : await perform(runner, inputs, found)),
    }
  } catch (error) {
    return { found, report: nothing, error }
  }
}

async function perform(runner: Runner, inputs: CleanupInputs, { tasks, receipt }: Tasks): Promise<Cleaned> {
  const repositories = tasks.map(({ repository }) => repository)
  const store = openCacheStore(runner, repositories)
  const cache = ManifestCache.parse(await store.load())
  for (const manifest of receipt ? manifestsIn(receipt) : []) cache.add(manifest)
  const { close, ...services } = openServices(runner, inputs)
  const { dryRun, maxDeletes } = inputs
  const journal = new CleanupJournal(cleanupJournalPath(runner.temp, randomUUID()))
  runner.saveState(JOURNAL_STATE, journal.path)
  runner.saveState(REPOSITORIES_STATE, repositories.join('\n'))
  try {
    const cleaned = await runCleanup({
      ...services,
      ...runner,
      progress: runner.progress ?? noProgress,
      tasks,
      cache,
      options: { dryRun, maxDeletes },
      journal,
      ...(runner.ask ? { approve: (planned) => askAbout(runner, planned) } : {}),
    })
    await keep(cache, store, cleaned)
    return cleaned
  } finally {
    close()
  }
}

/** A run that broke off has perhaps deleted an index, of which only the cache knows then what it listed. */
async function keep(cache: ManifestCache, store: CacheStore, { report, error }: Cleaned): Promise<void> {
  const wasRead = ({ outcome, entries }: CleanedRepository) =>
    outcome === 'done' || outcome === 'planned' || entries.length > 0
  const whole = error === undefined && report.repositories.every(wasRead)
  if (cache.grown) await store.save(cache.serialise({ whole }))
}

async function askAbout(runner: Runner, planned: CleanedRepository): Promise<boolean> {
  const goes = going(planned)
  if (goes.length === 0) return true
  runner.log.info(repositoryText(planned, 'counted'))
  return (await runner.ask?.(`Delete this from ${planned.repository}?`)) ?? true
}

/** A dry run is asked for its reasons, so it tells them digest by digest. */
async function tell({ log }: Runner, report: CleanupReport): Promise<void> {
  for (const repository of report.repositories) {
    // It was shown when it was asked about, and the answer was no.
    if (repository.outcome === 'planned' && !report.dryRun) continue
    const text = repositoryText(repository, report.dryRun ? 'each' : 'counted')
    await log.group(`Cleanup of ${repository.repository}`, async () => log.info(text))
  }
  if (report.repositories.length > 0) log.info(cleanupHeadline(report))
}
