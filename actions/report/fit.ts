import type { SummarySection } from '../base/summary.ts'

/** GitHub drops a step's summary above 1 MiB whole; in bytes. */
const LIMIT = 900 * 1024

/** Joins what fits, in the order of reading; the least important sections go first, and the reader is told. */
export function fitSummary(sections: readonly SummarySection[], limit = LIMIT): string {
  const kept = [...sections]
  while (kept.length > 0 && sizeOf(join(kept, sections)) > limit) kept.splice(leastImportant(kept), 1)
  const text = join(kept, sections)
  return sizeOf(text) > limit ? '' : text
}

/** Of equally important sections the last one. */
function leastImportant(sections: readonly SummarySection[]): number {
  const largest = Math.max(...sections.map((section) => section.importance))
  return sections.findLastIndex((section) => section.importance === largest)
}

function join(kept: readonly SummarySection[], all: readonly SummarySection[]): string {
  const titles = all.filter((section) => !kept.includes(section)).map(titleOf)
  const notice =
    titles.length === 0
      ? []
      : [`_Left out, as a summary has its limit: ${listed(titles)}. The log has it all._`]
  return `${[...kept.map((section) => section.markdown), ...notice].join('\n\n')}\n`
}

/** Names a few; a hundred left out need no hundred names. */
function listed(titles: readonly string[]): string {
  const more = titles.length - 5
  return more > 0 ? `${titles.slice(0, 5).join(', ')} and ${more} more` : titles.join(', ')
}

/** A section is known by its heading. */
function titleOf({ markdown }: SummarySection): string {
  const first = markdown.trimStart().split('\n', 1)[0] ?? ''
  return first.startsWith('#') ? first.replace(/^#+\s*/, '').slice(0, 80) : 'a section without heading'
}

function sizeOf(text: string): number {
  return Buffer.byteLength(text)
}
