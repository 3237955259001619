import { tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { CancelledError, isUserError, UserErrors } from '../base/errors.ts'
import { fullDisk } from '../base/full-disk.ts'
import { terminalSummary } from '../report/terminal.ts'
import { openTerminal, type Terminal } from '../runner/terminal.ts'
import { type CommandLine, parseCommandLine, UsageError } from './command-line.ts'
import { helpText } from './help.ts'
import { finishPipeline, runPipeline } from './main.ts'
import { type ManifestInput, optionReader, readManifest } from './manifest-inputs.ts'

/** 0: done; 1: something failed; 2: the command was wrong; 130: interrupted. */
process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  const manifest = readManifest(new URL('../../action.yml', import.meta.url))
  try {
    const line = parseCommandLine(args, manifest)
    if (!line.help) return await run(manifest, line)
    process.stdout.write(helpText(manifest))
    return 0
  } catch (error) {
    return explain(error)
  }
}

async function run(manifest: readonly ManifestInput[], line: CommandLine): Promise<number> {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => controller.abort(new CancelledError()))
  const terminal = openTerminal(optionReader(manifest, line.inputs, process.env), {
    signal: controller.signal,
    workspace: resolve(line.checkout),
    trace: line.trace,
  })
  try {
    const report = await runPipeline(terminal.runner)
    process.stdout.write(`\n${terminalSummary(report)}`)
    if (report.error !== undefined) throw report.error
    return 0
  } finally {
    await finish(terminal)
  }
}

/** As `post:` in a job: a process of its own, which the interruption does not reach. */
async function finish({ runner, close }: Terminal): Promise<void> {
  await finishPipeline({ ...runner, signal: new AbortController().signal }).finally(close)
}

function explain(thrown: unknown): number {
  const error = isUserError(thrown)
    ? thrown
    : (fullDisk(thrown, { path: tmpdir(), variable: 'TMPDIR' }) ?? thrown)
  if (error instanceof CancelledError) {
    process.stderr.write(`${error.message}\n`)
    return 130
  }
  if (!isUserError(error)) {
    process.stderr.write(`This is a bug in image-actions. Please report it.\n${(error as Error).stack}\n`)
    return 1
  }
  const all = error instanceof UserErrors ? error.errors : [error]
  for (const each of all) process.stderr.write(`error: ${each}\n`)
  return error instanceof UsageError ? 2 : 1
}
