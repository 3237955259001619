import type { Digest } from '../base/digest.ts'
import { headDigest, previousOf } from './before.ts'
import { type ImageState, indexOf, type Journal, type TagState } from './journal.ts'
import { type Targets, targetOf } from './targets.ts'

/**
 * After a failure: moving tags that hold our digest get back what they held, the last first. Tags that did not exist stay,
 * as a registry can't untag. Whatever can't be done or learned becomes "unknown", and nothing here throws.
 */
export async function putBack(
  states: readonly ImageState[],
  targets: Targets,
  journal: Journal,
): Promise<void> {
  journal.enter('reverting', states)
  for (const state of states.toReversed()) await putBackOne(state, targets, journal)
}

async function putBackOne(state: ImageState, targets: Targets, journal: Journal): Promise<void> {
  const held = await learn(state, targets)
  for (const tag of state.tags.filter(({ moves, planned }) => moves && planned).reverse()) {
    await quietly(tag, () => restoreTag(tag, targets, journal))
    // Where somebody else has moved the tag meanwhile, what it held may well be theirs to keep as the previous one.
    const asBefore = tag.outcome === 'restored' || held.get(tag) === tag.before
    if (tag.keep && asBefore) await quietly(tag, () => restorePrevious(tag, state, targets))
    journal.save()
  }
  if (!state.tags.some(({ outcome }) => outcome === 'unknown')) state.phase = 'reverted'
  journal.save()
}

/** What each tag that was to get our digest holds now; absent from the answer where its registry gives none. */
export async function learn(state: ImageState, targets: Targets): Promise<Map<TagState, Digest | null>> {
  const held = new Map<TagState, Digest | null>()
  const read = async (tag: TagState) => {
    const digest = await headDigest(tag.tag, targetOf(targets, tag.repository))
    held.set(tag, digest)
    tag.outcome = outcomeOf(tag, digest, state.digest)
    if (digest !== state.digest && digest !== tag.before)
      tag.reason = `something else gave it ${digest ?? 'up'} meanwhile`
  }
  await Promise.all(state.tags.filter(({ planned }) => planned).map((tag) => quietly(tag, () => read(tag))))
  return held
}

function outcomeOf(tag: TagState, held: Digest | null, ours: Digest): TagState['outcome'] {
  if (held === ours) return tag.before === null ? 'created' : 'moved'
  return held === tag.before && tag.outcome === 'restored' ? 'restored' : 'untouched'
}

async function restoreTag(tag: TagState, targets: Targets, journal: Journal): Promise<void> {
  if (tag.outcome !== 'moved' || tag.before === null) return
  const old = journal.manifest(tag.before)
  if (!old) throw new Error(`${tag.before} was not kept`)
  await targetOf(targets, tag.repository).putManifest(tag.tag, old)
  tag.outcome = 'restored'
}

/**
 * `<tag>-previous` took what the tag now holds again; what it held before is still in the registry by digest, or is what
 * a rollback meant to put back.
 */
async function restorePrevious(tag: TagState, state: ImageState, targets: Targets): Promise<void> {
  const client = targetOf(targets, tag.repository)
  const slot = previousOf(tag.tag)
  if (tag.previous === null || (await headDigest(slot, client)) !== tag.before) return
  const earlier = tag.previous === state.digest ? indexOf(state) : await client.getManifest(tag.previous)
  if (earlier) await client.putManifest(slot, earlier)
}

async function quietly(tag: TagState, step: () => Promise<void>): Promise<void> {
  try {
    await step()
  } catch (error) {
    tag.outcome = 'unknown'
    tag.reason = `${tag.repository} did not answer: ${error instanceof Error ? error.message : error}`
  }
}

/** Gives the tag our digest; what happened is unknown until the registry has answered. */
export async function putTag(tag: TagState, state: ImageState, targets: Targets): Promise<void> {
  tag.outcome = 'unknown'
  await targetOf(targets, tag.repository).putManifest(tag.tag, indexOf(state))
  tag.outcome = tag.before === null ? 'created' : 'moved'
}
