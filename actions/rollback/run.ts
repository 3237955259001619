import type { Artifacts } from '../base/artifacts.ts'
import type { Clock } from '../base/clock.ts'
import { messagesOf } from '../base/errors.ts'
import type { Log } from '../base/log.ts'
import { parseRepository } from '../base/reference.ts'
import { defaultRetry } from '../base/retry.ts'
import type { Packages } from '../packages/types.ts'
import type { Receipt } from '../plan/receipt.ts'
import { Archive } from '../registry/archive.ts'
import type { Registries } from '../registry/types.ts'
import { type RollbackReport, rollbackText } from '../report/rollback.ts'
import { Cancellation } from '../transaction/cancellation.ts'
import { openTargets } from '../transaction/targets.ts'
import { check, type Move } from './check.ts'
import { spokenDestination } from './destination.ts'
import type { RollbackInputs } from './inputs.ts'
import { moveTag } from './move.ts'
import { originOf } from './origin.ts'
import type { ReceiptSource } from './receipts.ts'
import { doneRepositories, plannedRepositories } from './repositories.ts'
import type { Sources } from './wholeness.ts'

export interface Rollback {
  inputs: Omit<RollbackInputs, 'access' | 'list'>
  /** `owner/name` of whose run this is. */
  repository: string
  receipts: ReceiptSource
  /** Of this rollback's own receipt. */
  id: string
  attempt: number
  artifacts(): Promise<Artifacts>
  /** Requests end with the signal. */
  openRegistries(signal: AbortSignal): Registries
  /** Only where something was deleted. */
  openPackages(registries: Registries, signal: AbortSignal): Promise<Packages>
  /** Where a person can be asked. */
  ask?: ((question: string) => Promise<boolean>) | undefined
  signal: AbortSignal
  clock: Clock
  temp: string
  log: Log
}

export interface RolledBack {
  report: RollbackReport
  /** Absent where nothing was changed. */
  receipt?: Receipt
  error?: unknown
}

/** Puts the tag back in every registry or in none: everything is looked at first. */
export async function runRollback(rollback: Rollback): Promise<RolledBack> {
  const { inputs, receipts } = rollback
  const cancellation = new Cancellation(rollback.signal)
  const registries = rollback.openRegistries(cancellation.signal)
  let packages: Promise<Packages> | undefined
  const sources: Sources = {
    targets: openTargets(registries, inputs.repositories),
    archive: new Archive(),
    search: receipts.search,
    packageOf: async (repository) => {
      packages ??= rollback.openPackages(registries, cancellation.signal)
      return (await packages).open(parseRepository(repository))
    },
  }
  const report: RollbackReport = {
    schema: 1,
    image: inputs.image,
    tag: inputs.tag,
    to: spokenDestination(inputs.to),
    outcome: 'failed',
    version: '',
    revision: '',
    repositories: [],
    receipt: '',
  }
  try {
    const moves = await check(inputs, sources, receipts)
    const origin = await originOf(moves, sources)
    const planned = { ...report, ...origin, repositories: plannedRepositories(moves) }
    const early = await endsHere(rollback, moves, planned)
    if (early) return { report: early }
    return await carryOut(rollback, moves, sources, cancellation, planned)
  } catch (error) {
    return { report: { ...report, errors: messagesOf(error) }, error }
  } finally {
    await packages?.then((opened) => opened.close()).catch(() => {})
    registries.close()
  }
}

/** Nothing to do, nothing that may be done, or nobody who wants it. */
async function endsHere(
  { inputs, ask, log }: Rollback,
  moves: readonly Move[],
  planned: RollbackReport,
): Promise<RollbackReport | undefined> {
  const nothing = moves.every(({ tag, lacks }) => !tag.planned && lacks.length === 0)
  if (nothing) return { ...planned, outcome: 'unchanged' }
  const shown: RollbackReport = { ...planned, outcome: 'planned' }
  if (inputs.dryRun) return shown
  if (!ask) return undefined
  log.info(rollbackText(shown))
  const agreed = await ask(`Put ${inputs.image}:${inputs.tag} back?`)
  return agreed ? undefined : { ...planned, outcome: 'declined' }
}

async function carryOut(
  rollback: Rollback,
  moves: readonly Move[],
  sources: Sources,
  cancellation: Cancellation,
  planned: RollbackReport,
): Promise<RolledBack> {
  const retry = { ...defaultRetry, base: 1_000, clock: rollback.clock }
  const head = { version: planned.version, revision: planned.revision }
  const moved = await moveTag(rollback, moves, head, { sources, cancellation, retry })
  const { restored, receipt, reference, done, error } = moved
  const report: RollbackReport = {
    ...planned,
    outcome: done ? 'done' : 'failed',
    ...(error === undefined ? {} : { errors: messagesOf(error) }),
    repositories: doneRepositories(moves, restored, receipt),
    receipt: reference,
  }
  return { report, ...(receipt ? { receipt } : {}), ...(error === undefined ? {} : { error }) }
}
