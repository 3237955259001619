import { atOnce } from '../base/at-once.ts'
import type { Clock } from '../base/clock.ts'
import type { Digest } from '../base/digest.ts'
import { noProgress, type Progress } from '../base/progress.ts'
import { formatRepository } from '../base/reference.ts'
import { RegistryError } from '../registry/errors.ts'
import type { DeleteOutcome, Manifest, RepositoryClient } from '../registry/types.ts'
import type { Backend } from './context.ts'
import { deleteUnchanged } from './delete-unchanged.ts'
import type { Outcome, Package, Version } from './types.ts'

/** HEAD requests under way. */
const AT_ONCE = 8

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
const NO_RESTORING: Outcome = {
  outcome: 'unsupported',
  reason: 'this registry keeps nothing that was deleted',
}

/** Any registry, by the distribution protocol alone. It tells no dates. */
export const distributionPackage: Backend = (context) => (repository) => {
  const client = context.registries.open(repository, 'delete')
  const tags = new TagsSeen(client, context.clock)
  return {
    repository,
    kind: 'oci',
    listsUntagged: false,
    versions: async () => versionsOf(await tags.lookAtAll(context.progress)),
    remove: (version) => remove(version, client, tags),
    untag: (tag, expected) => untag(tag, expected, client, tags),
    restore: async () => NO_RESTORING,
  } satisfies Package
}

/** What each tag holds, as it was last seen. */
class TagsSeen {
  readonly #client: RepositoryClient
  readonly #clock: Clock
  #seen = new Map<string, Digest>()
  #validUntil = Number.NEGATIVE_INFINITY

  constructor(client: RepositoryClient, clock: Clock) {
    this.#client = client
    this.#clock = clock
  }

  holding(digest: Digest): string[] {
    return [...this.#seen].flatMap(([tag, held]) => (held === digest ? [tag] : []))
  }

  async lookAtAll(progress: Progress = noProgress): Promise<ReadonlyMap<string, Digest>> {
    const began = this.#clock.now()
    this.#seen = await this.#look(new Map(), progress)
    const ended = this.#clock.now()
    this.#validUntil = ended + (ended - began)
    return this.#seen
  }

  /**
   * All tags once more, as a registry drops whatever holds the manifest that is deleted. What the first of many tags held
   * is as old as the look has taken anyway: for as long again only the list is read, and what is new in it or named.
   */
  async lookAgain(named: readonly string[]): Promise<ReadonlyMap<string, Digest>> {
    if (this.#clock.now() >= this.#validUntil) return this.lookAtAll()
    const known = new Map([...this.#seen].filter(([tag]) => !named.includes(tag)))
    this.#seen = await this.#look(known, noProgress)
    return this.#seen
  }

  /** A tag that goes meanwhile is no error. */
  async #look(known: ReadonlyMap<string, Digest>, progress: Progress): Promise<Map<string, Digest>> {
    const tags = await this.#client.listTags()
    const what = `Tags of ${formatRepository(this.#client.repository)}`
    let done = 0
    const held = await atOnce(AT_ONCE, tags, async (tag) => {
      const digest = known.get(tag) ?? (await this.#client.headManifest(tag))?.digest
      progress(what, ++done, tags.length)
      return [tag, digest] as const
    })
    return new Map(held.flatMap(([tag, digest]) => (digest === undefined ? [] : [[tag, digest]])))
  }
}

function versionsOf(tags: ReadonlyMap<string, Digest>): Version[] {
  const byDigest = Map.groupBy(tags, ([, digest]) => digest)
  return [...byDigest].map(([digest, held]) => ({ id: digest, digest, tags: held.map(([tag]) => tag) }))
}

/** Registries delete all tags together with the manifest that they hold, so all of them must be known and asked for. */
async function remove(version: Version, client: RepositoryClient, tags: TagsSeen): Promise<Outcome> {
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

async function untag(
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
