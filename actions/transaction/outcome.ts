import { CancelledError, isUserError, messageOf, UserError } from '../base/errors.ts'
import { sentence } from '../base/printable.ts'
import type { ImageState, TagState, TransactionKind } from './journal.ts'

/** What every tag of every registry holds after a failure, one sentence a registry. */
export function describeTags(state: ImageState, kind: TransactionKind = 'merge'): string {
  return state.repositories
    .map((repository) => {
      const tags = state.tags.filter((tag) => tag.repository === repository)
      return `${repository}: ${tags.map((tag) => describeTag(tag, kind)).join(', ') || 'no tags'}`
    })
    .join('; ')
}

interface Words {
  interrupted(image: string): string
  /** What an image is then. */
  done: string
  /** What a tag does then. */
  ours: string
  /** What a tag does where it had to be given back what it held. */
  restored: string
}

export const WORDS: Readonly<Record<TransactionKind, Words>> = {
  merge: {
    interrupted: (image) => `The merge of ${image} was interrupted`,
    done: 'published',
    ours: 'holds the new image',
    restored: 'was put back',
  },
  rollback: {
    interrupted: (image) => `The rollback of ${image} was interrupted`,
    done: 'rolled back',
    ours: 'holds the earlier image',
    restored: 'holds again what it held',
  },
}

function describeTag({ tag, outcome, moves, reason }: TagState, kind: TransactionKind): string {
  const { ours, restored } = WORDS[kind]
  const words: Record<TagState['outcome'], string> = {
    created: moves ? 'is new and stays, as a registry can’t untag' : 'is new and stays',
    moved: ours,
    unchanged: ours,
    stayed: 'stayed',
    restored,
    untouched: 'is untouched',
    unknown: `is in an unknown state (${reason})`,
  }
  return `${tag} ${words[outcome]}`
}

/** One error for an image that was not published: the cause, and where every tag stands. */
export function failureOf(
  name: string,
  states: readonly ImageState[],
  cause: unknown,
  kind: TransactionKind = 'merge',
): unknown {
  const failed = `${name} was not ${WORDS[kind].done}:`
  if (states.length === 0)
    return cause instanceof CancelledError
      ? new CancelledError(`${failed} cancelled before anything was tagged.`)
      : cause
  const tags = states.map((state) => describeTags(state, kind)).join('; ')
  const standing = `${failed} ${sentence(messageOf(cause))} ${tags}.`
  if (cause instanceof CancelledError) return new CancelledError(standing)
  if (!isUserError(cause)) return new Error(standing, { cause })
  return new UserError('IMG4302', standing, { hint: remedyOf(cause), cause })
}

/** The code of an error tells where every tag stands; that of its cause is named here. */
export function remedyOf(cause: unknown): string {
  if (!(cause instanceof UserError)) return 'Run it again: a rerun converges.'
  return `${cause.hint} ${cause.code} says more on the cause.`
}
