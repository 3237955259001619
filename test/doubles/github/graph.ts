import type { Release } from './release-objects.ts'

/** A repository as small as a test can say it. */
export interface GraphRepository {
  defaultBranch: string
  private?: boolean
  /** Branch to commit. */
  branches: Record<string, string>
  tags?: Record<string, string>
  /** Commit to its parents. */
  commits: Record<string, readonly string[]>
  releases?: Release[]
  /** A setting: what is published keeps its files. */
  immutableReleases?: boolean
  /** Commit to the files that it changed. */
  files?: Record<string, readonly string[]>
}

export interface Comparison {
  base: string
  head: string
  mergeBase: string
  status: 'ahead' | 'behind' | 'identical' | 'diverged'
  /** In head and not in base, oldest first; and the other way round. */
  ahead: string[]
  behind: string[]
}

/** A branch, a tag, a full ref, a SHA, or seven or more digits of one. */
export function resolveRef(repository: GraphRepository, ref: string): string | undefined {
  const [, kind, name] = /^(?:refs\/)?(heads|tags)\/(.+)$/.exec(ref) ?? []
  if (kind === 'heads') return repository.branches[name!]
  if (kind === 'tags') return repository.tags?.[name!]
  const named = repository.branches[ref] ?? repository.tags?.[ref]
  if (named !== undefined || ref in repository.commits) return named ?? ref
  return /^[0-9a-f]{7,39}$/.test(ref)
    ? Object.keys(repository.commits).find((sha) => sha.startsWith(ref))
    : undefined
}

/** The commit itself first, then its ancestors, the nearest first. */
export function ancestry(repository: GraphRepository, sha: string): string[] {
  const seen = new Set([sha])
  for (const commit of seen) for (const parent of repository.commits[commit] ?? []) seen.add(parent)
  return [...seen]
}

/** Undefined where the two have no commit in common. */
export function compare(repository: GraphRepository, base: string, head: string): Comparison | undefined {
  const ofBase = ancestry(repository, base)
  const ofHead = ancestry(repository, head)
  const mergeBase = ofHead.find((commit) => ofBase.includes(commit))
  if (mergeBase === undefined) return undefined
  const ahead = ofHead.filter((commit) => !ofBase.includes(commit)).reverse()
  const behind = ofBase.filter((commit) => !ofHead.includes(commit)).reverse()
  const status =
    ahead.length > 0 ? (behind.length > 0 ? 'diverged' : 'ahead') : behind.length > 0 ? 'behind' : 'identical'
  return { base, head, mergeBase, status, ahead, behind }
}
