import { type Digest, shortDigest } from '../base/digest.ts'
import { code, plain, table } from '../base/markdown.ts'
import type { SummarySection } from '../base/summary.ts'
import type { ReceiptTag } from '../plan/receipt.ts'
import type { PublishReport } from './facts.ts'
import { HEADS } from './heads.ts'

/** One tag in one repository. */
export interface Move {
  repository: string
  tag: ReceiptTag
}

export function moves({ receipt }: Pick<PublishReport, 'receipt'>): Move[] {
  return receipt.images.flatMap((image) =>
    image.repositories.flatMap(({ repository, tags }) => tags.map((tag) => ({ repository, tag }))),
  )
}

/** What happened to a tag, in words. */
export function outcomeOf({ outcome, reason }: ReceiptTag): string {
  const words: Record<ReceiptTag['outcome'], string> = {
    created: 'new',
    moved: 'moved',
    unchanged: 'was already there',
    stayed: 'stayed',
    restored: 'put back',
    untouched: 'not touched',
    unknown: 'unknown: the registry gave no answer, look before you rerun',
  }
  return reason ? `${words[outcome]} (${reason})` : words[outcome]
}

export function moveSection(report: PublishReport): SummarySection | undefined {
  const rows = moves(report).map(({ repository, tag }) => [
    code(`${repository}:${tag.name}`),
    digestCell(tag.before),
    digestCell(tag.after),
    plain(outcomeOf(tag)),
  ])
  if (rows.length === 0) return undefined
  const parts = ['### Tags', table(HEADS.moves.cells, rows), ...superseded(report)]
  return { markdown: parts.join('\n\n'), importance: 2 }
}

function superseded({ receipt }: PublishReport): string[] {
  const references = receipt.images.flatMap((image) =>
    image.repositories.flatMap(({ repository, superseded }) =>
      superseded.map(({ tag, digest }) => `- ${code(`${repository}@${digest}`)}, once ${code(tag)}`),
    ),
  )
  return references.length === 0 ? [] : ['No tag holds these any more:', references.join('\n')]
}

function digestCell(digest: Digest | null): string {
  return digest === null ? '–' : code(shortDigest(digest))
}
