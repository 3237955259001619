import type { RunEvent } from '../base/event.ts'

/** What a run is about, read from its event: a branch, a git tag or a pull request. */
export interface Origin {
  kind: 'branch' | 'tag' | 'pull' | 'other'
  /** `main`, `v1.2.3`, or the pull request's number. */
  name: string
  onDefaultBranch: boolean
  pullRequest?: { base: string; head: string; fork: boolean }
}

/**
 * `pull_request_target` and its kin run on the base branch's ref. They are pull requests all the same:
 * nothing that one of them does may look like a push to that branch.
 */
export function readOrigin(event: RunEvent): Origin {
  const pull = event.name.startsWith('pull_request') ? field(event.payload, 'pull_request') : undefined
  if (pull !== undefined) return pullOrigin(event, pull)
  const branch = after(event.ref, 'refs/heads/')
  if (branch !== undefined) return { kind: 'branch', name: branch, onDefaultBranch: isDefault(branch, event) }
  const tag = after(event.ref, 'refs/tags/')
  if (tag !== undefined) return { kind: 'tag', name: tag, onDefaultBranch: false }
  const number = pullNumber(event.ref)
  if (number !== undefined) return { kind: 'pull', name: number, onDefaultBranch: false }
  return { kind: 'other', name: event.ref, onDefaultBranch: false }
}

function pullOrigin(event: RunEvent, pull: unknown): Origin {
  const number = pullNumber(event.ref) ?? String(field(pull, 'number') ?? '')
  const base = text(field(field(pull, 'base'), 'ref'))
  const head = field(pull, 'head')
  const home = text(field(field(head, 'repo'), 'full_name'))
  // A fork that was deleted meanwhile has no repository any more: still somebody else's.
  const fork = home.toLowerCase() !== event.repository.toLowerCase()
  const pullRequest = { base, head: text(field(head, 'ref')), fork }
  return { kind: 'pull', name: number, onDefaultBranch: false, pullRequest }
}

/** GitHub runs schedules on the default branch only, and does not always say which one it is. */
function isDefault(branch: string, event: RunEvent): boolean {
  return branch === event.defaultBranch || event.name === 'schedule'
}

function pullNumber(ref: string): string | undefined {
  return after(ref, 'refs/pull/')?.replace(/\/(?:merge|head)$/, '')
}

function after(text: string, prefix: string): string | undefined {
  return text.startsWith(prefix) ? text.slice(prefix.length) : undefined
}

/** A field of a webhook payload, whose shape nobody vouches for. */
export function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
