import { InputProblems, UserError } from '../../base/errors.ts'

/** What counts as the newest state of a node. */
export type Policy =
  /** The newest commit of a branch; undefined: of the one that the remote itself calls its default. */
  | { kind: 'branch'; branch: string | undefined }
  /** The highest version among the tags. */
  | { kind: 'tag' }
  /** What GitHub lists as the newest release; on other hosts as `tag`. */
  | { kind: 'release' }

export interface Policies {
  usual: Policy
  /** By what a node may be called, in lower case. */
  of: ReadonlyMap<string, Policy>
}

/** Lines: one without a name for all, and `node=policy` for one. */
export function readPolicies(lines: readonly string[]): Policies {
  const problems = new InputProblems()
  const of = new Map<string, Policy>()
  const usual: Policy[] = []
  for (const line of lines) {
    const equals = line.indexOf('=')
    const name = line.slice(0, Math.max(equals, 0)).trim().toLowerCase()
    const policy = problems.try(() => readPolicy(line.slice(equals + 1).trim(), line))
    if (equals < 0 ? usual.length > 0 : of.has(name))
      problems.add(
        'IMG8004',
        `Input "policy" says twice what holds for ${equals < 0 ? 'all nodes' : name}.`,
        'Keep one of the lines.',
      )
    if (policy && equals < 0) usual.push(policy)
    else if (policy) of.set(name, policy)
  }
  problems.throwIfAny()
  return { usual: usual[0] ?? { kind: 'branch', branch: undefined }, of }
}

export function policyFor(names: readonly string[], { usual, of }: Policies): Policy {
  const own = names.map((name) => of.get(name.toLowerCase())).find((policy) => policy !== undefined)
  return own ?? usual
}

function readPolicy(text: string, line: string): Policy {
  const [, branch] = /^branch:([^\s:~^?*[\\-][^\s:~^?*[\\]*)$/.exec(text) ?? []
  if (text === 'branch' || branch !== undefined) return { kind: 'branch', branch }
  if (text === 'tag' || text === 'release') return { kind: text }
  throw new UserError('IMG8004', `Input "policy" has the line "${line}".`, {
    hint: 'Write branch, branch:name, tag or release; for a single node owner/name=tag.',
  })
}
