import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { CancelledError, isUserError } from '../../../actions/base/errors.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { noProgress } from '../../../actions/base/progress.ts'
import { finishDeletions } from '../../../actions/cleanup/deletion/aftermath.ts'
import { CleanupJournal, cleanupJournalPath } from '../../../actions/cleanup/deletion/journal.ts'
import { type Cleaned, type Cleanup, runCleanup } from '../../../actions/cleanup/run.ts'
import { Budget } from '../../../actions/packages/budget.ts'
import { ManifestCache } from '../../../actions/packages/reach/manifest-cache.ts'
import { testClock } from '../merge/world.ts'
import { mishapsWithin } from '../mishaps.ts'
import { MemoryPackage, worldOf } from './memory-package.ts'
import { beginPushes, type Push, push } from './pushes.ts'
import { build, type Scene, scene } from './scenes.ts'
import { type Policy, policy, taskOf } from './schedule-policy.ts'
import { lostFrom } from './walk.ts'

/** A random repository, a random policy, and everything that may happen while it is cleaned up. */
export interface Schedule {
  kind: 'ghcr' | 'dockerhub' | 'oci'
  scene: Scene
  policy: Policy
  pushes: Push[]
  /** For how many requests a new version is missing in the list. */
  lag: number
  warm: boolean
  maxDeletes: number
  faults: Map<number, 'early' | 'late'>
  cancelAt: number
  dieAt: number
  /** Whether what was asked for then still takes effect. */
  dying: 'never' | 'after'
  /** Whether `post:` runs after the process was killed. */
  post: boolean
}

export interface Played {
  requests: number
  deletions: number
  restored: number
  pushes: number
  interrupted: boolean
  failed: boolean
  /** Tags that nobody asked to go and that don't pull whole, with the reason. */
  lost: string[]
}

export const schedule: fc.Arbitrary<Schedule> = fc.record({
  kind: fc.constantFrom('ghcr', 'ghcr', 'dockerhub', 'oci'),
  scene,
  policy,
  pushes: fc.array(push, { maxLength: 3 }),
  lag: fc.constantFrom(0, 0, 2, 6),
  warm: fc.boolean(),
  maxDeletes: fc.constantFrom(100, 100, 100, 3),
  ...mishapsWithin(60),
  dying: fc.constantFrom('never', 'after'),
  post: fc.boolean(),
})

/** The same number plays the same schedule. */
export async function runSchedule(seed: number): Promise<Played> {
  return play(fc.sample(schedule, { seed, numRuns: 1 })[0]!)
}

export async function play(drawn: Schedule): Promise<Played> {
  const temp = mkdtempSync(join(tmpdir(), 'cleanup-'))
  try {
    return await playIn(temp, drawn)
  } finally {
    rmSync(temp, { recursive: true, force: true })
  }
}

async function playIn(temp: string, drawn: Schedule): Promise<Played> {
  const memory = new MemoryPackage(drawn.kind)
  const manifests = build(drawn.scene, memory)
  const before = [...memory.tags.keys()]
  memory.lag = drawn.lag
  const task = taskOf(drawn.policy, manifests, memory)
  const controller = new AbortController()
  const died = Promise.withResolvers<undefined>()
  const pushes = beginPushes(drawn.pushes, manifests, memory)
  memory.signal = controller.signal
  memory.meanwhile = pushes.meanwhile
  memory.trouble = (_call, number) => {
    if (number === drawn.cancelAt) controller.abort(new CancelledError())
    if (number < drawn.dieAt) return drawn.faults.get(number)
    if (number > drawn.dieAt) return 'never'
    setImmediate(() => setImmediate(() => died.resolve(undefined)))
    return drawn.dying
  }
  const cache = new ManifestCache()
  if (drawn.warm) for (const manifest of manifests) cache.add(manifest)
  const running = runCleanup({
    ...ground(temp, memory),
    tasks: [task.task],
    options: { dryRun: false, maxDeletes: drawn.maxDeletes },
    cache,
    signal: controller.signal,
    progress: noProgress,
  })
  const cleaned = await Promise.race([running, died.promise])
  throwIfBug(cleaned?.error)
  const interrupted = cleaned === undefined || controller.signal.aborted
  const looked = cleaned !== undefined || drawn.post
  memory.trouble = () => undefined
  memory.signal = undefined
  const { journal, ...rest } = ground(temp, memory)
  if (looked) await finishDeletions(journal, { ...rest, cache: new ManifestCache() })
  pushes.finish()
  const untouched = before.filter((tag) => !task.asked.has(tag) && !pushes.tags.has(tag))
  const judged = looked ? [...untouched, ...pushes.tags].filter((tag) => !task.asked.has(tag)) : untouched
  return {
    requests: memory.calls.length,
    deletions: memory.calls.filter(({ method }) => method === 'DELETE').length,
    restored: restoredIn(cleaned),
    pushes: pushes.tags.size,
    interrupted,
    failed: cleaned?.error !== undefined,
    lost: lostFrom(new Set(judged), untouched, memory),
  }
}

/** A run that ends by a bug deletes nothing, and so would lose nothing. */
function throwIfBug(error: unknown): void {
  const foreseen = error === undefined || isUserError(error) || error instanceof CancelledError
  if (!foreseen) throw error
}

function restoredIn(cleaned: Cleaned | undefined): number {
  const entries = cleaned?.report.repositories.flatMap((repository) => repository.entries) ?? []
  return entries.filter(({ outcome }) => outcome === 'restored').length
}

function ground(
  temp: string,
  memory: MemoryPackage,
): Pick<Cleanup, 'packages' | 'registries' | 'budget' | 'journal' | 'clock' | 'log'> {
  return {
    ...worldOf(memory),
    budget: new Budget(1000),
    journal: new CleanupJournal(cleanupJournalPath(temp, 'step')),
    clock: testClock(),
    log: silentLog,
  }
}
