import { shortDigest } from '../base/digest.ts'
import { printable } from '../base/printable.ts'
import { textTable } from '../base/text-table.ts'
import { formatBytes } from '../base/units.ts'
import type { CleanedRepository, CleanupEntry, CleanupReport } from '../plan/cleanup-report.ts'
import { amount, counted, going, headline, outcomeWords, remainder, staying, stayReasons } from './cleaned.ts'
import { HEADS } from './heads.ts'

/** Whether each manifest that stays has a line of its own, or only each reason to stay. */
export type StayDetail = 'each' | 'counted'

/** One repository's plan, or what became of it, for somebody at a terminal: per digest why it goes or stays. */
export function repositoryText(repository: CleanedRepository, stays: StayDetail): string {
  return [
    titleOf(repository),
    goingText(repository),
    stays === 'each' ? stayingText(repository) : countedText(repository),
    costText(repository),
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** The last line of a run. */
export function cleanupHeadline(report: CleanupReport): string {
  return `${headline(report)}.`
}

function titleOf(repository: CleanedRepository): string {
  const { error } = repository
  const left = error === undefined ? '' : remainder(repository)
  const lines = [
    `${repository.repository}: ${OUTCOMES[repository.outcome]}`,
    ...(error === undefined ? [] : error.split('\n')),
    ...(left === '' ? [] : [`Still there: ${left}`]),
  ]
  return lines.map(printable).join('\n')
}

const OUTCOMES: Record<CleanedRepository['outcome'], string> = {
  planned: 'this would go, and this would stay',
  done: 'cleaned up',
  partial: 'stopped before the end, a later run goes on',
  failed: 'FAILED',
}

function goingText(repository: CleanedRepository): string {
  const goes = going(repository)
  if (goes.length === 0) return 'Nothing goes.'
  const planned = goes.every(({ outcome }) => outcome === undefined)
  const head = [...HEADS.goes.cells, ...(planned ? [] : ['Outcome'])]
  return textTable(
    head,
    goes.map((entry) => [...cellsOf(entry), ...(planned ? [] : [outcomeWords(entry)])]),
  )
}

function stayingText(repository: CleanedRepository): string {
  const stays = staying(repository)
  if (stays.length === 0) return ''
  return textTable(
    HEADS.stays.cells,
    stays.map((entry) => cellsOf(entry).slice(0, 4)),
  )
}

function cellsOf({ digest, tags, reason, bytes, requests }: CleanupEntry): string[] {
  const size = bytes === undefined ? '–' : formatBytes(bytes)
  return [shortDigest(digest), tags.join(', ') || '–', reason, size, String(requests)]
}

function countedText(repository: CleanedRepository): string {
  const reasons = stayReasons(repository)
  if (reasons.length === 0) return ''
  return textTable(
    HEADS.staysCounted.cells,
    reasons.map(({ reason, count }) => [String(count), reason]),
  )
}

function costText(repository: CleanedRepository): string {
  if (going(repository).length === 0) return ''
  const size = repository.freed > 0 ? `, ${formatBytes(repository.freed)}` : ''
  return `${amount(repository)}${size}, ${counted(repository.requests, 'request')}.`
}
