import type { Artifacts } from '../base/artifacts.ts'
import type { Clock } from '../base/clock.ts'
import type { RunEvent } from '../base/event.ts'
import type { InputReader } from '../base/inputs.ts'
import type { Log } from '../base/log.ts'
import type { RunProcess } from '../base/process.ts'
import type { Progress } from '../base/progress.ts'
import type { SummarySection } from '../base/summary.ts'
import type { Trace } from '../registry/trace.ts'

export type { SummarySection } from '../base/summary.ts'

/** Everything an action gets from the world and gives back to it. GitHub's runner is one, the command line another. */
export interface Runner {
  readonly inputs: InputReader
  readonly event: RunEvent
  readonly log: Log
  readonly run: RunProcess
  readonly clock: Clock
  /** Aborted by SIGINT or SIGTERM. */
  readonly signal: AbortSignal
  /** RUNNER_TEMP: for credentials, layouts and the journal; on the removed with the job. */
  readonly temp: string
  /** Told of every request to a registry, where somebody wants to see them. */
  readonly trace?: Trace
  /** Where a person can be asked before something is taken away. */
  readonly ask?: (question: string) => Promise<boolean>
  readonly progress?: Progress
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Loaded when first asked for, because the client is heavy. */
  artifacts(): Promise<Artifacts>
  /** Receipts that earlier runs left on this machine. */
  readonly kept?: Pick<Artifacts, 'list' | 'get'>
  setOutput(name: string, value: string): void
  /** Hides a value, and its base64 form, in everything that is printed from now on. */
  mask(secret: string): void
  /** What main leaves for `post:`. */
  saveState(name: string, value: string): void
  state(name: string): string
  /** For the steps that follow in this job. */
  addPath(folder: string): void
  exportVariable(name: string, value: string): void
  /** Sections in the order of reading; where they don't fit, those of least importance are cut first. */
  summary(sections: readonly SummarySection[]): Promise<void>
}
