import type { History } from './history.ts'
import type { Policy } from './policy.ts'
import { byVersion } from './versions.ts'

/** Where a repository could be brought to. */
export interface Candidate {
  commit: string
  /** `branch main`, `tag v1.2.3`, `release v1.2.3` */
  what: string
}

/** A release as GitHub lists it. */
export interface Release {
  tag_name: string
  draft: boolean
  prerelease: boolean
  published_at: string | null
}

export interface Wish {
  policy: Policy
  /** Nothing younger than this is taken, in seconds. */
  before: number
  /** Undefined: the host lists none, or nobody can be asked. */
  releases: readonly Release[] | undefined
}

/** Why there is no candidate. */
export class NoCandidate extends Error {
  /** There will be one in a few days; nobody has to look. */
  readonly waits: boolean

  constructor(why: string, { waits = false } = {}) {
    super(why)
    this.waits = waits
  }
}

export function findCandidate(history: History, { policy, before, releases }: Wish): Promise<Candidate> {
  if (policy.kind === 'branch') return onBranch(history, policy.branch, before)
  return policy.kind === 'release' && releases !== undefined
    ? released(history, releases, before)
    : tagged(history, before)
}

async function onBranch(history: History, named: string | undefined, before: number): Promise<Candidate> {
  const branch = named ?? (await history.defaultBranch())
  const tip = branch === undefined ? undefined : await history.tip(branch)
  if (tip === undefined)
    throw new NoCandidate(named === undefined ? 'it has no default branch' : `it has no branch ${named}`)
  const commit = await history.newestBefore(tip, before)
  if (commit === undefined)
    throw new NoCandidate(`all of ${branch} is younger than min-age-days`, { waits: true })
  return { commit, what: `branch ${branch}` }
}

async function tagged(history: History, before: number): Promise<Candidate> {
  const versions = byVersion(await history.tags(), ({ name }) => name)
  if (versions.length === 0) throw new NoCandidate('none of its tags is a version')
  const newest = versions.find(({ date }) => date <= before)
  if (!newest) throw new NoCandidate('all its versions are younger than min-age-days', { waits: true })
  return { commit: newest.commit, what: `tag ${newest.name}` }
}

async function released(history: History, releases: readonly Release[], before: number): Promise<Candidate> {
  const published = releases
    .filter(({ draft, prerelease }) => !draft && !prerelease)
    .map((release) => ({ ...release, date: Date.parse(release.published_at ?? '') / 1000 }))
    .sort((a, b) => b.date - a.date)
  if (published.length === 0) throw new NoCandidate('it has no release')
  const newest = published.find(({ date }) => date <= before)
  if (!newest) throw new NoCandidate('all its releases are younger than min-age-days', { waits: true })
  const tag = (await history.tags()).find(({ name }) => name === newest.tag_name)
  if (!tag) throw new NoCandidate(`its release ${newest.tag_name} has no tag`)
  return { commit: tag.commit, what: `release ${newest.tag_name}` }
}
