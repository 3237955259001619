import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { InputReader } from '../base/inputs.ts'

export interface ManifestInput {
  name: string
  description: string
  default: string
}

/** The root action's inputs are the command line's options: one list, described once. */
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
