import type { Leg, Plan, PlannedImage } from '../plan/plan.ts'
import type { Receipt, ReceiptImage } from '../plan/receipt.ts'
import type { BuildRecord } from '../plan/record.ts'

export interface PublishReport {
  plan: Plan
  records: readonly BuildRecord[]
  receipt: Receipt
  /** Of an earlier run, to compare durations with. */
  previous?: Receipt
  /** Milliseconds since 1970; the receipt's own date unless given. */
  now?: number
}

/** One planned leg, and what came of it. */
export interface LegFact {
  leg: Leg
  record?: BuildRecord
}

export interface Durations {
  total: number
  merge: number
  /** The same span in the previous run. */
  previous?: number
}

/** A record of an earlier attempt is superseded by the newest one of the same leg. */
export function legFacts({ plan, records }: Pick<PublishReport, 'plan' | 'records'>): LegFact[] {
  const newest = new Map<string, BuildRecord>()
  for (const record of records) {
    const known = newest.get(record.leg)
    if (!known || known.attempt < record.attempt) newest.set(record.leg, record)
  }
  return plan.legs.map((leg) => {
    const record = newest.get(leg.leg)
    return record ? { leg, record } : { leg }
  })
}

export function publishedImages(receipt: Receipt): ReceiptImage[] {
  return receipt.images.filter((image) => image.outcome === 'published')
}

/** Planned images that are neither published nor meant to stay unpublished. */
export function missingImages({ plan, receipt }: Pick<PublishReport, 'plan' | 'receipt'>): PlannedImage[] {
  const done = new Set(
    receipt.images.filter((image) => image.outcome !== 'failed').map((image) => image.name),
  )
  return plan.images.filter((image) => !done.has(image.name))
}

/** A tag that holds our digest in this repository; the first planned one, as people name the most telling tag first. */
export function publishedTag(image: ReceiptImage, repository: string): string | undefined {
  const tags = image.repositories.find((entry) => entry.repository === repository)?.tags ?? []
  return tags.find((tag) => image.digest !== null && tag.after === image.digest)?.name
}

export function durations({ plan, receipt, previous, now }: PublishReport): Durations {
  const end = now ?? Date.parse(receipt.created)
  const total = Math.max(0, end - Date.parse(plan.created))
  const merge = receipt.duration
  return previous?.total === undefined ? { total, merge } : { total, merge, previous: previous.total }
}

/** `+12 %` or `-3 %`; nothing when there is nothing to compare with. */
export function change(now: number, before: number): string {
  if (before === 0) return ''
  const percent = Math.round((now / before - 1) * 100)
  return percent === 0 ? 'the same' : `${percent > 0 ? '+' : '−'}${Math.abs(percent)} %`
}
