import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CancelledError, isUserError, UserError, UserErrors } from '../base/errors.ts'
import { terminalSummary } from '../report/terminal.ts'
import { openTerminal, type Terminal } from '../runner/terminal.ts'
import { helpText } from './help.ts'
import { finishPipeline, runPipeline } from './main.ts'
import { type ManifestInput, optionReader, readManifest } from './manifest-inputs.ts'

/** The command itself was wrong, so nothing was begun. */
class UsageError extends UserError {}

/** 0: done; 1: something failed; 2: the command was wrong; 130: interrupted. */
process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  const manifest = readManifest(new URL('../../action.yml', import.meta.url))
  try {
    const { values, positionals } = parse(args, manifest)
    if (values.help || positionals[0] === 'help') {
      process.stdout.write(helpText(manifest))
      return 0
    }
    if (positionals.length !== 1 || positionals[0] !== 'run') {
      throw new UsageError('There is no such command.', { hint: 'Write: image-actions run --help' })
    }
    return await run(manifest, values)
  } catch (error) {
    return explain(error)
  }
}

async function run(manifest: readonly ManifestInput[], values: Record<string, unknown>): Promise<number> {
  const given = Object.fromEntries(manifest.map(({ name }) => [name, values[name] as string | undefined]))
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => controller.abort(new CancelledError()))
  const workspace = resolve(String(values.checkout ?? '.'))
  const terminal = openTerminal(optionReader(manifest, given, process.env), {
    signal: controller.signal,
    workspace,
    trace: values.trace === true,
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

function parse(args: string[], manifest: readonly ManifestInput[]) {
  const text = { type: 'string' } as const
  const options = {
    help: { type: 'boolean', short: 'h' } as const,
    trace: { type: 'boolean' } as const,
    checkout: text,
    ...Object.fromEntries(manifest.map(({ name }) => [name, text])),
  }
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (cause) {
    throw new UsageError((cause as Error).message, { hint: 'See image-actions run --help.', cause })
  }
}

function explain(error: unknown): number {
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
