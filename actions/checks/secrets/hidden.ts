import type { CheckResult } from '../check.ts'
import type { ImageConfig } from '../image/config.ts'
import { secretValues } from './config-scan.ts'
import { Matcher } from './matcher.ts'
import { redacted } from './redacted.ts'

/** What is shorter is a part of many words. */
const SHORTEST = 6

/** Hides what an application printed or answered of the image's secrets, and all that looks like one. */
export function secretsHidden(config: ImageConfig): <T extends CheckResult>(results: readonly T[]) => T[] {
  const matcher = new Matcher()
  const own = secretValues(config)
    .flatMap((value) => value.split('\n'))
    .filter((line) => line.trim().length >= SHORTEST)
    .toSorted((a, b) => b.length - a.length)
  const hide = (text: string) => {
    const values = [...own, ...[...matcher.matches(text)].map(({ value }) => value)]
    return values.reduce((now, value) => now.replaceAll(value, () => redacted(value)), text)
  }
  return (results) => results.map((result) => hidden(result, hide))
}

function hidden<T extends CheckResult>(result: T, hide: (text: string) => string): T {
  const { finding } = result
  if (!finding) return { ...result, name: hide(result.name) }
  const { expected, actual, hint, log } = finding
  return {
    ...result,
    name: hide(result.name),
    finding: {
      expected: hide(expected),
      actual: hide(actual),
      ...(hint === undefined ? {} : { hint: hide(hint) }),
      ...(log ? { log: log.map(hide) } : {}),
    },
  }
}
