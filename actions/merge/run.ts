import type { Ancestry } from '../base/ancestry.ts'
import type { Artifacts } from '../base/artifacts.ts'
import type { Clock } from '../base/clock.ts'
import type { Digest } from '../base/digest.ts'
import { UserErrors } from '../base/errors.ts'
import { joined } from '../base/joined.ts'
import type { Log } from '../base/log.ts'
import { defaultRetry } from '../base/retry.ts'
import type { Plan, PlannedImage } from '../plan/plan.ts'
import type { Receipt, ReceiptImage } from '../plan/receipt.ts'
import type { BuildRecord } from '../plan/record.ts'
import type { Registries, RegistryKind } from '../registry/types.ts'
import { Cancellation } from '../transaction/cancellation.ts'
import { Journal, type JournalHead } from '../transaction/journal.ts'
import { failureOf } from '../transaction/outcome.ts'
import { keepReceipt, makeReceipt, plainImage, receiptImage } from '../transaction/receipt.ts'
import type { MergeOptions } from './inputs.ts'
import { removeOrphans } from './orphans.ts'
import { publishImage } from './publish-image.ts'
import { type CollectedRecords, collectRecords } from './records.ts'

export interface Merge {
  plan: Plan
  /** What every record must say; absent: each job made the plan for itself. */
  planDigest: Digest | undefined
  options: MergeOptions
  attempt: number
  artifacts: Artifacts
  /** Requests end with the signal. */
  openRegistries(signal: AbortSignal): Registries
  kindOf(host: string): RegistryKind
  ancestry: Ancestry | undefined
  signal: AbortSignal
  clock: Clock
  temp: string
  log: Log
}

export interface Merged {
  records: BuildRecord[]
  receipt: Receipt
  /** `receipt-…@sha256:…` */
  reference: string
  /** What the run has to fail with, once everything else is done. */
  error?: unknown
}

/** Publishes every image whose records are whole; one that fails keeps no other from being published. */
export async function runMerge(merge: Merge): Promise<Merged> {
  const { plan, clock, temp } = merge
  warnOfUnplanned(merge)
  const journal = Journal.begin(temp, headOf(merge))
  const collected = await collectRecords(plan, merge.artifacts, { digest: merge.planDigest })
  const { records, failures } = collected
  const outcome: Outcome = { images: [], errors: [], leftovers: [] }
  for (const image of plan.images) {
    const own = records.filter((record) => record.image === image.name)
    const failure = failures.get(image.name)
    if (failure) fail(outcome, image, own, new UserErrors(failure))
    else if (!plan.publish) outcome.images.push(plainImage(image, 'built', { platforms: platformsOf(own) }))
  }
  if (plan.publish) await publishAll(merge, journal, collected, outcome)
  const order = plan.images.map(({ name }) => name)
  const images = outcome.images.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  const now = clock.now()
  const made = makeReceipt(journal.document, { images, leftovers: outcome.leftovers }, now)
  // A plan that each job made for itself bears the commit's time, which says nothing of this run.
  const total = Math.max(0, now - Date.parse(plan.created))
  const receipt = merge.planDigest === undefined ? made : { ...made, total }
  const reference = await keepReceipt(receipt, merge.artifacts).catch((error) => {
    outcome.errors.push(error)
    return ''
  })
  if (journal.finished) journal.remove()
  const error = joined(outcome.errors)
  return { records, receipt, reference, ...(error === undefined ? {} : { error }) }
}

function warnOfUnplanned({ plan, options, log }: Merge): void {
  if (typeof options.forceMove === 'boolean') return
  const moving = new Set(
    plan.images.flatMap(({ tags }) => tags.flatMap(({ name, moves }) => (moves ? [name] : []))),
  )
  for (const tag of options.forceMove.filter((name) => !moving.has(name)))
    log.warn(`"force-move" names ${tag}, which is no moving tag of this plan.`)
}

interface Outcome {
  images: ReceiptImage[]
  errors: unknown[]
  leftovers: string[]
}

async function publishAll(
  merge: Merge,
  journal: Journal,
  { records, failures, unread }: CollectedRecords,
  outcome: Outcome,
): Promise<void> {
  const { plan, options, ancestry, log, clock } = merge
  const cancellation = new Cancellation(merge.signal)
  const registries = merge.openRegistries(cancellation.signal)
  const retry = { ...defaultRetry, base: 1_000, clock }
  const { keepPrevious } = options
  try {
    for (const image of plan.images.filter(({ name }) => !failures.has(name))) {
      const own = records.filter((record) => record.image === image.name)
      const transaction = { plan, options, registries, ancestry, cancellation, journal, retry, log }
      const { state, error: cause } = await publishImage(image, own, transaction)
      const error = cause === undefined ? undefined : failureOf(image.name, state ? [state] : [], cause)
      if (!state) fail(outcome, image, own, error)
      else outcome.images.push(receiptImage(state, { keepPrevious, error }))
      if (state && error !== undefined) outcome.errors.push(error)
    }
    const orphans = records.filter(({ image }) => failures.has(image) && !unread.has(image))
    const orphanage = { registries, kindOf: merge.kindOf, log }
    if (!cancellation.requested) outcome.leftovers.push(...(await removeOrphans(orphans, orphanage)))
  } finally {
    registries.close()
  }
}

function fail(outcome: Outcome, image: PlannedImage, records: readonly BuildRecord[], error: unknown): void {
  outcome.errors.push(error)
  outcome.images.push(plainImage(image, 'failed', { platforms: platformsOf(records), error }))
}

function platformsOf(records: readonly BuildRecord[]): ReceiptImage['platforms'] {
  return records.map(({ platform, digest, size }) => ({ platform, digest, size }))
}

function headOf({ plan, attempt, options, clock }: Merge): JournalHead {
  const { id, repository, revision, version } = plan
  const { keepPrevious } = options
  return {
    kind: 'merge',
    plan: id,
    repository,
    revision,
    version,
    attempt,
    started: clock.now(),
    keepPrevious,
  }
}
