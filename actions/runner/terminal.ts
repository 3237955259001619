import { accessSync, constants, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { systemClock } from '../base/clock.ts'
import { InputError, messageOf } from '../base/errors.ts'
import type { InputReader } from '../base/inputs.ts'
import type { Log } from '../base/log.ts'
import type { Paint } from '../base/paint.ts'
import { sentence } from '../base/printable.ts'
import { traceTo } from '../registry/trace.ts'
import { folderArtifacts } from './artifact-folder.ts'
import { coloursOf, paintReport } from './colours.ts'
import { placeBefore } from './command-line/process.ts'
import { receiptFolder, withKeptReceipts } from './kept-receipts.ts'
import { anywhereEvent, checkoutEvent, nowhereEvent } from './local-event.ts'
import { type Output, plainOutput } from './output.ts'
import { processRunner } from './process.ts'
import { openProgressLine } from './progress-line.ts'
import { askYesNo } from './question.ts'
import type { Runner } from './runner.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

export interface Terminal {
  runner: Runner
  outputs: Map<string, string>
  /** What was asked for, on stdout, wherever the log goes. */
  print(text: string): void
  /** Removes what the run left in its temporary folder. */
  close(): void
}

export interface TerminalOptions {
  signal: AbortSignal
  workspace: string
  trace: boolean
  /** needed: what is built is checked out; welcome: it tells which repository is meant; none: it tells nothing of that. */
  checkout: 'needed' | 'welcome' | 'none'
  /** Where the log goes: stdout may be kept for a document. Questions and progress go to stderr always. */
  log: 'stdout' | 'stderr'
  /** Whether a person is asked before something is taken away. */
  asks: boolean
  /** A folder where artifacts stay; without it they go with the run. */
  carried?: string
}

const EVENTS = { needed: checkoutEvent, welcome: anywhereEvent, none: nowhereEvent }

/** A laptop as a runner: the event comes from the checkout, artifacts lie in a folder, outputs are kept. */
export function openTerminal(inputs: InputReader, options: TerminalOptions): Terminal {
  const { signal, workspace } = options
  // Before anything is made that would have to be taken away again.
  const event = EVENTS[options.checkout](workspace)
  const carried = options.carried ? openCarried(resolve(options.carried)) : undefined
  const temp = makeTemporaryFolder(process.env)
  const stream = process[options.log]
  const line = openProgressLine(process.stderr, systemClock.now)
  const writeTo = (to: NodeJS.WritableStream) => (text: string) => {
    line.clear()
    to.write(text)
  }
  const output = plainOutput(writeTo(stream))
  const folder = carried ?? join(temp, 'artifacts')
  const outputs = new Map<string, string>()
  const state = new Map<string, string>()
  const kept = folderArtifacts(receiptFolder(process.env))
  const artifacts = withKeptReceipts(folderArtifacts(folder), kept)
  const log = terminalLog(output, coloursOf(stream))
  const start = processRunner(output, signal)
  const ask = (question: string) => {
    line.clear()
    return askYesNo(question, { input: process.stdin, output: process.stderr, signal })
  }
  const runner: Runner = {
    inputs,
    event,
    log,
    ...(options.trace ? { trace: traceTo(log) } : {}),
    // As on GitHub's runner: paths in options are relative to the checkout.
    run: (command, args, given) => start(command, args, { cwd: workspace, ...given }),
    clock: systemClock,
    signal,
    temp,
    environment: process.env,
    artifacts: async () => artifacts,
    kept,
    setOutput: (name, value) => outputs.set(name, value),
    mask: () => {},
    saveState: (name, value) => state.set(name, value),
    state: (name) => state.get(name) ?? '',
    addPath: () => {},
    exportVariable: () => {},
    summary: async () => {},
    ...(process.stderr.isTTY ? { progress: line.draw } : {}),
    ...(options.asks ? { ask } : {}),
  }
  mkdirSync(join(temp, 'artifacts'))
  const close = () => {
    line.clear()
    rmSync(temp, { recursive: true, force: true })
  }
  return { runner, outputs, print: writeTo(process.stdout), close }
}

/** What a long build leaves behind has to find its place. */
function openCarried(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return folder
  } catch (cause) {
    throw new InputError('IMG9902', `Nothing can be kept in "${folder}": ${sentence(messageOf(cause))}`, {
      hint: 'Give --artifacts a folder that you may write, or one that can be made.',
      cause,
    })
  }
}

function terminalLog(output: Output, paint: Paint): Log {
  return {
    debug: () => {},
    info: (message) => output.own(paintReport(message, paint)),
    warn: (message, place) => output.own(`${paint('warning', 'warning:')} ${placeBefore(place)}${message}`),
    group: async (title, body) => {
      output.own(paint('heading', title))
      return body()
    },
  }
}
