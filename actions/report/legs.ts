import { shortDigest } from '../base/digest.ts'
import { code, plain, table } from '../base/markdown.ts'
import type { SummarySection } from '../base/summary.ts'
import { formatBytes, formatDuration } from '../base/units.ts'
import type { BuildRecord } from '../plan/record.ts'
import { type LegFact, legFacts, type PublishReport } from './facts.ts'
import { HEADS } from './heads.ts'

/** A row for each registry of a leg, as plain text; a leg that left no record has one row that says so. */
export function legRows({ leg, record }: LegFact): string[][] {
  if (!record) return [[leg.image, '–', leg.platform, 'not built', '–', '–', '–', '–', '–']]
  const rows = record.repositories.map(({ repository, sent }) => row(record, repository, formatBytes(sent)))
  return rows.length > 0 ? rows : [row(record, '–', '–')]
}

export function legSection(report: PublishReport): SummarySection | undefined {
  const rows = legFacts(report).flatMap(legRows)
  if (rows.length === 0) return undefined
  const cells = rows.map((cells) => cells.map((cell, column) => (column === 3 ? code(cell) : plain(cell))))
  return { markdown: `### Builds\n\n${table(HEADS.legs.cells, cells)}`, importance: 4 }
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
