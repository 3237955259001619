import { CancelledError } from '../base/errors.ts'
import type { RetryPolicy } from '../base/retry.ts'
import { previousOf } from './before.ts'
import type { Cancellation } from './cancellation.ts'
import type { ImageState, Journal, TagState } from './journal.ts'
import { putTag } from './put-back.ts'
import { readBack } from './read-back.ts'
import { settle, type Targets, targetOf } from './targets.ts'

interface Tagging {
  journal: Journal
  cancellation: Cancellation
  /** For reading back. */
  retry: RetryPolicy
}

/**
 * Fixed tags and the old states' own tags first; once a moving tag is on its way, this ends forward or by putting back.
 * Several images move together: each stage of all of them ends before the next one begins.
 */
export async function tagImages(
  states: readonly ImageState[],
  targets: Targets,
  tagging: Tagging,
): Promise<void> {
  const { journal, cancellation, retry } = tagging
  const planned = states.flatMap((state) =>
    state.tags.filter((tag) => tag.planned).map((tag) => ({ tag, state })),
  )
  await settle([
    ...planned.filter(({ tag }) => !tag.moves).map(({ tag, state }) => putTag(tag, state, targets)),
    ...planned.filter(({ tag }) => tag.keep).map(({ tag }) => keepOld(tag, targets, journal)),
  ])
  const moving = planned.filter(({ tag }) => tag.moves)
  if (moving.length > 0 && cancellation.requested)
    throw new CancelledError('Cancelled before any moving tag moved.')
  journal.enter('moving', states)
  await settle(moving.map(({ tag, state }) => putTag(tag, state, targets)))
  await settle(states.map((state) => readBack(state, targets, retry)))
  journal.enter('published', states)
}

async function keepOld(tag: TagState, targets: Targets, journal: Journal): Promise<void> {
  const old = tag.before === null ? undefined : journal.manifest(tag.before)
  if (!old) throw new Error(`What ${tag.repository}:${tag.tag} holds was not kept.`)
  await targetOf(targets, tag.repository).putManifest(previousOf(tag.tag), old)
}
