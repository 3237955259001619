import { type Digest, shortDigest } from '../base/digest.ts'
import { block, code, link, plain, table } from '../base/markdown.ts'
import { printable } from '../base/printable.ts'
import { formatReference, parseRepository } from '../base/reference.ts'
import type { SummarySection } from '../base/summary.ts'
import { textTable } from '../base/text-table.ts'
import type { ReceiptTag } from '../plan/receipt.ts'
import { HEADS } from './heads.ts'
import { registryPage } from './links.ts'

/** What a rollback did, or would do, in one registry. */
export interface RolledBackRepository {
  repository: string
  before: Digest | null
  /** What the tag holds now, or would hold; null: nobody knows. */
  after: Digest | null
  /** planned: nothing was done yet. */
  outcome: ReceiptTag['outcome'] | 'planned'
  reason: string
  /** Manifests that were deleted and are (or would be) brought back. */
  restored: readonly { digest: Digest; how: 'restore' | 'put' }[]
}

export interface RollbackReport {
  schema: 1
  image: string
  tag: string
  /** As it was asked for. */
  to: string
  /** planned: nothing was done yet; declined: somebody was asked, and said no; unchanged: the tag held it already. */
  outcome: 'done' | 'planned' | 'declined' | 'unchanged' | 'failed'
  /** All that went wrong; absent where nothing did. */
  errors?: readonly string[]
  version: string
  revision: string
  repositories: readonly RolledBackRepository[]
  /** `receipt-…@sha256:…`; empty where nothing was changed. */
  receipt: string
}

export function rollbackSummary(report: RollbackReport, source: string): SummarySection[] {
  const rows = report.repositories.map((each) => [
    link(code(`${each.repository}:${report.tag}`), registryPage(each.repository, source)),
    digestOr(each.before, code),
    digestOr(each.after, code),
    plain(happened(each)),
  ])
  const parts = [
    `## ${plain(headline(report))}`,
    faultList(report),
    rows.length === 0 ? '' : table(HEADS.moves.cells, rows),
    restoredList(report, code),
    ...(report.outcome === 'done' ? pulls(report).map((command) => block('sh', command)) : []),
    undo(report, code),
  ]
  return [{ markdown: parts.filter(Boolean).join('\n\n'), importance: 1 }]
}

export function rollbackText(report: RollbackReport): string {
  const rows = report.repositories.map((each) => [
    `${each.repository}:${report.tag}`,
    digestOr(each.before, String),
    digestOr(each.after, String),
    happened(each),
  ])
  const parts = [
    printable(headline(report)),
    rows.length === 0 ? '' : textTable(HEADS.moves.cells, rows),
    restoredList(report, printable),
    report.outcome === 'done' ? pulls(report).map(printable).join('\n') : '',
    undo(report, printable),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function headline({ image, tag, to, outcome, version }: RollbackReport): string {
  const what = `${image}:${tag}`
  const state = version === '' ? to : `${to} (${version})`
  const words: Record<RollbackReport['outcome'], string> = {
    done: `Rolled back: ${what} to ${state}`,
    planned: `Would roll back: ${what} to ${state}`,
    declined: `Not rolled back: ${what} stays as it is`,
    unchanged: `Nothing to do: ${what} holds ${state} already`,
    failed: `Not rolled back: ${what}`,
  }
  return words[outcome]
}

function faultList({ errors = [] }: RollbackReport): string {
  const [only = '', ...more] = errors.map(plain)
  return more.length === 0 ? only : [only, ...more].map((error) => `- ${error}`).join('\n')
}

function happened({ outcome, reason, before, after }: RolledBackRepository): string {
  const words: Record<RolledBackRepository['outcome'], string> = {
    planned: before === after ? 'holds it already' : 'would move',
    created: 'new',
    moved: 'moved',
    unchanged: 'held it already',
    stayed: 'stayed',
    restored: 'holds again what it held',
    untouched: 'not touched',
    unknown: 'unknown: the registry gave no answer, look before you rerun',
  }
  return reason ? `${words[outcome]} (${reason})` : words[outcome]
}

function restoredList({ repositories, outcome }: RollbackReport, show: (text: string) => string): string {
  const lines = repositories.flatMap(({ repository, restored }) =>
    restored.map(
      ({ digest, how }) =>
        `- ${show(`${repository}@${digest}`)}, ${how === 'restore' ? 'restored by the registry' : 'its manifest put again'}`,
    ),
  )
  if (lines.length === 0) return ''
  const verb = outcome === 'planned' || outcome === 'declined' ? 'would be' : 'was'
  return [`What was deleted and ${verb} brought back:`, lines.join('\n')].join('\n\n')
}

function pulls({ repositories, tag }: RollbackReport): string[] {
  return repositories.map(
    ({ repository }) => `podman pull ${formatReference({ ...parseRepository(repository), tag })}`,
  )
}

function undo({ receipt, outcome, tag }: RollbackReport, show: (text: string) => string): string {
  const [name] = receipt.split('@')
  if (!name || outcome !== 'done') return ''
  return `Undo this with ${show(`to: ${name}`)} for the tag ${show(tag)}.`
}

function digestOr(digest: Digest | null, show: (text: string) => string): string {
  return digest === null ? '–' : show(shortDigest(digest))
}
