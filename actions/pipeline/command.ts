import { type ManifestInput, readManifest } from '../runner/command-line/manifest-inputs.ts'

export type CommandName =
  | 'run'
  | 'plan'
  | 'build'
  | 'merge'
  | 'verify'
  | 'snapshot'
  | 'cleanup'
  | 'rollback'
  | 'doctor'
  | 'completion'

export interface Command {
  name: CommandName
  /** What it does, in a line. */
  summary: string
  /** What stands behind the name, options aside. */
  positionals: string
  /** What an example does, and its lines. */
  examples: readonly (readonly [string, ...string[]])[]
  /** Only what is checked out can be built; others take from a checkout which repository is meant. */
  needsCheckout: boolean
  /** Whether it asks before it changes anything, save with one of these inputs. */
  asksUnless: readonly string[] | undefined
  /** What it ends with when it could not do its work; 1 elsewhere says what its work came to. */
  unable: 1 | 2
  /** Its options: the inputs of its action. */
  inputs(): ManifestInput[]
}

/** What most commands have in common. */
export const USUAL = { needsCheckout: false, asksUnless: undefined, unable: 1 } as const

/** An action's inputs; the pipeline's manifest is the one at the top. */
export function inputsOfAction(name: string): ManifestInput[] {
  const path = name === 'pipeline' ? 'action.yml' : `${name}/action.yml`
  return readManifest(new URL(`../../${path}`, import.meta.url))
}
