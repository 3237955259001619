import { secretsIn } from './config-scan.ts'
import { Matcher } from './matcher.ts'
import { hideKeys } from './private-keys.ts'
import { isRedacted, redacted } from './redacted.ts'
import { withoutAssigned } from './variables.ts'

/** What is shorter is a part of many words: it is hidden only where its name says what it is. */
const SHORTEST = 6

/** Whether a value can be looked for in other texts. */
export function isTelling(value: string): boolean {
  return value.trim().length >= SHORTEST
}

/** Hides what the rules know for a secret, wherever a text has it. */
export function hideKnown(text: string, matcher = new Matcher()): string {
  const withoutKeys = hideKeys(text)
  const values = [...new Set(secretsIn(matcher, withoutKeys).map(({ value }) => value))]
    .filter((value) => isTelling(value) && !isRedacted(value))
    .toSorted((a, b) => b.length - a.length)
  return withoutAssigned(hideValues(withoutKeys, values), (value) =>
    isRedacted(value) ? value : redacted(value),
  )
}

export function hideValues(text: string, values: readonly string[]): string {
  return values.reduce((now, value) => now.replaceAll(value, () => redacted(value)), text)
}
