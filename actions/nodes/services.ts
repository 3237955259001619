import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { RunProcess } from '../base/process.ts'

/** What is needed from the world; the same in a job, on a laptop and inside of a build. */
export interface NodeServices {
  readonly run: RunProcess
  readonly log: Log
  readonly clock: Clock
  readonly random: () => number
  readonly signal: AbortSignal
  /** A folder for what may be forgotten. */
  readonly temp: string
  readonly environment: Readonly<Record<string, string | undefined>>
}
