import type { Mismatch } from '../finding.ts'

/** One line for a log or an error that has said whose it is. */
export function mismatchText({ what, expected, actual }: Mismatch): string {
  return `${what}: expected ${expected}, found ${actual}`
}
