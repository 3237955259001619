import { parseArgs } from 'node:util'
import { UserError } from '../base/errors.ts'
import type { ManifestInput } from './manifest-inputs.ts'

/** The command itself was wrong, so nothing was begun. */
export class UsageError extends UserError {}

const HINT = '"npm start -- --help" lists the options.'

export interface CommandLine {
  help: boolean
  trace: boolean
  checkout: string
  inputs: Record<string, string | undefined>
}

/** `run` and its options, which are the inputs of the root action. */
export function parseCommandLine(args: string[], manifest: readonly ManifestInput[]): CommandLine {
  const { values, positionals } = parse(args, manifest)
  const given: Record<string, string | boolean | undefined> = values
  const help = values.help === true || positionals.includes('help')
  const [command, stray] = positionals
  if (!help && command !== 'run') throw new UsageError('There is no such command.', { hint: HINT })
  if (!help && stray !== undefined) {
    throw new UsageError(`"${stray}" belongs to no option.`, {
      hint: `Options begin with two dashes, as in --checkout FOLDER; ${HINT}`,
    })
  }
  const inputs = manifest.map(({ name }) => [name, given[name] as string | undefined])
  const checkout = String(values.checkout ?? '.')
  return { help, trace: values.trace === true, checkout, inputs: Object.fromEntries(inputs) }
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
    throw explained(cause as NodeJS.ErrnoException)
  }
}

/** Node's own words speak of positional arguments, which there are none of here. */
function explained(cause: NodeJS.ErrnoException): UsageError {
  const [option = ''] = /--?[\w-]+/.exec(cause.message) ?? []
  if (cause.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return new UsageError(`There is no option ${option}.`, { hint: HINT, cause })
  if (/ambiguous/.test(cause.message)) {
    const hint = `Write the value after "=", as in ${option}='-…'.`
    return new UsageError(`What follows ${option} begins with a dash.`, { hint, cause })
  }
  if (/argument missing/.test(cause.message)) {
    const hint = `Write it behind, as in ${option} VALUE; what is yes or no takes true or false.`
    return new UsageError(`The option ${option} has no value.`, { hint, cause })
  }
  return new UsageError(cause.message, { hint: HINT, cause })
}
