import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InputError, messageOf } from '../base/errors.ts'
import { type InputReader, readBoolean } from '../base/inputs.ts'
import { coloursOf, paintReport } from '../runner/colours.ts'
import { optionReader } from '../runner/command-line/manifest-inputs.ts'
import { explain, outliveReaders, stopSignal } from '../runner/command-line/process.ts'
import { keepReceipts, receiptFolder } from '../runner/kept-receipts.ts'
import type { Runner } from '../runner/runner.ts'
import { openTerminal, type Terminal, type TerminalOptions } from '../runner/terminal.ts'
import { CARRIED_FOLDER } from './carried-folder.ts'
import { type CommandLine, parseCommandLine } from './command-line.ts'
import { commandHelp, programHelp } from './help.ts'
import { type Finished, ROOMS, type Room } from './rooms.ts'

const OWN_FOLDER = fileURLToPath(new URL('../../', import.meta.url))

/** 0: done; 1: something failed; 2: what was asked for is wrong, so nothing was begun; 130: interrupted. */
export async function main(args: readonly string[]): Promise<number> {
  let unable = 1
  outliveReaders()
  try {
    const line = parseCommandLine(args)
    if ('version' in line) {
      process.stdout.write(`${ownVersion()}\n`)
      return 0
    }
    if (!('help' in line)) {
      unable = line.command.unable
      const { error, told } = await run(line)
      return error === undefined ? 0 : told ? 1 : explain(error, 1)
    }
    const paint = coloursOf(process.stdout)
    process.stdout.write(line.command ? commandHelp(line.command, paint) : programHelp(paint))
    return 0
  } catch (error) {
    return explain(error, unable)
  }
}

/** As the release commit wrote it; a checkout of main is of none. */
function ownVersion(): string {
  return JSON.parse(readFileSync(join(OWN_FOLDER, 'package.json'), 'utf8')).version
}

/** Resolves with what the room itself found; throws where it could not do its work. */
async function run(line: CommandLine): Promise<Pick<Finished, 'error' | 'told'>> {
  const { command, trace, json } = line
  const inputs = optionReader(command.inputs(), line.inputs, process.env)
  const asks = mustAsk(line, inputs)
  const room = await ROOMS[command.name]()
  const signal = stopSignal()
  const log = json ? 'stderr' : 'stdout'
  const carried = inputs.text(CARRIED_FOLDER.name)
  const terminal = openTerminal(inputs, { ...placeOf(line), signal, trace, log, asks, carried })
  try {
    const { document, text, error, told = false } = await room.run(terminal.runner)
    const shown = paintReport(text, coloursOf(process.stdout))
    terminal.print(json ? `${JSON.stringify(document, null, 2)}\n` : shown)
    return { error, told: told && !json }
  } finally {
    await finish(room, terminal)
  }
}

/** npx and npm start this in the project's own folder, which says nothing of whose images are meant. */
function placeOf({ command, checkout }: CommandLine): Pick<TerminalOptions, 'workspace' | 'checkout'> {
  const workspace = resolve(checkout ?? '.')
  if (command.needsCheckout) return { workspace, checkout: 'needed' }
  const unsaid = checkout === undefined && workspace === resolve(OWN_FOLDER)
  return { workspace, checkout: unsaid ? 'none' : 'welcome' }
}

/** Whether somebody is to be asked; where nobody can be, that is told before anything is begun. */
function mustAsk({ command, yes }: CommandLine, inputs: InputReader): boolean {
  const { asksUnless } = command
  if (asksUnless === undefined || yes || asksUnless.some((name) => readBoolean(inputs, name))) return false
  if (process.stdin.isTTY && process.stderr.isTTY) return true
  throw new InputError('IMG9006', `There is no terminal to ask at before ${command.name} changes anything.`, {
    hint: 'Add --yes to go on without a question, or --dry-run to see what would happen.',
  })
}

/** As `post:` in a job: a process of its own, which the interruption does not reach. */
async function finish(room: Room, { runner, close }: Terminal): Promise<void> {
  try {
    await room.finish({ ...runner, signal: new AbortController().signal })
    await keep(runner)
  } finally {
    close()
  }
}

/** What was published or rolled back stays so when this fails. */
async function keep({ artifacts, environment, log }: Runner): Promise<void> {
  try {
    for (const path of await keepReceipts(await artifacts(), receiptFolder(environment)))
      log.info(`The receipt stays here: ${path}`)
  } catch (error) {
    log.warn(`The receipt was not kept: ${messageOf(error)}`)
  }
}
