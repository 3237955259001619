import { shortDigest } from '../base/digest.ts'
import { code, plain, table } from '../base/markdown.ts'
import { parseRepository } from '../base/reference.ts'
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

/** On a page there is less room, and a cell may have several lines: a row for each leg. */
export function legSection(report: PublishReport): SummarySection | undefined {
  const facts = legFacts(report)
  if (facts.length === 0) return undefined
  const anyVerified = facts.some((fact) => verified(fact) !== '–')
  const rows = facts.map((fact) => [...legCells(fact), ...(anyVerified ? [verified(fact)] : [])])
  const head = [...PAGE, ...(anyVerified ? ['Verified'] : [])]
  return { markdown: `### Builds\n\n${table(head, rows)}`, importance: 4 }
}

const PAGE = ['Image', 'Platform', 'Digest', 'Compressed', 'Sent', 'Build', 'Push', 'Cache hits']

function legCells({ leg, record }: LegFact): string[] {
  const names = [plain(leg.image), plain(leg.platform)]
  if (!record) return [...names, code('not built'), '–', '–', '–', '–', '–']
  return [...names, code(shortDigest(record.digest)), compressed(record), sentTo(record), ...times(record)]
}

function sentTo({ repositories }: BuildRecord): string {
  const lines = repositories.map(
    ({ repository, sent }) => `${formatBytes(sent)} to ${plain(parseRepository(repository).host)}`,
  )
  return lines.join('<br>') || '–'
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
  const { image, platform, digest } = record
  return [image, repository, platform, shortDigest(digest), compressed(record), sent, ...times(record)]
}

/** Nothing is compressed where nothing is pushed. */
function compressed({ compressedSize }: BuildRecord): string {
  return compressedSize === 0 ? '–' : formatBytes(compressedSize)
}

function times({ buildTime, pushTime, cache }: BuildRecord): string[] {
  return [formatDuration(buildTime), formatDuration(pushTime), `${cache.hits} of ${cache.steps}`]
}
