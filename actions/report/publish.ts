import { shortDigest } from '../base/digest.ts'
import { block, code, folded, link, plain, table } from '../base/markdown.ts'
import type { SummarySection } from '../base/summary.ts'
import { formatDuration } from '../base/units.ts'
import type { PlannedImage } from '../plan/plan.ts'
import type { ReceiptImage } from '../plan/receipt.ts'
import { change, durations, type PublishReport, publishedImages, publishedTag } from './facts.ts'
import { failureSection } from './failure.ts'
import { gantt } from './gantt.ts'
import { legSection } from './legs.ts'
import { registryPage } from './links.ts'
import { moveSection } from './moves.ts'

/** From here on, commands are folded away. */
const MANY_IMAGES = 4

export type { PublishReport } from './facts.ts'

/** The summary of a whole run, in the order of reading. */
export function publishSummary(report: PublishReport): SummarySection[] {
  return [
    headSection(report),
    failureSection(report),
    pullSection(report),
    moveSection(report),
    legSection(report),
    timeSection(report),
    ganttSection(report),
  ].filter((section) => section !== undefined)
}

function headSection(report: PublishReport): SummarySection {
  const { plan, receipt } = report
  const rows = plan.images.map((image) => imageRow(image, report))
  const parts = [
    `## ${title(report)}`,
    plain(plan.publish ? plan.reason : `Not published: ${plan.reason}`),
    rows.length === 0 ? '' : table(['Image', 'Tags', 'Digest', 'Registries'], rows),
    plan.unchanged.length === 0 ? '' : `Unchanged, so not built: ${plan.unchanged.map(code).join(', ')}.`,
    `Revision ${code(receipt.revision.slice(0, 12))}, ${totalTime(report)}.`,
  ]
  return { markdown: parts.filter(Boolean).join('\n\n'), importance: 1 }
}

function title({ plan, receipt }: PublishReport): string {
  const names = plan.images.length === 1 ? (plan.images[0]?.name ?? '') : `${plan.images.length} images`
  const what = plain([names, plan.version].filter(Boolean).join(' '))
  if (plan.images.length === 0) return 'Nothing to build'
  const published = publishedImages(receipt).length
  if (!plan.publish)
    return receipt.images.some((image) => image.outcome === 'failed') ? `Failed: ${what}` : `Built: ${what}`
  if (published === 0) return `Not published: ${what}`
  return published < plan.images.length
    ? `Published ${published} of ${plan.images.length} images${plan.version ? ` ${plain(plan.version)}` : ''}`
    : `Published: ${what}`
}

function imageRow(image: PlannedImage, { plan, receipt }: PublishReport): string[] {
  const result = receipt.images.find((entry) => entry.name === image.name)
  const digest = result?.digest ? code(shortDigest(result.digest)) : '–'
  const tags = image.tags.map((tag) => code(tag.name)).join(', ')
  const pages = image.repositories.map((repository) =>
    link(code(repository), registryPage(repository, plan.repository)),
  )
  return [plain(image.name), tags || '–', digest, pages.join('<br>')]
}

function pullSection({ receipt }: PublishReport): SummarySection | undefined {
  const images = publishedImages(receipt)
  if (images.length === 0) return undefined
  const bodies = images.map((image) =>
    images.length < MANY_IMAGES ? pullCommands(image) : folded(`Pull ${image.name}`, pullCommands(image)),
  )
  return { markdown: ['### Pull', ...bodies].join('\n\n'), importance: 3 }
}

/** One command a block, so that the copy button gives something to run. */
function pullCommands(image: ReceiptImage): string {
  return image.repositories
    .flatMap(({ repository }) => {
      const tag = publishedTag(image, repository)
      const reference = tag === undefined ? `${repository}@${image.digest}` : `${repository}:${tag}`
      return ['podman', 'docker'].map((engine) => block('sh', `${engine} pull ${reference}`))
    })
    .join('\n\n')
}

function totalTime(report: PublishReport): string {
  const { total, previous } = durations(report)
  if (previous === undefined) return `${formatDuration(total)} in all`
  return `${formatDuration(total)} in all (${formatDuration(previous)} the time before${changed(total, previous)})`
}

function changed(total: number, previous: number): string {
  const text = change(total, previous)
  return text ? `: ${text}` : ''
}

function timeSection(report: PublishReport): SummarySection | undefined {
  const { previous } = report
  if (!previous) return undefined
  const { total, merge, previous: before } = durations(report)
  const rows = [
    ...(before === undefined
      ? []
      : [['Total', formatDuration(before), formatDuration(total), change(total, before)]]),
    ['Merge', formatDuration(previous.duration), formatDuration(merge), change(merge, previous.duration)],
  ]
  return {
    markdown: `### Durations\n\n${table(['', 'Previous run', 'This run', 'Change'], rows)}`,
    importance: 4,
  }
}

function ganttSection(report: PublishReport): SummarySection {
  const chart = gantt(report)
  const note = chart.omitted === 0 ? '' : `\n\n_${chart.omitted} shorter builds are not drawn._`
  return { markdown: `### Time line\n\n${chart.markdown}${note}`, importance: 5 }
}
