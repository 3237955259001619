import { parseArgs } from 'node:util'
import { InputError } from '../base/errors.ts'
import { type Command, findCommand } from './commands.ts'
import { withFlags } from './flags.ts'
import type { ManifestInput } from './manifest-inputs.ts'
import { inputsOf } from './positionals.ts'

const HINT = '--help lists the options.'

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

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

/** A command, the words behind it, and its options, which are the inputs of its action. */
export function parseCommandLine(args: readonly string[]): CommandLine | HelpWanted {
  const [name, ...rest] = args
  if (name !== undefined && /^(help|--help|-h)$/.test(name))
    return { help: true, command: findCommand(rest[0]) }
  const command = findCommand(name)
  if (!command) throw unknownCommand(name)
  const manifest = command.inputs()
  const { values, positionals } = parse(rest, command, manifest)
  if (values.help === true || positionals.join() === 'help') return { help: true, command }
  const inputs = together(pick(values, manifest), inputsOf(command.name, positionals))
  requireSubject(command, inputs)
  return {
    command,
    inputs,
    checkout: values.checkout === undefined ? undefined : String(values.checkout),
    trace: values.trace === true,
    json: values.json === true,
    yes: values.yes === true,
  }
}

type Values = Readonly<Record<string, unknown>>

function parse(rest: string[], command: Command, manifest: readonly ManifestInput[]) {
  const inputs = Object.fromEntries(manifest.map((input) => [input.name, text]))
  const asking = command.asksUnless === undefined ? {} : { yes: flag }
  const options = {
    ...inputs,
    ...asking,
    help: { ...flag, short: 'h' },
    trace: flag,
    json: flag,
    checkout: text,
  }
  const args = withFlags(rest, manifest, { anyValue: command.positionals === '' })
  try {
    const parsed = parseArgs({ args, options, allowPositionals: true })
    const values: Values = parsed.values
    return { values, positionals: parsed.positionals }
  } catch (cause) {
    throw explained(cause as NodeJS.ErrnoException)
  }
}

function pick(values: Values, manifest: readonly ManifestInput[]): Record<string, string> {
  const given = manifest.flatMap(({ name }): [string, string][] =>
    values[name] === undefined ? [] : [[name, String(values[name])]],
  )
  return Object.fromEntries(given)
}

function together(options: Record<string, string>, words: Record<string, string>): Record<string, string> {
  const [twice] = Object.keys(words).filter((name) => name in options)
  if (twice === undefined) return { ...options, ...words }
  throw new InputError(`"${words[twice]}" and --${twice} say the same twice.`, { hint: 'Write one of them.' })
}

/** In a workflow, cleaning up after nothing is fine; whoever types it has forgotten something. */
function requireSubject({ name }: Command, inputs: Readonly<Record<string, string>>): void {
  if (name === 'verify' && !inputs.image) {
    throw new InputError('There is no image to verify.', {
      hint: 'Write its name or id behind, as in verify ghcr.io/owner/app:1.2.3.',
    })
  }
  if (name !== 'cleanup' || inputs.images || inputs.receipt) return
  throw new InputError('There is no image to clean up.', {
    hint: 'Write it behind, as in cleanup ghcr.io/owner/app, or give --receipt FILE.',
  })
}

function unknownCommand(name: string | undefined): InputError {
  const what = name === undefined ? 'No command is given.' : `There is no command "${name}".`
  return new InputError(what, { hint: 'There are run, verify, cleanup and rollback; --help tells more.' })
}

/** Node's own words speak of positional arguments, which not every command has. */
function explained(cause: NodeJS.ErrnoException): InputError {
  const [option = ''] = /--?[\w-]+/.exec(cause.message) ?? []
  if (cause.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return new InputError(`There is no option ${option}.`, { hint: HINT, cause })
  if (/ambiguous/.test(cause.message)) {
    const hint = `Write the value after "=", as in ${option}='-…'.`
    return new InputError(`What follows ${option} begins with a dash.`, { hint, cause })
  }
  if (/argument missing/.test(cause.message)) {
    const hint = `Write it behind, as in ${option} VALUE.`
    return new InputError(`The option ${option} has no value.`, { hint, cause })
  }
  return new InputError(cause.message, { hint: HINT, cause })
}
