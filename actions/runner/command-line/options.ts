import { parseArgs } from 'node:util'
import { InputError } from '../../base/errors.ts'
import { sentence } from '../../base/printable.ts'
import { withFlags } from './flags.ts'
import type { ManifestInput } from './manifest-inputs.ts'

const HINT = 'Look at --help, which lists the options.'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

export interface Options {
  /** Of the action's inputs, those that were given. */
  inputs: Record<string, string>
  /** Words that belong to no option. */
  words: string[]
  /** What else was asked for. */
  others: { help: boolean; trace: boolean; json: boolean; yes: boolean; checkout: string | undefined }
}

export interface Further {
  /** Whether `--yes` means something. */
  asks: boolean
  /** Whether words that belong to no option mean something. */
  takesWords: boolean
}

/** An action's inputs as options, and those that every command has. */
export function parseOptions(
  args: readonly string[],
  manifest: readonly ManifestInput[],
  { asks, takesWords }: Further,
): Options {
  const inputs = Object.fromEntries(manifest.map((input) => [input.name, text]))
  const general = { help: { ...flag, short: 'h' }, trace: flag, json: flag, checkout: text }
  const options = { ...inputs, ...(asks ? { yes: flag } : {}), ...general }
  const { values, positionals } = parse(withFlags(args, manifest, { anyValue: !takesWords }), options)
  const isSet = (name: string) => values[name] === true
  return {
    inputs: pick(values, manifest),
    words: positionals,
    others: {
      help: isSet('help'),
      trace: isSet('trace'),
      json: isSet('json'),
      yes: isSet('yes'),
      checkout: values.checkout === undefined ? undefined : String(values.checkout),
    },
  }
}

type Known = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>
type Values = Readonly<Record<string, unknown>>

function parse(args: string[], options: Known): { values: Values; positionals: string[] } {
  try {
    return parseArgs({ args, options, allowPositionals: true })
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

/** What words mean, beside what options say. */
export function together(
  options: Readonly<Record<string, string>>,
  words: Readonly<Record<string, string>>,
): Record<string, string> {
  const [twice] = Object.keys(words).filter((name) => name in options)
  if (twice === undefined) return { ...options, ...words }
  throw new InputError('IMG9004', `"${words[twice]}" and --${twice} say the same twice.`, {
    hint: 'Write one of them.',
  })
}

/** Node's own words speak of positional arguments, which not every command has. */
function explained(cause: NodeJS.ErrnoException): InputError {
  const [option = ''] = /--?[\w-]+/.exec(cause.message) ?? []
  if (cause.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return new InputError('IMG9002', `There is no option ${option}.`, { hint: HINT, cause })
  if (/ambiguous/.test(cause.message)) {
    const hint = `Write the value after "=", as in ${option}='-…'.`
    return new InputError('IMG9003', `What follows ${option} begins with a dash.`, { hint, cause })
  }
  if (/argument missing/.test(cause.message)) {
    const hint = `Write it behind, as in ${option} VALUE.`
    return new InputError('IMG9003', `The option ${option} has no value.`, { hint, cause })
  }
  return new InputError('IMG9003', sentence(cause.message), { hint: HINT, cause })
}
