import { printable } from '../base/printable.ts'
import { wrap } from '../runner/command-line/help-text.ts'
import type { Finding, State } from './finding.ts'

const MARKS: Readonly<Record<State, string>> = { ok: '✓', warning: '–', problem: '✗' }

/** A line for each finding, and what to do beneath those that need it. */
export function findingsText(findings: readonly Finding[]): string {
  const width = Math.max(0, ...findings.map(({ what }) => what.length))
  const lines = findings.flatMap(({ what, state, found, advice }) => [
    `  ${MARKS[state]} ${what.padEnd(width)}  ${printable(found)}`,
    ...(advice === '' ? [] : [wrap(printable(advice))]),
  ])
  return `${lines.join('\n')}\n\n${verdict(findings)}\n`
}

export function verdict(findings: readonly Finding[]): string {
  const count = (state: State) => findings.filter((each) => each.state === state).length
  const counted = (number: number, word: string) => (number === 1 ? `1 ${word}` : `${number} ${word}s`)
  const parts = [
    ...(count('problem') > 0 ? [counted(count('problem'), 'problem')] : []),
    ...(count('warning') > 0 ? [counted(count('warning'), 'warning')] : []),
  ]
  return parts.length === 0 ? 'Nothing stands in the way.' : `${parts.join(' and ')}.`
}
