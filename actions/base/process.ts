import type { Readable } from 'node:stream'

export type OutputStream = 'stdout' | 'stderr'

export interface ProcessOptions {
  cwd?: string
  /** Added to the environment of this process; undefined takes a variable away. */
  env?: Record<string, string | undefined>
  input?: string
  /** Ends the process, as a cancellation of the run does anyway. */
  signal?: AbortSignal
  /** Show the output while it runs (guarded, so that it can't command the runner). */
  show?: boolean
  onLine?: (line: string, stream: OutputStream) => void
  /** Takes standard output as it comes, byte for byte; the result then holds none of it. */
  read?: (stdout: Readable) => Promise<void>
  /** Runs also when the run was cancelled: takes away what was begun. */
  finishing?: boolean
  /** Resolve whatever the exit code is; otherwise a failure throws ProcessError. */
  anyExit?: boolean
}

export interface ProcessResult {
  exitCode: number
  stdout: string
  stderr: string
}

/** Runs a program without a shell. The runner's own implementation is handed in, as no domain room starts processes itself. */
export type RunProcess = (
  command: string,
  args: readonly string[],
  options?: ProcessOptions,
) => Promise<ProcessResult>

export class ProcessError extends Error {
  readonly command: string
  readonly result: ProcessResult

  constructor(command: string, result: ProcessResult) {
    const last = result.stderr.trim().split('\n').slice(-3).join('\n')
    super(`${command} ended with exit code ${result.exitCode}${last ? `: ${last}` : '.'}`)
    this.name = 'ProcessError'
    this.command = command
    this.result = result
  }
}
