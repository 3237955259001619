import type { Digest } from '../base/digest.ts'
import { messageOf } from '../base/errors.ts'
import type { Log } from '../base/log.ts'
import { formatRepository, parseRepository } from '../base/reference.ts'
import { Graph } from '../packages/reach/graph.ts'
import type { BuildRecord } from '../plan/record.ts'
import { Archive } from '../registry/archive.ts'
import type { Registries, RegistryKind, RepositoryClient } from '../registry/types.ts'
import { settle } from '../transaction/targets.ts'

/** A walk of more tags than this costs more than an orphan does. */
const MOST_TAGS = 100

const NOTHING: ReadonlySet<Digest> = new Set()

interface Orphanage {
  registries: Registries
  kindOf(host: string): RegistryKind
  log: Log
}

/**
 * Removes the children that this run pushed for an image that lacks a leg, where that can't hurt anybody.
 * What stays is returned, as references.
 */
export async function removeOrphans(
  records: readonly BuildRecord[],
  orphanage: Orphanage,
): Promise<string[]> {
  const repositories = new Set(
    records.flatMap((record) => record.repositories.map((each) => each.repository)),
  )
  const leftovers: string[] = []
  for (const name of repositories) {
    const created = records.filter((record) =>
      record.repositories.some(({ repository, created }) => repository === name && created),
    )
    leftovers.push(...(await removeFrom(name, new Set(created.map(({ digest }) => digest)), orphanage)))
  }
  return leftovers
}

async function removeFrom(
  name: string,
  digests: ReadonlySet<Digest>,
  { registries, kindOf, log }: Orphanage,
): Promise<string[]> {
  const repository = parseRepository(name)
  const references = (left: Iterable<Digest>) =>
    [...left].map((digest) => `${formatRepository(repository)}@${digest}`)
  try {
    const kind = kindOf(repository.host)
    if (kind === 'ghcr' || digests.size === 0) return references(digests)
    const client = registries.open(repository, 'delete')
    // Docker Hub itself refuses to delete what something refers to.
    const reachable = kind === 'oci' ? await reachableFrom(client) : NOTHING
    if (!reachable) return references(digests)
    return references(await removeAll(client, digests, reachable))
  } catch (error) {
    log.debug(`Nothing was removed from ${name}: ${messageOf(error)}`)
    return references(digests)
  }
}

/** Returns what is left over; what something refers to is no orphan. */
async function removeAll(
  client: RepositoryClient,
  digests: ReadonlySet<Digest>,
  reachable: Pick<Graph, 'has'>,
): Promise<Digest[]> {
  const left: Digest[] = []
  for (const digest of digests) {
    if (reachable.has(digest)) continue
    if ((await client.deleteManifest(digest)) === 'unsupported') left.push(digest)
  }
  return left
}

/** Undefined: too many tags to know. */
async function reachableFrom(client: RepositoryClient): Promise<Graph | undefined> {
  const tags = await client.listTags()
  if (tags.length > MOST_TAGS) return undefined
  const archive = new Archive()
  const held = await settle(tags.map((tag) => client.getManifest(tag)))
  const roots = held.filter((root) => root !== undefined)
  for (const root of roots) archive.add(root)
  const graph = new Graph({ read: (digest) => archive.fetch(digest, client), fallbacks: [] })
  await graph.add(roots.map(({ digest }) => ({ digest, name: 'a tag' })))
  return graph
}
