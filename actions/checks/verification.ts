import type { Digest } from '../base/digest.ts'
import type { Place } from '../base/errors.ts'
import type { CheckResult } from './check.ts'

/** A result, and where in the check file it is asked for. */
export interface LocatedResult extends CheckResult {
  place: Place
}

/** What was found out about one image: every report tells of this. */
export interface Verification {
  schema: 1
  /** As a person calls the image. */
  name: string
  id: Digest
  platform: string
  /** The check file, relative to the checkout. */
  file: string
  /** ISO 8601. */
  started: string
  milliseconds: number
  /** In the order of the check file. */
  results: LocatedResult[]
}
