import type { Verification } from '../verification.ts'

/** For programs. What could command a terminal or a runner that shows it is escaped as JSON can escape it. */
export function jsonOf(verification: Verification): string {
  const text = JSON.stringify(verification, undefined, 2)
  const escaped = text.replace(/[\u007f-\u009f\u2028\u2029]|#(?=#\[)/g, escapeUnit)
  return `${escaped}\n`
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
