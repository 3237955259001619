import type { Exit } from '../file/running.ts'
import type { Fault } from '../text.ts'
import { spokenExit } from './exit-code.ts'

export function exitFaults(code: number, asked: readonly Exit[]): Fault[] {
  if (asked.some((exit) => meets(code, exit))) return []
  return [{ expected: asked.map(spokenAsked).join(' or '), actual: spokenExit(code) }]
}

function meets(code: number, asked: Exit): boolean {
  return asked === 'non-zero' ? code !== 0 : code === asked
}

export function spokenAsked(asked: Exit): string {
  return asked === 'non-zero' ? 'an exit code other than 0' : `exit code ${asked}`
}
