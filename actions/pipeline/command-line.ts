import { InputError } from '../base/errors.ts'
import { parseOptions, together } from '../runner/command-line/options.ts'
import type { Command } from './command.ts'
import { commandNames, findCommand } from './commands.ts'
import { inputsOf } from './positionals.ts'

export interface CommandLine {
  command: Command
  inputs: Record<string, string | undefined>
  /** Undefined: the current folder. */
  checkout: string | undefined
  trace: boolean
  /** The report as JSON on stdout, and the log on stderr. */
  json: boolean
  /** Nobody is to be asked. */
  yes: boolean
}

/** Without a command, it is the program itself that needs explaining. */
export interface HelpWanted {
  help: true
  command: Command | undefined
}

/** Which release the program is of. */
export interface VersionWanted {
  version: true
}

/** A command, the words behind it, and its options, which are the inputs of its action. */
export function parseCommandLine(args: readonly string[]): CommandLine | HelpWanted | VersionWanted {
  const [name, ...rest] = args
  if (name !== undefined && /^(help|--help|-h)$/.test(name))
    return { help: true, command: findCommand(rest[0]) }
  if (name === '--version') return { version: true }
  const command = findCommand(name)
  if (!command) throw unknownCommand(name)
  const { inputs, words, others } = parseOptions(rest, command.inputs(), {
    asks: command.asksUnless !== undefined,
    takesWords: command.positionals !== '',
  })
  if (others.help || words.join() === 'help') return { help: true, command }
  const all = together(inputs, inputsOf(command.name, words))
  requireSubject(command, all)
  const { checkout, trace, json, yes } = others
  return { command, inputs: all, checkout, trace, json, yes }
}

/** In a workflow, cleaning up after nothing is fine; whoever types it has forgotten something. */
function requireSubject({ name }: Command, inputs: Readonly<Record<string, string>>): void {
  if (name === 'verify' && !inputs.image) {
    throw new InputError('IMG9005', 'There is no image to verify.', {
      hint: 'Write its name or id behind, as in verify ghcr.io/owner/app:1.2.3.',
    })
  }
  if (name === 'snapshot' && !inputs.mode) {
    throw new InputError('IMG9005', 'There is no mode.', {
      hint: 'Write what to do with the snapshot behind, as in snapshot validate.',
    })
  }
  if (name === 'completion' && !inputs.shell) {
    throw new InputError('IMG9005', 'No shell is named.', {
      hint: 'Write bash, zsh or fish behind, as in completion bash.',
    })
  }
  if (name !== 'cleanup' || inputs.images || inputs.receipt) return
  throw new InputError('IMG9005', 'There is no image to clean up.', {
    hint: 'Write it behind, as in cleanup ghcr.io/owner/app, or give --receipt FILE.',
  })
}

function unknownCommand(name: string | undefined): InputError {
  const what = name === undefined ? 'No command is given.' : `There is no command "${name}".`
  return new InputError('IMG9001', what, {
    hint: `There are ${commandNames()}; --help tells more.`,
  })
}
