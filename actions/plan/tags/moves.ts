import type { Origin } from '../origin.ts'
import type { TagOrder } from '../plan.ts'

const FULL_VERSION = /^v?\d+\.\d+\.\d+(?:[-+].*)?$/
const HOLDS_VERSION = /(?:^|[^\d.])\d+\.\d+\.\d+(?:[^\d.]|$)/
const DATE = /(?:^|\D)(?:19|20)\d{2}[-._]?(?:0[1-9]|1[0-2])[-._]?(?:0[1-9]|[12]\d|3[01])/

/** Whether a value by itself says that it means one state for ever: a full version, a date, or the commit. */
export function isExact(value: string, sha: string): boolean {
  return FULL_VERSION.test(value) || DATE.test(value) || (sha !== '' && value.includes(sha.slice(0, 7)))
}

/** The same for what comes from a git tag, where a version may have words around it: `app/v1.2.3`. */
export function isExactGitTag(value: string, sha: string): boolean {
  return isExact(value, sha) || HOLDS_VERSION.test(value)
}

/** What a moving tag follows: versions where there is one, else the branch's history. */
export function orderOf(origin: Origin, defaultBranch: string, version?: string): TagOrder {
  if (version !== undefined) return { by: 'version', version }
  const branch = followed(origin, defaultBranch)
  return branch === '' ? { by: 'revision' } : { by: 'revision', branch }
}

function followed(origin: Origin, defaultBranch: string): string {
  if (origin.kind === 'branch') return origin.name
  if (origin.kind === 'pull') return origin.pullRequest?.head ?? ''
  return defaultBranch
}
