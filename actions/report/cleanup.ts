import { shortDigest } from '../base/digest.ts'
import { code, folded, plain, table } from '../base/markdown.ts'
import type { SummarySection } from '../base/summary.ts'
import { formatBytes } from '../base/units.ts'
import type { CleanedRepository, CleanupEntry, CleanupReport } from '../plan/cleanup-report.ts'
import {
  counted,
  going,
  headline,
  outcomeWords,
  remainder,
  remains,
  staying,
  stayReasons,
} from './cleaned.ts'

/** Longer tables are folded away. */
const MANY_ROWS = 20
/** Nobody reads more rows than these; the output “report” has them all. */
const MOST_ROWS = 500

/** The summary of a cleanup, in the order of reading. `hint` says what would make it do more. */
export function cleanupSummary(report: CleanupReport, hint?: string): SummarySection[] {
  return [
    headSection(report, hint),
    failureSection(report),
    ...report.repositories.flatMap((repository) => [goingSection(repository), stayingSection(repository)]),
  ].filter((section) => section !== undefined)
}

function headSection(report: CleanupReport, hint: string | undefined): SummarySection {
  const { repositories } = report
  const rows = repositories.map((repository) => [code(repository.repository), ...repositoryRow(repository)])
  const parts = [
    `## ${plain(headline(report))}`,
    hint === undefined ? '' : plain(hint),
    rows.length === 0
      ? ''
      : table(['Repository', 'Outcome', 'Goes', 'Kept', 'Stays', 'Freed', 'Requests'], rows),
  ]
  return { markdown: parts.filter(Boolean).join('\n\n'), importance: 1 }
}

function repositoryRow(repository: CleanedRepository): string[] {
  const goes = going(repository)
  const kept = repository.outcome === 'planned' ? 0 : goes.filter(remains).length
  return [
    OUTCOMES[repository.outcome],
    String(goes.length),
    String(kept),
    String(staying(repository).length),
    formatBytes(repository.freed),
    String(repository.requests),
  ]
}

const OUTCOMES: Record<CleanedRepository['outcome'], string> = {
  planned: 'planned',
  done: 'done',
  partial: 'stopped; a later run goes on',
  failed: '**failed**',
}

function failureSection({ repositories }: CleanupReport): SummarySection | undefined {
  const lines = repositories.flatMap((repository) => {
    if (repository.error === undefined) return []
    const left = remainder(repository)
    const standing = left === '' ? '' : ` Still there: ${left}.`
    return [`- ${code(repository.repository)}: ${plain(repository.error)}${standing}`]
  })
  if (lines.length === 0) return undefined
  const failed = repositories.some(({ outcome }) => outcome === 'failed')
  const title = failed ? 'What failed' : 'Why it stopped before the end'
  return { markdown: `### ${title}\n\n${lines.join('\n')}`, importance: 1 }
}

function goingSection(repository: CleanedRepository): SummarySection | undefined {
  const goes = going(repository)
  if (goes.length === 0) return undefined
  const planned = goes.every(({ outcome }) => outcome === undefined)
  const head = ['Digest', 'Tags', 'Why', 'Size', ...(planned ? [] : ['Outcome'])]
  const rows = goes.slice(0, MOST_ROWS).map((entry) => goingRow(entry, planned))
  const more = goes.length > MOST_ROWS ? `\n\n_${goes.length - MOST_ROWS} more are in the log._` : ''
  const body = `${table(head, rows)}${more}`
  const title = `What ${planned ? 'would go' : 'goes'} from ${code(repository.repository)}`
  return section(title, counted(goes.length, 'manifest'), { body, rows: goes.length, importance: 3 })
}

function goingRow(entry: CleanupEntry, planned: boolean): string[] {
  const cells = [
    code(shortDigest(entry.digest)),
    entry.tags.map(code).join(', ') || '–',
    plain(entry.reason),
    entry.bytes === undefined ? '–' : formatBytes(entry.bytes),
  ]
  return planned ? cells : [...cells, plain(outcomeWords(entry)) || '–']
}

function stayingSection(repository: CleanedRepository): SummarySection | undefined {
  const reasons = stayReasons(repository)
  if (reasons.length === 0) return undefined
  const rows = reasons.map(({ reason, count }) => [plain(reason), String(count)])
  return section(`What stays in ${code(repository.repository)}`, counted(rows.length, 'reason'), {
    body: table(['Why', 'Manifests'], rows),
    rows: rows.length,
    importance: 4,
  })
}

function section(
  title: string,
  summary: string,
  { body, rows, importance }: { body: string; rows: number; importance: number },
): SummarySection {
  const shown = rows > MANY_ROWS ? folded(summary, body) : body
  return { markdown: `### ${title}\n\n${shown}`, importance }
}
