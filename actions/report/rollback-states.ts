import { type Digest, shortDigest } from '../base/digest.ts'
import { code, plain, table } from '../base/markdown.ts'
import { printable } from '../base/printable.ts'
import { parseRepository } from '../base/reference.ts'
import type { SummarySection } from '../base/summary.ts'
import { textTable } from '../base/text-table.ts'
import { HEADS } from './heads.ts'

/** A state that the tag can go back to. */
export interface EarlierState {
  /** What to write in `to`. */
  to: string
  digest: Digest
  /** Which registries have it so. */
  repositories: readonly string[]
  /** When it was built. */
  date?: string
  version?: string
  revision?: string
  /** What there is to know before one goes there. */
  note?: string
}

export interface StateReport {
  image: string
  tag: string
  states: readonly EarlierState[]
}

export function stateSummary(report: StateReport): SummarySection[] {
  const rows = stateRows(report).map(([to, digest, ...rest]) => [
    code(to ?? ''),
    code(digest ?? ''),
    ...rest.map(plain),
  ])
  const head = `## States that ${plain(report.image)}:${plain(report.tag)} can go back to`
  const body = rows.length === 0 ? plain(none(report)) : table(HEADS.states.cells, rows)
  return [{ markdown: `${head}\n\n${body}`, importance: 1 }]
}

export function stateText(report: StateReport): string {
  const rows = stateRows(report)
  const head = printable(`States that ${report.image}:${report.tag} can go back to`)
  return `${head}\n\n${rows.length === 0 ? none(report) : textTable(HEADS.states.cells, rows)}\n`
}

function none({ tag }: StateReport): string {
  return `There are none: no tag ${tag}-previous, no version and no receipt was found.`
}

/** In UTC; a day, and what is no date, stays as it is written. */
function minuteOf(date: string): string {
  const time = date.includes('T') ? Date.parse(date) : Number.NaN
  return Number.isNaN(time) ? date : new Date(time).toISOString().slice(0, 16).replace('T', ' ')
}

function stateRows({ states }: StateReport): string[][] {
  return states.map(({ to, digest, date, version, revision, repositories, note }) => [
    to,
    shortDigest(digest),
    date === undefined ? '–' : minuteOf(date),
    version ?? '–',
    revision?.slice(0, 12) ?? '–',
    repositories.map((each) => parseRepository(each).host).join(', '),
    note ?? '',
  ])
}
