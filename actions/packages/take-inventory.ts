import type { Clock } from '../base/clock.ts'
import { UserError } from '../base/errors.ts'
import { formatRepository } from '../base/reference.ts'
import type { RepositoryClient } from '../registry/types.ts'
import { Inventory, type Root } from './inventory.ts'
import type { Package, Version } from './types.ts'

/** New versions may appear late in the list of a service that is not the registry itself. */
const PATIENCE = 10_000

/** Two answers about one repository that can't both be true: whoever deletes by them deletes blindly. */
export class Contradiction extends UserError {
  constructor(message: string) {
    super(message, { hint: 'Nothing was deleted there. Run it again in some minutes.' })
    this.name = 'Contradiction'
  }
}

export interface InventoryOptions {
  clock: Clock
  signal?: AbortSignal
  /** Tags of which it is known what they hold, where the list does not have them yet. */
  given?: readonly Root[]
  /** `read`: what still is not listed is asked of the registry; otherwise it is a contradiction. */
  unlisted?: 'read'
}

/** Everything in a repository, or an error: the list is believed only where the registry itself says nothing else. */
export async function takeInventory(
  source: Package,
  client: RepositoryClient,
  options: InventoryOptions,
): Promise<Inventory> {
  const first = await look(source, client)
  if (first.doubt === undefined && lacking(first, options).length === 0) return inventoryOf(first, options)
  await options.clock.sleep(PATIENCE, options.signal)
  const second = await look(source, client)
  const missing = lacking(second, options)
  const where = formatRepository(source.repository)
  if (options.unlisted === 'read')
    return inventoryOf(second, options, await Promise.all(missing.map((tag) => readRoot(client, tag))))
  if (second.doubt !== undefined) throw new Contradiction(`The list of ${where} ${second.doubt}.`)
  if (missing.length > 0)
    throw new Contradiction(
      `The registry has the tag ${missing[0]} in ${where}, but its list of versions does not.`,
    )
  return inventoryOf(second, options)
}

interface Look {
  versions: Version[]
  /** As the registry itself has them. */
  tags: string[]
  /** A sentence's part. */
  doubt: string | undefined
}

async function look(source: Package, client: RepositoryClient): Promise<Look> {
  const versions = await source.versions()
  // Elsewhere the list comes from the registry itself.
  const tags = source.kind === 'ghcr' ? await client.listTags() : []
  return { versions, tags, doubt: doubtOf(versions) }
}

/** A list that changes while it is paged through can show one thing twice, and then lacks another. */
function doubtOf(versions: readonly Version[]): string | undefined {
  const digests = new Set<string>()
  const tags = new Set<string>()
  for (const version of versions) {
    if (digests.has(version.digest)) return `has ${version.digest} twice`
    digests.add(version.digest)
    for (const tag of version.tags) {
      if (tags.has(tag)) return `says of two versions that they hold the tag ${tag}`
      tags.add(tag)
    }
  }
  return undefined
}

function lacking({ versions, tags }: Look, { given = [] }: InventoryOptions): string[] {
  const listed = new Set([...versions.flatMap((version) => version.tags), ...given.map(({ name }) => name)])
  return tags.filter((tag) => !listed.has(tag))
}

function inventoryOf(
  { versions, tags }: Look,
  { given = [] }: InventoryOptions,
  read: readonly (Root | undefined)[] = [],
): Inventory {
  const listed = new Set(versions.flatMap((version) => version.tags))
  const unlisted = tags.filter((tag) => !listed.has(tag))
  return new Inventory(versions, [
    ...given.filter(({ name }) => unlisted.includes(name)),
    ...read.filter((root) => root !== undefined),
  ])
}

async function readRoot(client: RepositoryClient, name: string): Promise<Root | undefined> {
  const found = await client.headManifest(name)
  return found && { digest: found.digest, name }
}
