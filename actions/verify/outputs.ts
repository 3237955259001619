import type { CheckResult } from '../checks/check.ts'

/** What they are made of. */
export interface Outcome {
  results: readonly Pick<CheckResult, 'status'>[]
  /** Paths. */
  report: string
  junit: string
}

/** The values of the action's outputs, by name. */
export function verifyOutputs({ results, report, junit }: Outcome) {
  const count = (wanted: CheckResult['status']) =>
    String(results.filter(({ status }) => status === wanted).length)
  return {
    passed: count('passed'),
    failed: count('failed'),
    unchecked: count('unchecked'),
    report,
    junit,
  }
}
