import type { CheckResult } from '../check.ts'
import type { ImageConfig } from '../image/config.ts'
import { secretValues } from './config-scan.ts'
import { hideKnown, hideValues, isTelling } from './known.ts'
import { Matcher } from './matcher.ts'

/** Hides what an application printed or answered of the image's secrets, and all that looks like one. */
export function secretsHidden(config: ImageConfig): <T extends CheckResult>(results: readonly T[]) => T[] {
  const matcher = new Matcher()
  const own = secretValues(config)
    .flatMap((value) => value.split('\n'))
    .filter(isTelling)
    .toSorted((a, b) => b.length - a.length)
  const hide = (text: string) => hideKnown(hideValues(text, own), matcher)
  return (results) => results.map((result) => hidden(result, hide))
}

function hidden<T extends CheckResult>(result: T, hide: (text: string) => string): T {
  const { finding, reason } = result
  const told = {
    ...result,
    name: hide(result.name),
    ...(reason === undefined ? {} : { reason: hide(reason) }),
  }
  if (!finding) return told
  const { expected, actual, hint, log } = finding
  return {
    ...told,
    finding: {
      expected: hide(expected),
      actual: hide(actual),
      ...(hint === undefined ? {} : { hint: hide(hint) }),
      // Together: a key has many lines.
      ...(log ? { log: hide(log.join('\n')).split('\n') } : {}),
    },
  }
}
