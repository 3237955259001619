import { shortDigest } from '../base/digest.ts'
import { printable } from '../base/printable.ts'
import { textTable } from '../base/text-table.ts'
import { formatDuration } from '../base/units.ts'
import { durations, missingImages, type PublishReport, publishedImages, publishedTag } from './facts.ts'
import { HEADS } from './heads.ts'
import { legTable } from './legs.ts'
import { moves, outcomeOf } from './moves.ts'

/** What the step summary says, for somebody at a terminal. */
export function terminalSummary(report: PublishReport): string {
  const paragraphs = [headline(report), tagTable(report), builds(report), failures(report), commands(report)]
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`
}

function headline(report: PublishReport): string {
  const { plan, receipt } = report
  const { total, previous } = durations(report)
  const published = publishedImages(receipt).length
  const outcome = plan.publish
    ? `published ${published} of ${plan.images.length}`
    : `not published: ${plan.reason}`
  const before = previous === undefined ? '' : ` (${formatDuration(previous)} the time before)`
  const names = plan.images.map((image) => image.name).join(', ')
  const what = [names || 'Nothing to build', plan.version].filter(Boolean).join(' ')
  return printable(`${what}: ${outcome}, ${formatDuration(total)}${before}`)
}

function tagTable(report: PublishReport): string {
  const rows = moves(report).map(({ repository, tag }) => [
    `${repository}:${tag.name}`,
    tag.before ? shortDigest(tag.before) : '–',
    tag.after ? shortDigest(tag.after) : '–',
    outcomeOf(tag),
  ])
  return rows.length === 0 ? '' : textTable(HEADS.moves.cells, rows)
}

function builds(report: PublishReport): string {
  const found = legTable(report)
  return found ? textTable(found.head, found.rows) : ''
}

function failures(report: PublishReport): string {
  const errors = new Map(report.receipt.images.map((image) => [image.name, image.error]))
  return [
    ...missingImages(report).flatMap(({ name }) => failure(name, errors.get(name) ?? 'not published')),
    ...report.receipt.leftovers.map((reference) => `Left behind without a tag: ${reference}`),
  ]
    .map(printable)
    .join('\n')
}

/** Several faults come as a list. */
function failure(name: string, error: string): string[] {
  return error.startsWith('- ') ? [`FAILED ${name}:`, ...error.split('\n')] : [`FAILED ${name}: ${error}`]
}

function commands({ receipt }: PublishReport): string {
  return publishedImages(receipt)
    .flatMap((image) =>
      image.repositories.map(({ repository }) => {
        const tag = publishedTag(image, repository)
        return printable(`podman pull ${repository}${tag === undefined ? `@${image.digest}` : `:${tag}`}`)
      }),
    )
    .join('\n')
}
