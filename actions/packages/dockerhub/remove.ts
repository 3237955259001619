import type { Digest } from '../../base/digest.ts'
import { RegistryError } from '../../registry/errors.ts'
import { deleteUnchanged } from '../delete-unchanged.ts'
import type { Outcome, Version } from '../types.ts'
import type { HubRepository } from './repository.ts'

/** Tags first, then the manifest, which the registry refuses to delete while anything refers to it. */
export async function remove({ digest, tags }: Version, hub: HubRepository): Promise<Outcome> {
  hub.reserve(2 * tags.length + 1)
  for (const tag of tags) {
    const changed = changeOf(tag, digest, await holds(tag, hub))
    if (changed) return changed
  }
  for (const [index, tag] of tags.entries()) {
    const outcome = await deleteTag(tag, digest, hub)
    if ('reason' in outcome) return withGone(outcome, tags.slice(0, index))
  }
  switch (await hub.deleteManifest(digest)) {
    case 'deleted':
      return { outcome: 'done' }
    case 'absent':
      return { outcome: tags.length > 0 ? 'done' : 'absent' }
    case 'referenced':
      return withGone({ outcome: 'kept', reason: 'a tag or an index still refers to it' }, tags)
    case 'unsupported':
      return withGone({ outcome: 'unsupported', reason: 'the registry deletes no manifests' }, tags)
  }
}

export async function untag(tag: string, expected: Digest, hub: HubRepository): Promise<Outcome> {
  hub.reserve(2)
  const held = await holds(tag, hub)
  if (held === undefined) return { outcome: 'absent' }
  return changeOf(tag, expected, held) ?? deleteTag(tag, expected, hub)
}

async function holds(tag: string, hub: HubRepository): Promise<Digest | undefined> {
  const found = await hub.find(tag)
  return found && (found.digest ?? hub.digestOf(tag))
}

function changeOf(tag: string, expected: Digest, held: Digest | undefined): Outcome | undefined {
  if (held === expected) return undefined
  const reason = held === undefined ? `${tag} is not there any more` : `${tag} holds another image now`
  return { outcome: 'changed', reason }
}

/** Of a tag that was just looked at. */
function deleteTag(tag: string, expected: Digest, hub: HubRepository): Promise<Outcome> {
  const look = async (isAgain: boolean): Promise<Outcome | undefined> => {
    const held = isAgain ? await holds(tag, hub) : expected
    return held === undefined ? { outcome: 'absent' } : changeOf(tag, expected, held)
  }
  return deleteUnchanged(look, (again) => unlessImmutable(() => hub.deleteTag(tag, again)))
}

/** A rule about this one tag keeps it; a right that we lack is an error. */
async function unlessImmutable(deletion: () => Promise<boolean>): Promise<Outcome> {
  try {
    return { outcome: (await deletion()) ? 'done' : 'absent' }
  } catch (error) {
    if (!(error instanceof RegistryError) || !/immutable/i.test(error.said)) throw error
    return { outcome: 'kept', reason: error.said }
  }
}

function withGone(outcome: Extract<Outcome, { reason: string }>, gone: readonly string[]): Outcome {
  if (gone.length === 0) return outcome
  const are = gone.length === 1 ? 'the tag' : 'the tags'
  return { ...outcome, reason: `${outcome.reason}; ${are} ${gone.join(', ')} went` }
}
