import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { CancelledError, UserError } from '../base/errors.ts'
import {
  type OutputStream,
  ProcessError,
  type ProcessOptions,
  type ProcessResult,
  type RunProcess,
} from '../base/process.ts'
import { LastLines, readLines } from './lines.ts'
import type { Output } from './output.ts'
import { ProcessTree, signal } from './process-tree.ts'

/** How long a child may take to end after SIGTERM; the runner gives us ten seconds in all. */
const GRACE = 4_000
/** Of each stream, the end is what explains a failure; results are read from files. */
const KEPT = 4 * 1024 * 1024

/** @actions/exec hands out no process to signal, and a cancelled job signals only us: hence node:child_process. */
export function processRunner(output: Output, cancelled: AbortSignal): RunProcess {
  return (command, args, options = {}) => {
    const signals = [options.finishing ? undefined : cancelled, options.signal].filter((each) => !!each)
    const start = () => runChild(command, args, { ...options, signal: AbortSignal.any(signals) }, output)
    return options.show ? output.around(start) : start()
  }
}

async function runChild(
  command: string,
  args: readonly string[],
  options: ProcessOptions,
  output: Output,
): Promise<ProcessResult> {
  if (options.signal?.aborted) throw new CancelledError()
  const child = startChild(command, args, options)
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', (cause) => reject(notStarted(command, cause)))
    child.once('close', (code, signalName) => resolve(code ?? 128 + (signalName === 'SIGKILL' ? 9 : 15)))
  })
  // A child that ends without reading its input is no error of ours.
  child.stdin.on('error', () => {})
  child.stdin.end(options.input ?? '')
  const collectLines = (stream: OutputStream) =>
    collect(child[stream], (line) => {
      options.onLine?.(line, stream)
      if (options.show) output.text(line)
    })
  const stop = stopOnAbort(child.pid, options.signal)
  try {
    const [exitCode, stdout, stderr] = await Promise.all([
      ended,
      options.read ? readAll(child.stdout, options.read) : collectLines('stdout'),
      collectLines('stderr'),
    ])
    if (options.signal?.aborted) throw new CancelledError()
    const result = { exitCode, stdout, stderr }
    if (exitCode !== 0 && !options.anyExit) throw new ProcessError(command, result)
    return result
  } finally {
    stop()
  }
}

function startChild(command: string, args: readonly string[], options: ProcessOptions) {
  try {
    return spawn(command, args, {
      cwd: options.cwd,
      env: definedOnly({ ...process.env, ...options.env }),
      stdio: ['pipe', 'pipe', 'pipe'],
      // A group of its own, so that a signal reaches the child's children too.
      detached: true,
    })
  } catch (cause) {
    throw notStarted(command, cause as Error)
  }
}

/** A reader that has enough, or that fails, must not leave the child waiting for somebody to take the rest. */
async function readAll(stdout: Readable, read: (stdout: Readable) => Promise<void>): Promise<string> {
  try {
    await read(stdout)
  } finally {
    stdout.resume()
  }
  return ''
}

async function collect(stream: Readable, onLine: (line: string) => void): Promise<string> {
  const last = new LastLines(KEPT)
  await readLines(stream, (line) => {
    onLine(line)
    last.add(line)
  })
  return last.text
}

function stopOnAbort(pid: number | undefined, abort: AbortSignal | undefined): () => void {
  if (pid === undefined || !abort) return () => {}
  let tree: ProcessTree | undefined
  let timer: NodeJS.Timeout | undefined
  const onAbort = () => {
    tree = new ProcessTree(pid)
    signal(-pid, 'SIGTERM')
    timer = setTimeout(() => tree?.kill(), GRACE)
  }
  abort.addEventListener('abort', onAbort, { once: true })
  return () => {
    abort.removeEventListener('abort', onAbort)
    clearTimeout(timer)
    tree?.kill()
  }
}

function definedOnly(environment: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

/** What a person can put right, where it is that; else the cause itself. */
export function notStarted(command: string, cause: Error): Error {
  const { code } = cause as NodeJS.ErrnoException
  if (code === 'E2BIG') {
    return new UserError('IMG9202', `${command} can't be given so long an argument.`, {
      hint: 'Labels and build arguments hold 128 KiB at most: put long texts into files.',
      cause,
    })
  }
  if (code === 'ERR_INVALID_ARG_VALUE') {
    // No cause: it would quote the argument.
    return new UserError('IMG9901', `${command} can't be given a NUL character.`, {
      hint: 'Take it out of the label, the build argument or the name that holds it.',
    })
  }
  if (code !== 'ENOENT') return cause
  return new UserError('IMG9201', `${command} is not installed here.`, {
    hint: 'Install it where this runs, in a build in the base image; the runner ubuntu-24.04 has it, and the setup action installs podman.',
    cause,
  })
}
