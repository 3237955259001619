import { appendFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import * as core from '@actions/core'
import { systemClock } from '../base/clock.ts'
import { CancelledError, isUserError, userErrorsOf } from '../base/errors.ts'
import { fullDisk } from '../base/full-disk.ts'
import { traceTo } from '../registry/trace.ts'
import { fitSummary } from '../report/fit.ts'
import { readEvent } from './event.ts'
import { command, errorCommand, plain, runnerLog } from './log.ts'
import { OutputGuard } from './output.ts'
import { processRunner } from './process.ts'
import type { Runner } from './runner.ts'

const BUGS = 'https://github.com/org/image-actions/issues/new'

/** The one place where an action begins and where every error of it ends. */
export async function runAction(main: (runner: Runner) => Promise<void>): Promise<void> {
  const guard = new OutputGuard((text) => process.stdout.write(text))
  try {
    await main(githubRunner(guard, stopSignal()))
  } catch (error) {
    process.exitCode = 1
    for (const line of explain(error)) guard.own(line)
  }
  // What main has given up on, such as a client's own retries, may go on for long: once all is said, nobody waits for it.
  process.stdout.write('', () => process.exit())
}

function githubRunner(guard: OutputGuard, signal: AbortSignal): Runner {
  const environment = process.env
  const temp = temporaryFolder()
  const log = runnerLog(guard)
  return {
    inputs: { text: (name) => core.getInput(name, { trimWhitespace: false }) },
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
      for (const form of [secret, Buffer.from(secret).toString('base64')]) core.setSecret(form)
    },
    saveState: core.saveState,
    state: core.getState,
    addPath: core.addPath,
    exportVariable: core.exportVariable,
    summary: async (sections) => {
      const path = environment.GITHUB_STEP_SUMMARY
      if (path) await appendFile(path, fitSummary(sections))
    },
  }
}

function temporaryFolder(): string {
  return process.env.RUNNER_TEMP ?? tmpdir()
}

/** SIGINT comes first, SIGTERM 7.5 s later; the first of them stops whatever can be stopped. */
function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => controller.abort(new CancelledError()))
  }
  return controller.signal
}

/** One annotation for each thing that the user can put right; a stack only for what is our fault. */
function explain(error: unknown): string[] {
  if (error instanceof CancelledError) return [command('warning', error.message)]
  if (isUserError(error)) return userErrorsOf(error).map(errorCommand)
  const full = fullDisk(error, { path: temporaryFolder(), variable: 'RUNNER_TEMP' })
  if (full) return [errorCommand(full)]
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [command('error', `This is a bug in image-actions. Please report it at ${BUGS}.`), plain(stack)]
}
