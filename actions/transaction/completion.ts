import type { Digest } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import type { RetryPolicy } from '../base/retry.ts'
import type { Registries } from '../registry/types.ts'
import type { ImageState, Journal, TagState } from './journal.ts'
import { learn, putBack, putTag } from './put-back.ts'
import { holdsOurs, readBack } from './read-back.ts'
import { openTargets, settle, type Targets, targetOf } from './targets.ts'

export interface Completion {
  image: string
  outcome: 'completed' | 'put back' | 'incomplete'
  error?: unknown
}

/** Finishes what a process left behind that was killed: forward where a moving tag has moved, else back. */
export async function completeJournal(
  journal: Journal,
  registries: Registries,
  retry: RetryPolicy,
): Promise<Completion[]> {
  const completions: Completion[] = []
  for (const state of journal.unfinished) {
    completions.push(await completeImage(state, journal, registries, retry))
  }
  return completions
}

async function completeImage(
  state: ImageState,
  journal: Journal,
  registries: Registries,
  retry: RetryPolicy,
): Promise<Completion> {
  const targets = openTargets(registries, state.repositories)
  const image = state.name
  try {
    const held = await learn(state, targets)
    const hasMoved = [...held].some(([tag, digest]) => tag.moves && digest === state.digest)
    if (state.phase !== 'moving' || !hasMoved) {
      await putBack(state, targets, journal)
      return { image, outcome: state.phase === 'reverted' ? 'put back' : 'incomplete' }
    }
    await forward(state, held, targets, retry)
    state.phase = 'published'
    return { image, outcome: 'completed' }
  } catch (error) {
    return { image, outcome: 'incomplete', error }
  } finally {
    journal.save()
  }
}

/** Tags that hold what they held before get our digest; what somebody else has moved meanwhile stays theirs. */
async function forward(
  state: ImageState,
  held: ReadonlyMap<TagState, Digest | null>,
  targets: Targets,
  retry: RetryPolicy,
): Promise<void> {
  await checkChildren(state, targets)
  const left = state.tags.filter((tag) => tag.planned && held.get(tag) === tag.before)
  await settle(left.map((tag) => putTag(tag, state, targets)))
  await readBack(state, targets, retry)
  const lost = state.tags.filter((tag) => tag.planned && !holdsOurs(tag))
  if (lost.length > 0)
    throw new UserError(`Not every tag of ${state.name} holds ${state.digest}.`, { hint: 'Run it again.' })
}

/** A tag must never point at an image that is not whole. */
async function checkChildren(state: ImageState, targets: Targets): Promise<void> {
  await settle(
    state.repositories.flatMap((repository) =>
      state.platforms.map(async ({ digest, platform }) => {
        if (await targetOf(targets, repository).headManifest(digest)) return
        throw new UserError(`${repository}@${digest} (${platform}) is gone.`, { hint: 'Re-run all jobs.' })
      }),
    ),
  )
}
