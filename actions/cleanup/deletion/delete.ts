import { type Digest, shortDigest } from '../../base/digest.ts'
import { CancelledError } from '../../base/errors.ts'
import type { Progress } from '../../base/progress.ts'
import type { Outcome, Package } from '../../packages/types.ts'
import type { CleanupEntry } from '../../plan/cleanup-report.ts'
import type { Manifest } from '../../registry/types.ts'
import type { Plan, Step } from '../plan/plan.ts'
import type { Deleted } from './journal.ts'

/** With what it is done, and what has to be told. */
interface Means {
  package: Pick<Package, 'remove' | 'untag'>
  /** The bytes with which a manifest can be brought back, where its registry can't do so itself. */
  keep(digest: Digest): Promise<Manifest | undefined>
  /** Before each deletion. */
  note(deleted: Deleted): void
  /** Before each tree, with all that it costs: half of it would leave what no later run knows of. */
  reserve(requests: number): void
  signal: AbortSignal
  progress: Progress
}

export interface Executed {
  /** Everything that is gone, or may be. */
  deleted: Deleted[]
  /** Why it stopped before the end. */
  stopped?: unknown
}

const OUTCOMES: Record<Outcome['outcome'], NonNullable<CleanupEntry['outcome']>> = {
  done: 'deleted',
  absent: 'absent',
  changed: 'changed',
  kept: 'kept',
  unsupported: 'unsupported',
}

/** Deletes one after another; each entry tells what became of it. */
export async function executePlan({ repository, steps }: Plan, means: Means): Promise<Executed> {
  const executed: Executed = { deleted: [] }
  const byDigest = new Map(steps.flatMap((step) => (step.untag ? [] : [[step.version.digest, step.entry]])))
  for (const [number, step] of steps.entries()) {
    means.progress(`Deleting from ${repository}`, number, steps.length)
    if (means.signal.aborted) executed.stopped ??= new CancelledError()
    if (executed.stopped === undefined && step.after.length === 0) reserveTree(steps, number, means, executed)
    if (executed.stopped !== undefined) step.entry.outcome = 'unreached'
    else if (!blocked(step, byDigest)) await take(step, means, executed)
  }
  means.progress(`Deleting from ${repository}`, steps.length, steps.length)
  return executed
}

function reserveTree(steps: readonly Step[], first: number, means: Means, executed: Executed): void {
  const end = steps.findIndex(({ after }, number) => number > first && after.length === 0)
  const tree = steps.slice(first, end < 0 ? undefined : end)
  try {
    means.reserve(tree.reduce((sum, { entry }) => sum + entry.requests, 0))
  } catch (error) {
    executed.stopped = error
  }
}

/** What is listed by something that is still there stays with it. */
function blocked({ entry, after }: Step, entries: ReadonlyMap<Digest, CleanupEntry>): boolean {
  const holder = after.find((digest) => {
    const outcome = entries.get(digest)?.outcome
    return entries.has(digest) && outcome !== 'deleted' && outcome !== 'absent'
  })
  if (holder === undefined) return false
  entry.outcome = 'kept'
  entry.detail = `${shortDigest(holder)}, to which it belongs, is still there`
  return true
}

async function take(step: Step, means: Means, executed: Executed): Promise<void> {
  const { entry, version, untag } = step
  try {
    const outcome =
      untag === undefined
        ? await remove(step, means, executed)
        : await means.package.untag(untag, version.digest)
    entry.outcome = untag !== undefined && outcome.outcome === 'done' ? 'untagged' : OUTCOMES[outcome.outcome]
    if ('reason' in outcome) entry.detail = outcome.reason
  } catch (error) {
    entry.outcome = 'unreached'
    executed.stopped = error
  }
}

async function remove({ version }: Step, means: Means, executed: Executed): Promise<Outcome> {
  const manifest = await means.keep(version.digest)
  const deleted = { digest: version.digest, tags: version.tags, ...(manifest ? { manifest } : {}) }
  means.note(deleted)
  // Whatever becomes of the answer: it may be gone from here on.
  executed.deleted.push(deleted)
  return means.package.remove(version)
}
