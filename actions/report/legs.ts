import { shortDigest } from '../base/digest.ts'
import { code, plain, table } from '../base/markdown.ts'
import type { SummarySection } from '../base/summary.ts'
import { formatBytes, formatDuration } from '../base/units.ts'
import type { BuildRecord } from '../plan/record.ts'
import { type LegFact, legFacts, type PublishReport } from './facts.ts'
import { HEADS } from './heads.ts'

export interface LegTable {
  head: readonly string[]
  /** Plain text. */
  rows: string[][]
}

/** What became of each leg, registry by registry; what was verified has a column where anything was. */
export function legTable(report: PublishReport): LegTable | undefined {
  const facts = legFacts(report)
  if (facts.length === 0) return undefined
  const rows = facts.flatMap((fact) => legRows(fact).map((row) => ({ row, verified: verified(fact) })))
  if (rows.every(({ verified }) => verified === '–'))
    return { head: HEADS.legs.cells, rows: rows.map(({ row }) => row) }
  return {
    head: [...HEADS.legs.cells, 'Verified'],
    rows: rows.map(({ row, verified }) => [...row, verified]),
  }
}

export function legSection(report: PublishReport): SummarySection | undefined {
  const found = legTable(report)
  if (!found) return undefined
  const { head, rows } = found
  const cells = rows.map((cells) => cells.map((cell, column) => (column === 3 ? code(cell) : plain(cell))))
  return { markdown: `### Builds\n\n${table(head, cells)}`, importance: 4 }
}

/** A row for each registry of a leg; a leg that left no record has one row that says so. */
function legRows({ leg, record }: LegFact): string[][] {
  if (!record) return [[leg.image, '–', leg.platform, 'not built', '–', '–', '–', '–', '–']]
  const rows = record.repositories.map(({ repository, sent }) => row(record, repository, formatBytes(sent)))
  return rows.length > 0 ? rows : [row(record, '–', '–')]
}

function verified({ record }: LegFact): string {
  const found = record?.verified
  return found ? `${found.checks} checks in ${formatDuration(found.time)}` : '–'
}

function row(record: BuildRecord, repository: string, sent: string): string[] {
  return [
    record.image,
    repository,
    record.platform,
    shortDigest(record.digest),
    // Nothing is compressed where nothing is pushed.
    record.compressedSize === 0 ? '–' : formatBytes(record.compressedSize),
    sent,
    formatDuration(record.buildTime),
    formatDuration(record.pushTime),
    `${record.cache.hits} of ${record.cache.steps}`,
  ]
}
