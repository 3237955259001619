import { appendFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import * as core from '@actions/core'
import { systemClock } from '../base/clock.ts'
import { CancelledError, isUserError, userErrorsOf } from '../base/errors.ts'
import { fullDisk } from '../base/full-disk.ts'
import type { SummarySection } from '../base/summary.ts'
import { traceTo } from '../registry/trace.ts'
import { fitSummary } from '../report/fit.ts'
import { type Standing, unfinishedSection } from '../report/unfinished.ts'
import { onCrash } from './crash.ts'
import { readEvent } from './event.ts'
import { takeGiven } from './given.ts'
import { command, errorCommand, plain, runnerLog } from './log.ts'
import { OutputGuard } from './output.ts'
import { processRunner } from './process.ts'
import type { Runner } from './runner.ts'

const BUGS = 'https://github.com/org/image-actions/issues/new'
const TEMPORARY = { path: process.env.RUNNER_TEMP ?? tmpdir(), variable: 'RUNNER_TEMP' }

/** An error that main returns is one that its own summary has told; one that it throws nobody knows of yet. */
type Main = (runner: Runner) => Promise<{ error?: unknown } | void>

/** The one place where an action begins and where every error of it ends. Without a standing it is a `post:`, which has no summary. */
export async function runAction(main: Main, standing?: Standing): Promise<void> {
  const guard = new OutputGuard((text) => process.stdout.write(text))
  const stop = stopController()
  let summed = false
  const summary = async (sections: readonly SummarySection[]) => {
    await writeSummary(sections)
    summed = true
  }
  const end = async (thrown: unknown, told: boolean) => {
    process.exitCode = 1
    const error = isUserError(thrown) ? thrown : (fullDisk(thrown, TEMPORARY) ?? thrown)
    for (const line of explain(error)) guard.own(line)
    // Where even that can't be written, the annotations have said it.
    if (standing && !told) await writeSummary([unfinishedSection(error, standing)]).catch(() => {})
  }
  // What main has given up on, such as a client's own retries, may go on for long: once all is said, nobody waits for it.
  const leave = () => {
    guard.close()
    process.stdout.write('', () => process.exit())
  }
  let crashed = false
  onCrash(async (error) => {
    crashed = true
    stop.abort(new CancelledError())
    await end(error, false)
    leave()
  })
  try {
    const { error } = (await main({ ...githubRunner(guard, stop.signal), summary })) ?? {}
    if (error !== undefined && !crashed) await end(error, summed)
  } catch (error) {
    // What becomes of main after a crash comes of the crash.
    if (!crashed) await end(error, false)
  }
  if (!crashed) leave()
}

function githubRunner(guard: OutputGuard, signal: AbortSignal): Omit<Runner, 'summary'> {
  const environment = process.env
  const given = takeGiven(environment)
  const temp = TEMPORARY.path
  const log = runnerLog(guard)
  return {
    inputs: { text: given.input },
    event: readEvent(environment),
    log,
    ...(environment.RUNNER_DEBUG === '1' ? { trace: traceTo(log) } : {}),
    run: processRunner(guard, signal),
    clock: systemClock,
    signal,
    temp,
    environment,
    artifacts: async () => (await import('./artifacts.ts')).githubArtifacts(temp),
    setOutput: core.setOutput,
    mask: (secret) => {
      // The runner complains of a mask that hides nothing.
      if (secret === '') return
      for (const form of [secret, Buffer.from(secret).toString('base64')])
        guard.own(command('add-mask', form))
    },
    saveState: core.saveState,
    state: given.state,
    addPath: core.addPath,
    exportVariable: core.exportVariable,
  }
}

async function writeSummary(sections: readonly SummarySection[]): Promise<void> {
  const path = process.env.GITHUB_STEP_SUMMARY
  if (path) await appendFile(path, fitSummary(sections))
}

/** SIGINT comes first, SIGTERM 7.5 s later; the first of them stops whatever can be stopped. */
function stopController(): AbortController {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => controller.abort(new CancelledError()))
  }
  return controller
}

/** One annotation for each thing that the user can put right; a stack only for what is our fault. */
function explain(error: unknown): string[] {
  if (error instanceof CancelledError) return [command('warning', error.message)]
  if (isUserError(error)) return userErrorsOf(error).map(errorCommand)
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [command('error', `This is a bug in image-actions. Please report it at ${BUGS}.`), plain(stack)]
}
