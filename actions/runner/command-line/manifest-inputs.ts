import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { InputReader } from '../../base/inputs.ts'

export interface ManifestInput {
  name: string
  description: string
  default: string
}

/** An action's inputs are its command's options: one list, described once. */
export function readManifest(path: URL): ManifestInput[] {
  const { inputs } = parse(readFileSync(path, 'utf8')) as {
    inputs: Record<string, { description: string; default?: string }>
  }
  return Object.entries(inputs).map(([name, input]) => ({
    name,
    description: input.description,
    // Expressions are GitHub's to resolve.
    default: input.default?.startsWith('${{') ? '' : (input.default ?? ''),
  }))
}

/** These may also name what they hold for. */
const MORE_THAN_FLAGS: ReadonlySet<string> = new Set(['force-move'])

/** Yes or no, and nothing else. */
export function isFlag({ name, default: value }: ManifestInput): boolean {
  return /^(true|false)$/.test(value) && !MORE_THAN_FLAGS.has(name)
}

/** What must not be seen in a process list can be given as a variable instead. */
export const SECRET_INPUTS: ReadonlySet<string> = new Set([
  'github-token',
  'dockerhub-token',
  'registry-auth',
  'secrets',
])

/** What was given, else for a secret its variable, else the default. */
export function optionReader(
  manifest: readonly ManifestInput[],
  given: Readonly<Record<string, string | undefined>>,
  environment: Readonly<Record<string, string | undefined>>,
): InputReader {
  const defaults = new Map(manifest.map((input) => [input.name, input.default]))
  return {
    text: (name) => {
      const variable = SECRET_INPUTS.has(name) ? environment[variableOf(name)] : undefined
      return given[name] ?? variable ?? defaults.get(name) ?? ''
    },
  }
}

/** `github-token` → `GITHUB_TOKEN` */
export function variableOf(name: string): string {
  return name.toUpperCase().replaceAll('-', '_')
}
