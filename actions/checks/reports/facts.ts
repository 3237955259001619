import { stripVTControlCharacters } from 'node:util'
import { printable } from '../../base/printable.ts'
import { formatDuration } from '../../base/units.ts'
import type { LocatedResult, Verification } from '../verification.ts'

/** What one part of the check file asks for: its `image`, its `run`. */
export interface Section {
  name: string
  results: readonly LocatedResult[]
}

export interface Counts {
  passed: number
  failed: number
  unchecked: number
}

export function sectionsOf({ results }: Pick<Verification, 'results'>): Section[] {
  const sections = Map.groupBy(results, ({ path }) => String(path[0] ?? 'file'))
  return [...sections].map(([name, results]) => ({ name, results }))
}

export function countsOf(results: readonly LocatedResult[]): Counts {
  const count = (status: LocatedResult['status']) => results.filter((each) => each.status === status).length
  return { passed: count('passed'), failed: count('failed'), unchecked: count('unchecked') }
}

/** Nothing failed, and nothing was left open. */
export function isPassed({ results }: Pick<Verification, 'results'>): boolean {
  return results.every(({ status }) => status === 'passed')
}

/** `21 passed, 1 failed, 1 unchecked in 2.6 s` */
export function talliedOf(verification: Verification): string {
  const { passed, failed, unchecked } = countsOf(verification.results)
  const parts = [
    ...(passed > 0 || failed + unchecked === 0 ? [`${passed} passed`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(unchecked > 0 ? [`${unchecked} unchecked`] : []),
  ]
  return `${parts.join(', ')} in ${formatDuration(verification.milliseconds)}`
}

/** What a program printed may command a terminal: its colours go without a trace, the rest leaves a blank. */
export function clean(text: string): string {
  return printable(stripVTControlCharacters(text))
}

/** The same of a line of a log, where the indentation says something. */
export function cleanLine(text: string): string {
  const line = stripVTControlCharacters(text)
  const indent = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '  ') ?? ''
  return `${indent}${printable(line)}`.trimEnd()
}

/** No report is the place for a whole page. */
export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text
}
