import type { RunEvent } from '../../base/event.ts'
import type { Origin } from '../origin.ts'
import type { TagOrder } from '../plan.ts'
import type { Render } from './expressions.ts'

export interface RuleFacts {
  event: RunEvent
  origin: Origin
  render: Render
  warn: (message: string) => void
}

/** What a rule gives, before prefix and suffix. */
export interface Candidate {
  value: string
  reason: string
  /** Absent: fixed. */
  moves?: TagOrder | undefined
  /** Whether `latest` comes with it, unless the flavor says otherwise. */
  latest: boolean
  /** As semver, where there is one: what `latest` is ordered by. */
  version?: string | undefined
  prerelease?: boolean
}

export function movesUnless(fixed: boolean, order: TagOrder): { moves?: TagOrder; latest: false } {
  return fixed ? { latest: false } : { moves: order, latest: false }
}
