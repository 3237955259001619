import type { Commit } from '../diff/diff.ts'
import type { Subject } from './subject.ts'
import type { Warning } from './warning.ts'

/** What came of looking at something that a snapshot pins. */
export interface Looked {
  subject: Subject
  outcome:
    | 'moves'
    | 'stays'
    /** The inputs don't want it to move. */
    | 'left out'
    /** Whether there is something newer could not be found out. */
    | 'unknown'
  /** Its pin from now on. */
  to: string
  /** In a few words. */
  why: string
  /** Those that come with it, the newest first. */
  commits: readonly Commit[]
  warnings: readonly Warning[]
}
