import type { Bump } from './version.ts'

/** A commit of main, as its message tells it: https://www.conventionalcommits.org */
export interface Commit {
  sha: string
  /** `feat`, `fix`, …; empty where the message says none. */
  type: string
  scope: string
  subject: string
  breaking: boolean
}

const HEADER = /^(?<type>[a-z]+)(?:\((?<scope>[^()]+)\))?(?<mark>!)?: +(?<subject>\S.*)$/
const FOOTER = /^BREAKING[ -]CHANGE: +\S/m

export function readCommit(sha: string, header: string, body: string): Commit {
  const { type = '', scope = '', mark, subject = header } = HEADER.exec(header)?.groups ?? {}
  return { sha, type, scope, subject, breaking: mark !== undefined || FOOTER.test(body) }
}

/** The least that a release of these has to be. */
export function bumpFor(commits: readonly Commit[]): Bump {
  if (commits.some(({ breaking }) => breaking)) return 'major'
  return commits.some(({ type }) => type === 'feat') ? 'minor' : 'patch'
}
