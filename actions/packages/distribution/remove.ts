import type { Digest } from '../../base/digest.ts'
import { RegistryError } from '../../registry/errors.ts'
import type { DeleteOutcome, Manifest, RepositoryClient } from '../../registry/types.ts'
import { deleteUnchanged } from '../delete-unchanged.ts'
import type { Outcome, Version } from '../types.ts'
import type { TagsSeen } from './tags-seen.ts'

const OUTCOMES: Readonly<Record<DeleteOutcome, Outcome>> = {
  deleted: { outcome: 'done' },
  absent: { outcome: 'absent' },
  referenced: { outcome: 'kept', reason: 'the registry says that something refers to it' },
  unsupported: {
    outcome: 'unsupported',
    reason:
      'deletion is switched off here; docker-registry needs REGISTRY_STORAGE_DELETE_ENABLED=true, elsewhere it is in the registry’s settings',
  },
}
const NO_UNTAGGING: Outcome = {
  outcome: 'unsupported',
  reason: 'this registry can’t delete a tag alone, or has deletion switched off',
}

/** Registries delete all tags together with the manifest that they hold, so all of them must be known and asked for. */
export async function remove(version: Version, client: RepositoryClient, tags: TagsSeen): Promise<Outcome> {
  const { digest } = version
  return deleteUnchanged(
    async (isAgain) => {
      if (isAgain && !(await client.headManifest(digest))) return { outcome: 'absent' }
      return changeOf(version, await tags.lookAgain(version.tags))
    },
    (again) => refusable(async () => OUTCOMES[await client.deleteManifest(digest, again)]),
  )
}

function changeOf({ digest, tags }: Version, seen: ReadonlyMap<string, Digest>): Outcome | undefined {
  const lost = tags.find((tag) => seen.get(tag) !== digest)
  if (lost !== undefined) return { outcome: 'changed', reason: `${lost} does not hold it any more` }
  const found = [...seen].find(([tag, held]) => held === digest && !tags.includes(tag))
  return found && { outcome: 'changed', reason: `${found[0]} holds it now` }
}

export async function untag(
  tag: string,
  expected: Digest,
  client: RepositoryClient,
  tags: TagsSeen,
): Promise<Outcome> {
  const look = async (): Promise<Outcome | undefined> => {
    const held = await client.headManifest(tag)
    if (held === undefined) return { outcome: 'absent' }
    if (held.digest === expected) return undefined
    return { outcome: 'changed', reason: `${tag} holds another image now` }
  }
  return deleteUnchanged(look, async (again) => {
    const manifest = await client.getManifest(expected)
    const outcome = await refusable(async () => {
      const answer = await client.deleteTag(tag, again)
      return answer === 'unsupported' ? NO_UNTAGGING : OUTCOMES[answer]
    })
    const others = tags.holding(expected).filter((name) => name !== tag)
    if (outcome.outcome === 'done' && manifest) await bringBack(manifest, others, client)
    return outcome
  })
}

/** Some registries take the image with the tag, and all its other tags: these get it again. */
async function bringBack(
  manifest: Manifest,
  tags: readonly string[],
  client: RepositoryClient,
): Promise<void> {
  if (await client.headManifest(manifest.digest)) return
  for (const reference of [manifest.digest, ...tags]) await client.putManifest(reference, manifest)
}

/** A rule about this one manifest keeps it; a right that we lack is an error. */
async function refusable(deletion: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await deletion()
  } catch (error) {
    const refused = error instanceof RegistryError && [403, 412].includes(error.status ?? 0)
    if (!refused || !/immutab|protect|retention|retain|refer|in use/i.test(error.said)) throw error
    return { outcome: 'kept', reason: error.said }
  }
}
