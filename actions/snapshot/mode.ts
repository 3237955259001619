import type { UserError, UserErrors } from '../base/errors.ts'
import type { ReadSnapshot } from '../nodes/file/read.ts'
import type { Lock } from '../nodes/lock/lock.ts'
import type { NodeServices } from '../nodes/services.ts'
import type { Runner } from '../runner/runner.ts'
import type { SnapshotInputs } from './inputs.ts'
import type { OutputName } from './outputs.ts'

/** What a mode is given: inputs that are right, and the world. */
export interface Task {
  inputs: SnapshotInputs
  runner: Runner
  services: NodeServices
  /** An absolute path, of one that is relative to the checkout or to the current folder. */
  path(relative: string): string
}

/** For modes that begin with the snapshot file: it is read and found right. */
export interface FileTask extends Task {
  read: ReadSnapshot
  /** Undefined where there is none. */
  lock: Lock | undefined
}

/** What a mode came to. */
export interface Outcome {
  outputs: Partial<Record<OutputName, string>>
  /** For another program. */
  document: object
  /** For a person at a terminal. */
  text: string
  /** For a person who looks at a job; also report.md. */
  markdown: string
  /** With which the run has to fail, now that all is told. */
  error?: UserError | UserErrors
  /** Whether the text tells a person already what it failed with. */
  told?: boolean
}

export type Mode = (task: Task) => Promise<Outcome>
export type FileMode = (task: FileTask) => Promise<Outcome>
