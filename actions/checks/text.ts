import { RE2JS } from 're2js'
import type { Finding } from './check.ts'
import type { TextExpectation } from './file/values.ts'
import { hideKnown } from './secrets/known.ts'

/** One thing that is not as asked. */
export interface Fault {
  expected: string
  actual: string
}

/** A finding shows so much of a text that is not as asked. */
const SHOWN = 300
/** So much beside it is looked at, so that no half of a secret is shown that nobody knows for one. */
const BESIDE = 16 * 1024

/** What a text lacks of what is asked of it, or has too much. `most`: it goes on behind so much, where nobody looks. */
export function textFaults(what: string, text: string, asked: TextExpectation, most?: string): Fault[] {
  const unseen = most === undefined ? undefined : `longer than the ${most} that are looked at`
  const missing = (expected: string): Fault => ({
    expected,
    actual: `${what} is ${shown(text)}${unseen === undefined ? '' : `, and ${unseen}`}`,
  })
  return [
    ...(asked.contains ?? [])
      .filter((part) => !text.includes(part))
      .map((part) => missing(`${what} contains ${quoted(part)}`)),
    ...(asked.matches ?? [])
      .filter((pattern) => !RE2JS.compile(pattern).matcher(text).find())
      .map((pattern) => missing(`${what} matches /${pattern}/`)),
    ...(asked.excludes ?? [])
      .filter((part) => unseen !== undefined || text.includes(part))
      .map((part) => ({
        expected: `${what} is without ${quoted(part)}`,
        actual: text.includes(part)
          ? `${what} has the line ${quoted(lineWith(text, part))}`
          : `${what} is ${unseen}`,
      })),
  ]
}

/** All that is wrong with one thing, told once. */
export function findingOf(
  faults: readonly Fault[],
  more: Omit<Finding, keyof Fault> = {},
): Finding | undefined {
  if (faults.length === 0) return undefined
  const told = (key: keyof Fault) => [...new Set(faults.map((fault) => fault[key]))].join('; ')
  return { expected: told('expected'), actual: told('actual'), ...more }
}

/** The end of it, where it is long: there programs say what went wrong. */
export function shown(text: string): string {
  const trimmed = hideKnown(text.slice(-BESIDE).trim())
  if (trimmed === '') return 'empty'
  return trimmed.length <= SHOWN ? quoted(trimmed) : `…${quoted(trimmed.slice(-SHOWN))}`
}

export function quoted(text: string): string {
  return `"${text}"`
}

function lineWith(text: string, part: string): string {
  const start = text.lastIndexOf('\n', text.indexOf(part)) + 1
  const end = text.indexOf('\n', start)
  return shortLine(text.slice(start, end < 0 ? undefined : end))
}

/** The beginning of a line. */
export function shortLine(line: string, most = SHOWN): string {
  return hideKnown(line.slice(0, BESIDE)).slice(0, most)
}
