import { styleText } from 'node:util'
import type { Meaning, Paint } from '../base/paint.ts'
import { headOf } from '../report/heads.ts'

const STYLES: Record<Meaning, Parameters<typeof styleText>[0]> = {
  heading: 'bold',
  good: 'green',
  warning: 'yellow',
  bad: 'red',
  faint: 'dim',
}

/** Colours where the stream shows them: a pipe gets none, and NO_COLOR and FORCE_COLOR are obeyed. */
export function coloursOf(stream: NodeJS.WritableStream): Paint {
  return (meaning, text) => styleText(STYLES[meaning], text, { stream })
}

/** What stands before the result of a check. */
const MARKS: Record<string, Meaning> = { '✓': 'good', '✗': 'bad', '–': 'warning' }

/** A report was laid out for any reader; here its heads and its bad news stand out. */
export function paintReport(report: string, paint: Paint): string {
  let rows: Meaning | undefined
  const lines = report.split('\n').map((line) => {
    const head = headOf(line)
    if (line === '' || head) rows = head?.rows
    if (head) return paint('heading', line)
    if (/^FAILED |: FAILED$/.test(line)) return paint('bad', line)
    const mark = /^ {2}([✓✗–]) /.exec(line)?.[1]
    if (mark) return line.replace(mark, (sign) => paint(MARKS[sign] ?? 'faint', sign))
    const meaning = rows
    return meaning === undefined ? line : line.replace(/^\S+/, (cell) => paint(meaning, cell))
  })
  return lines.join('\n')
}
