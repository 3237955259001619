import { CancelledError, isUserError, messageOf, reworded, UserError, userErrorsOf } from '../base/errors.ts'
import { joined } from '../base/joined.ts'
import { parseRepository } from '../base/reference.ts'
import { BudgetSpent } from '../packages/budget.ts'
import type { CleanedRepository } from '../plan/cleanup-report.ts'
import type { CleanupTask } from './choice/candidates.ts'
import { type Executed, executePlan } from './deletion/delete.ts'
import { lookAgain } from './deletion/look-again.ts'
import { type Plan, reportOf } from './plan/plan.ts'
import { type Prepared, prepare, type Site } from './plan/prepare.ts'
import type { Cleanup } from './run.ts'

export interface Result {
  cleaned: CleanedRepository
  error?: unknown
}

/** One repository, from reading it to looking again. What fails in it is told in the result. */
export async function cleanRepository(task: CleanupTask, cleanup: Cleanup): Promise<Result> {
  const repository = parseRepository(task.repository)
  const source = cleanup.packages.open(repository)
  const rights = cleanup.options.dryRun ? 'pull' : source.kind === 'ghcr' ? 'push' : 'delete'
  const client = cleanup.registries.open(repository, rights)
  const site: Site = { task, cleanup, package: source, client }
  try {
    const prepared = await prepare(site)
    return await carryOut(prepared, site)
  } catch (error) {
    return unread(site, error)
  }
}

/** Nothing was deleted. */
function unread({ task, cleanup }: Site, thrown: unknown): Result {
  const error = causeOf(thrown, cleanup)
  const empty: Plan = { repository: task.repository, steps: [], staying: [], blobs: new Map() }
  if (error instanceof CancelledError) return { cleaned: reportOf(empty, 'partial'), error }
  if (!(error instanceof BudgetSpent)) return failed(empty, error)
  cleanup.log.warn(`Nothing was deleted from ${task.repository}: ${error}`)
  return { cleaned: reportOf(empty, 'partial', error.message) }
}

function failed(plan: Plan, error: unknown): Result {
  return { cleaned: reportOf(plan, 'failed', messageOf(error)), error: named(plan.repository, error) }
}

/** Whatever broke off when the run was cancelled: that is why. */
function causeOf(error: unknown, { signal }: Cleanup): unknown {
  return signal.aborted && !(error instanceof CancelledError) ? new CancelledError() : error
}

/** Several repositories may fail in one run. A bug keeps its stack. */
function named(repository: string, error: unknown): unknown {
  if (!isUserError(error) || messageOf(error).includes(repository)) return error
  return joined(userErrorsOf(error).map((each) => reworded(each, `${repository}: ${each.message}`)))
}

async function carryOut(prepared: Prepared, site: Site): Promise<Result> {
  const { plan } = prepared
  const { options, approve } = site.cleanup
  if (plan.steps.length > options.maxDeletes) return tooMany(plan, options.maxDeletes)
  if (options.dryRun) return { cleaned: reportOf(plan, 'planned') }
  if (plan.steps.length === 0) return { cleaned: reportOf(plan, 'done') }
  if (approve && !(await approve(reportOf(plan, 'planned')))) return { cleaned: reportOf(plan, 'planned') }
  return deleteAll(prepared, site)
}

function tooMany(plan: Plan, most: number): Result {
  return failed(
    plan,
    new UserError(
      'IMG5403',
      `The plan for ${plan.repository} has ${plan.steps.length} deletions, more than ${most}.`,
      {
        hint: 'Nothing was deleted. If the plan is right, set "max-deletes" to more.',
      },
    ),
  )
}

async function deleteAll(prepared: Prepared, site: Site): Promise<Result> {
  const { plan, known, listing } = prepared
  const { cleanup, package: source, client } = site
  const { cache, signal, progress, budget, journal } = cleanup
  // Looking again must not fail for want of requests.
  budget.hold(listing)
  journal.begun(plan.repository, known)
  const read = cache.reader(client)
  const executed = await executePlan(plan, {
    package: source,
    keep: async (digest) => (source.kind === 'ghcr' ? cache.at(digest) : read(digest)),
    note: (deleted) => journal.deleting(plan.repository, deleted),
    // By the distribution protocol alone nothing is counted.
    reserve: (requests) => (source.kind === 'oci' ? undefined : budget.reserve(requests)),
    signal,
    progress,
  })
  budget.release()
  try {
    const missing = executed.deleted.length > 0 ? await secondLook(prepared, executed, site) : []
    journal.looked(plan.repository)
    if (missing.length > 0) return failed(plan, goneWith(missing, plan))
  } catch (thrown) {
    const error = causeOf(thrown, cleanup)
    if (error instanceof CancelledError) return { cleaned: reportOf(plan, 'partial'), error }
    return failed(plan, error)
  }
  return resultOf(plan, executed, cleanup)
}

/** Returns which tags are gone that nobody asked to go. */
async function secondLook(prepared: Prepared, executed: Executed, site: Site): Promise<string[]> {
  const { plan, known, tags } = prepared
  const { cleanup, package: source, client } = site
  const { cache, clock, signal, budget } = cleanup
  const look = { package: source, client, cache, clock, signal, tags }
  const { restored, missing } = await budget.lift(() => lookAgain(executed.deleted, known, look))
  for (const { entry } of plan.steps) if (restored.includes(entry.digest)) entry.outcome = 'restored'
  return missing
}

function goneWith(tags: readonly string[], { repository }: Plan): UserError {
  return new UserError(
    'IMG5405',
    `Since its list was read, tags of ${repository} have gone: ${tags.join(', ')}.`,
    {
      hint: 'If nobody removed them, they were moved onto what was just being deleted: push them again.',
    },
  )
}

function resultOf(plan: Plan, executed: Executed, cleanup: Cleanup): Result {
  if (executed.stopped === undefined) return { cleaned: reportOf(plan, 'done') }
  const stopped = causeOf(executed.stopped, cleanup)
  if (stopped instanceof CancelledError) return { cleaned: reportOf(plan, 'partial'), error: stopped }
  if (!(stopped instanceof BudgetSpent)) return failed(plan, stopped)
  const left = plan.steps.filter(({ entry }) => entry.outcome === 'unreached').length
  cleanup.log.warn(`${left} deletions in ${plan.repository} are left: ${stopped}`)
  return { cleaned: reportOf(plan, 'partial', stopped.message) }
}
