import { isFlag, type ManifestInput } from '../../runner/command-line/manifest-inputs.ts'
import { SHELLS } from '../../runner/command-line/shells.ts'
import { MODE_NAMES } from '../../snapshot/modes.ts'
import type { Command } from '../command.ts'
import { COMMANDS } from '../commands.ts'

export interface CompletedOption {
  name: string
  /** What it is for, in a sentence. */
  meaning: string
  /** A flag has none. */
  takesValue: boolean
  /** All that may follow; empty where it may be anything, as a file. */
  values: readonly string[]
}

export interface CompletedCommand {
  name: string
  summary: string
  options: readonly CompletedOption[]
  /** All that may stand behind it; empty where it may be anything. */
  words: readonly string[]
}

/** Options whose description lists all that they take. */
export const VALUES: Readonly<Record<string, readonly string[]>> = {
  format: ['docker', 'oci'],
  compression: ['gzip', 'zstd'],
  pull: ['always', 'missing', 'newer', 'never'],
  index: ['auto', 'oci', 'docker'],
  'on-failure': ['fail', 'warn'],
  mode: MODE_NAMES,
  extras: ['disable', 'remove', 'keep', 'fail'],
  engine: ['native', 'comfy-cli'],
  shell: SHELLS,
}
/** A name that means other things elsewhere: there snapshot's is a folder. */
const CACHES = ['registry', 'store', 'none']

const WORDS: Readonly<Record<string, readonly string[]>> = { snapshot: MODE_NAMES, completion: SHELLS }

/** Everything that a shell can complete, from the commands and the manifests. */
export function grammar(): CompletedCommand[] {
  return COMMANDS.map((command) => ({
    name: command.name,
    summary: command.summary,
    options: [...generalOptions(command), ...command.inputs().map((input) => optionOf(input, command))],
    words: WORDS[command.name] ?? [],
  }))
}

function optionOf(input: ManifestInput, { name: command }: Command): CompletedOption {
  const { name, description } = input
  const takesValue = !isFlag(input)
  const values = name === 'cache' && command !== 'snapshot' ? CACHES : VALUES[name]
  return { name, meaning: firstSentence(description), takesValue, values: values ?? [] }
}

function generalOptions({ asksUnless }: Command): CompletedOption[] {
  const flag = (name: string, meaning: string) => ({ name, meaning, takesValue: false, values: [] })
  return [
    flag('help', 'Shows what it does and every option.'),
    { name: 'checkout', meaning: 'The git checkout.', takesValue: true, values: [] },
    ...(asksUnless === undefined ? [] : [flag('yes', 'Asks nobody.')]),
    flag('json', 'The report as JSON.'),
    flag('trace', 'Tells every request to a registry.'),
  ]
}

function firstSentence(text: string): string {
  return /^.*?[.;](?=\s|$)/.exec(text)?.[0].replace(/;$/, '.') ?? text
}
