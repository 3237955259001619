import type { Digest } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import type { RetryPolicy } from '../base/retry.ts'
import type { Registries } from '../registry/types.ts'
import type { ImageState, Journal, TagState } from './journal.ts'
import { learn, putBack, putTag } from './put-back.ts'
import { holdsOurs, readBack } from './read-back.ts'
import { openTargets, settle, type Targets, targetOf } from './targets.ts'

export interface Completion {
  state: ImageState
  outcome: 'completed' | 'put back' | 'incomplete'
  error?: unknown
}

type Held = ReadonlyMap<TagState, Digest | null>

/**
 * Finishes what a process left behind that was killed: forward where a moving tag has moved, else back. Each image of a
 * merge stands for itself; what a rollback moves is one tag, and goes one way.
 */
export async function completeJournal(
  journal: Journal,
  registries: Registries,
  retry: RetryPolicy,
): Promise<Completion[]> {
  const { unfinished } = journal
  const together = journal.document.head.kind === 'rollback' ? [unfinished] : unfinished.map((one) => [one])
  const completions: Completion[] = []
  for (const states of together.filter(({ length }) => length > 0)) {
    const outcome = await completeImages(states, journal, registries, retry)
    completions.push(...states.map((state) => ({ state, ...outcome })))
  }
  return completions
}

async function completeImages(
  states: readonly ImageState[],
  journal: Journal,
  registries: Registries,
  retry: RetryPolicy,
): Promise<Omit<Completion, 'state'>> {
  const repositories = states.flatMap((state) => state.repositories)
  const targets = openTargets(registries, repositories)
  try {
    const held = new Map<ImageState, Held>()
    for (const state of states) held.set(state, await learn(state, targets))
    const hasMoved = [...held].some(([{ digest }, tags]) =>
      [...tags].some(([tag, now]) => tag.moves && now === digest),
    )
    if (states.some(({ phase }) => phase !== 'moving') || !hasMoved) {
      await putBack(states, targets, journal)
      return { outcome: states.every(({ phase }) => phase === 'reverted') ? 'put back' : 'incomplete' }
    }
    await settle([...held].map(([state, tags]) => forward(state, tags, targets, retry)))
    journal.enter('published', states)
    return { outcome: 'completed' }
  } catch (error) {
    return { outcome: 'incomplete', error }
  } finally {
    journal.save()
  }
}

/** Tags that hold what they held before get our digest; what somebody else has moved meanwhile stays theirs. */
async function forward(state: ImageState, held: Held, targets: Targets, retry: RetryPolicy): Promise<void> {
  await checkChildren(state, targets)
  const left = state.tags.filter((tag) => tag.planned && held.get(tag) === tag.before)
  await settle(left.map((tag) => putTag(tag, state, targets)))
  await readBack(state, targets, retry)
  const lost = state.tags.filter((tag) => tag.planned && !holdsOurs(tag))
  if (lost.length > 0)
    throw new UserError('IMG4301', `Not every tag of ${state.name} holds ${state.digest}.`, {
      hint: 'Something else has moved the others meanwhile: look at what they hold, then run it again.',
    })
}

/** A tag must never point at an image that is not whole. */
async function checkChildren(state: ImageState, targets: Targets): Promise<void> {
  await settle(
    state.repositories.flatMap((repository) =>
      state.platforms.map(async ({ digest, platform }) => {
        if (await targetOf(targets, repository).headManifest(digest)) return
        throw new UserError('IMG4201', `${repository}@${digest} (${platform}) is gone.`, {
          hint: 'It was removed after its build; re-run all jobs.',
        })
      }),
    ),
  )
}
