import type { UserError } from '../../base/errors.ts'
import type { ReadSnapshot } from '../file/read.ts'

export interface Rules {
  allowBranches: boolean
  /** Empty: any. */
  allowHosts: readonly string[]
  /** Empty: any. */
  allowOwners: readonly string[]
  /** How many nodes there are at least. */
  expectedNodes: number
}

export interface Judged {
  errors: UserError[]
  warnings: UserError[]
}

/** Everything that is wrong with what a snapshot says, and what is doubtful, each with its place. */
export function validate(_read: ReadSnapshot, _rules: Rules): Judged {
  return { errors: [], warnings: [] }
}
