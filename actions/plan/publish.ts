import type { RunEvent } from '../base/event.ts'
import type { Origin } from './origin.ts'

export interface Publishing {
  publish: boolean
  reason: string
}

export interface PublishFacts {
  event: RunEvent
  origin: Origin
  tags: readonly string[]
  skipPush: boolean
}

/** Whether images leave this run, and why, for whoever asks where they are. */
export function decidePublishing({ event, origin, tags, skipPush }: PublishFacts): Publishing {
  if (skipPush) return no('skip-push is set')
  if (origin.pullRequest?.fork) return no('a pull request from a fork builds only, as it gets no credentials')
  if (origin.kind === 'pull' && event.actor === 'dependabot[bot]')
    return no('a pull request of Dependabot builds only, as it gets no secrets')
  if (tags.length === 0) return no(`${describeOrigin(origin)} gives no tag, so it builds only`)
  return { publish: true, reason: `${event.name} on ${describeOrigin(origin)}` }
}

function no(reason: string): Publishing {
  return { publish: false, reason }
}

export function describeOrigin(origin: Origin): string {
  if (origin.kind === 'pull') return `pull request ${origin.name}`
  if (origin.kind === 'tag') return `the git tag ${origin.name}`
  if (origin.kind === 'other') return `the ref ${origin.name}`
  return `${origin.onDefaultBranch ? 'the default branch' : 'the branch'} ${origin.name}`
}
