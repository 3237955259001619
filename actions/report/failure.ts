import { code, plain } from '../base/markdown.ts'
import type { SummarySection } from '../base/summary.ts'
import { legFacts, missingImages, type PublishReport, publishedImages } from './facts.ts'

/** What was published, what was not, and what to do next; nothing when all went well. */
export function failureSection(report: PublishReport): SummarySection | undefined {
  const lines = failureLines(report)
  if (lines.length === 0) return undefined
  const markdown = ['### What failed, and what to do next', lines.map((line) => `- ${line}`).join('\n')]
  return { markdown: markdown.join('\n\n'), importance: 1 }
}

function failureLines(report: PublishReport): string[] {
  const { plan, receipt } = report
  const missing = missingImages(report)
  if (missing.length === 0 && receipt.leftovers.length === 0) return []
  const published = publishedImages(receipt).map((image) => code(image.name))
  return [
    ...missing.map((image) => `${code(image.name)}: ${reasonFor(image.name, report)}`),
    ...(plan.publish && missing.length > 0
      ? [`Published: ${published.length > 0 ? published.join(', ') : 'nothing'}.`]
      : []),
    ...receipt.leftovers.map((reference) => `Left behind without a tag: ${code(reference)}`),
    ...(missing.length > 0 ? [nextStep(report, published.length)] : []),
  ]
}

function reasonFor(image: string, report: PublishReport): string {
  const error = report.receipt.images.find((entry) => entry.name === image)?.error
  const legs = legFacts(report)
    .filter((fact) => fact.leg.image === image && !fact.record)
    .map((fact) => code(fact.leg.platform))
  return [
    error ? plain(error.replace(/\.?$/, '.')) : 'not published.',
    legs.length > 0 ? `No finished build for ${legs.join(', ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** After a failed build the merge takes away what its other platforms had pushed, so they have to be built again. */
function nextStep(report: PublishReport, published: number): string {
  const again = legFacts(report).every(({ record }) => record)
    ? '**Re-run failed jobs**; finished builds are used again.'
    : '**Re-run all jobs**; what the other platforms of a failed build had pushed is removed.'
  const kept = published > 0 ? ' What is published stays as it is.' : ''
  return `Next: put right what the failed job's log names, then choose ${again}${kept}`
}
