import { CancelledError, isUserError, messageOf, UserError } from '../base/errors.ts'
import type { ImageState, TagState } from './journal.ts'

/** What every tag of every registry holds after a failure, one sentence a registry. */
export function describeTags(state: ImageState): string {
  return state.repositories
    .map((repository) => {
      const tags = state.tags.filter((tag) => tag.repository === repository)
      return `${repository}: ${tags.map(describeTag).join(', ') || 'no tags'}`
    })
    .join('; ')
}

function describeTag({ tag, outcome, moves, reason }: TagState): string {
  const words: Record<TagState['outcome'], string> = {
    created: moves ? 'is new and stays, as a registry can’t untag' : 'is new and stays',
    moved: 'holds the new image',
    unchanged: 'holds the new image',
    stayed: 'stayed',
    restored: 'was put back',
    untouched: 'is untouched',
    unknown: `is in an unknown state (${reason})`,
  }
  return `${tag} ${words[outcome]}`
}

/** One error for an image that was not published: the cause, and where every tag stands. */
export function failureOf(name: string, state: ImageState | undefined, cause: unknown): unknown {
  if (!state && cause instanceof CancelledError)
    return new CancelledError(`${name} was not published: cancelled before anything was tagged.`)
  if (!state) return cause
  const standing = `${name} was not published: ${sentence(messageOf(cause))} ${describeTags(state)}.`
  if (cause instanceof CancelledError) return new CancelledError(standing)
  if (!isUserError(cause)) return new Error(standing, { cause })
  const hint = cause instanceof UserError && cause.hint ? cause.hint : 'Run it again: a rerun converges.'
  return new UserError(standing, { hint, cause })
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
