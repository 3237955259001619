import { block, code, folded, plain, table } from '../../base/markdown.ts'
import type { SummarySection } from '../../base/summary.ts'
import type { LocatedResult, Verification } from '../verification.ts'
import { clean, cleanLine, isPassed, sectionsOf, shortened, talliedOf } from './facts.ts'

const MOST = 500

/** For the step summary: how it went, then what failed, what was left open, and folded away what is as it should be. */
export function summaryOf(verification: Verification): SummarySection[] {
  return [
    { markdown: `${headOf(verification)}${failedTable(verification)}`, importance: 1 },
    ...optional(logs(verification), 3),
    ...optional(openTable(verification), 2),
    ...optional(passedList(verification), 4),
  ]
}

function headOf(verification: Verification): string {
  const { name, id, platform, file } = verification
  const title = `### ${isPassed(verification) ? '✓' : '✗'} Verification of ${code(clean(name))}`
  const facts = [code(platform), code(id), `as ${code(clean(file))} wants it`]
  return `${title}\n\n**${talliedOf(verification)}**: ${facts.join(', ')}`
}

function failedTable({ results }: Verification): string {
  const failed = results.filter(({ status }) => status === 'failed')
  if (failed.length === 0) return ''
  const rows = failed.map(({ name, finding, place }) => [
    shown(name),
    shown(finding?.expected ?? ''),
    [shown(finding?.actual ?? ''), ...(finding?.hint ? [`_${shown(finding.hint)}_`] : [])].join('<br>'),
    whereOf(place),
  ])
  return `\n\n${table(['Failed', 'Expected', 'Found', 'Where'], rows)}`
}

function logs({ results }: Verification): string {
  const told = results.filter(({ finding }) => (finding?.log ?? []).length > 0)
  return told
    .map(({ name, finding }) =>
      folded(
        `Last lines of the log: ${clean(name)}`,
        block('text', (finding?.log ?? []).map(cleanLine).join('\n')),
      ),
    )
    .join('\n\n')
}

function openTable({ results }: Verification): string {
  const open = results.filter(({ status }) => status === 'unchecked')
  if (open.length === 0) return ''
  return table(
    ['Not checked', 'Why', 'Where'],
    open.map(({ name, reason, place }) => [shown(name), shown(reason ?? ''), whereOf(place)]),
  )
}

function passedList(verification: Verification): string {
  const passed = verification.results.filter(({ status }) => status === 'passed')
  if (passed.length === 0) return ''
  const rows = sectionsOf({ results: passed }).flatMap(({ name, results }) =>
    results.map((result) => [plain(name), shown(result.name)]),
  )
  return folded(`${passed.length} passed`, table(['Part', 'Check'], rows))
}

function whereOf({ file, line }: LocatedResult['place']): string {
  return code(`${clean(file)}:${line}`)
}

function shown(text: string): string {
  return plain(shortened(clean(text), MOST))
}

function optional(markdown: string, importance: number): SummarySection[] {
  return markdown === '' ? [] : [{ markdown, importance }]
}
