import type { Clock } from '../../base/clock.ts'
import { UserError } from '../../base/errors.ts'
import { formatRepository } from '../../base/reference.ts'
import type { RepositoryClient } from '../../registry/types.ts'
import type { Package, Version } from '../types.ts'
import { Inventory, type Root } from './inventory.ts'

/** New versions may appear late in the list of a service that is not the registry itself. */
const PATIENCE = 10_000

/** Two answers about one repository that can't both be true: whoever deletes by them deletes blindly. */
export class Contradiction extends UserError {
  constructor(message: string) {
    super('IMG5301', message, { hint: 'Nothing was deleted there. Run it again in some minutes.' })
    this.name = 'Contradiction'
  }
}

export interface InventoryOptions {
  clock: Clock
  signal?: AbortSignal
  /** What tags were given a moment ago: where the list shows something else, the registry is asked, and a list that is behind is found out. */
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
  const first = await look(source, client, options)
  if (first.doubt === undefined && first.unlisted.length === 0) return inventoryOf(first)
  await options.clock.sleep(PATIENCE, options.signal)
  const second = await look(source, client, options)
  const [missing] = second.unlisted
  const where = formatRepository(source.repository)
  if (options.unlisted === 'read')
    return inventoryOf(second, await Promise.all(second.unlisted.map((tag) => readRoot(client, tag))))
  if (second.doubt !== undefined) throw new Contradiction(`The list of ${where} ${second.doubt}.`)
  if (missing !== undefined)
    throw new Contradiction(
      `The registry has the tag ${missing} in ${where}, but its list of versions does not.`,
    )
  return inventoryOf(second)
}

interface Look {
  versions: Version[]
  /** That the list does not have yet, and of which the registry has told what they hold. */
  known: Root[]
  /** That the registry has, and nothing else tells of. */
  unlisted: string[]
  /** A sentence's part. */
  doubt: string | undefined
}

async function look(
  source: Package,
  client: RepositoryClient,
  { given = [] }: InventoryOptions,
): Promise<Look> {
  const versions = await source.versions()
  const listed = new Map(versions.flatMap(({ tags, digest }) => tags.map((tag) => [tag, digest])))
  // Elsewhere the list comes from the registry itself.
  const tags = source.kind === 'ghcr' ? await client.listTags() : []
  const asked = await Promise.all(
    given
      .filter(({ name, digest }) => listed.get(name) !== digest)
      .map(async ({ name }) => [name, (await client.headManifest(name))?.digest] as const),
  )
  const late = (name: string) => tags.includes(name) && !listed.has(name)
  const stale = asked.find(([name, digest]) => listed.get(name) !== digest && !late(name))
  const known = asked.flatMap(([name, digest]) => (late(name) && digest ? [{ name, digest }] : []))
  return {
    versions,
    known,
    unlisted: tags.filter((tag) => late(tag) && !known.some(({ name }) => name === tag)),
    doubt: doubtOf(versions) ?? (stale && `does not show what ${stale[0]} holds by now`),
  }
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

function inventoryOf({ versions, known }: Look, read: readonly (Root | undefined)[] = []): Inventory {
  return new Inventory(versions, [...known, ...read.filter((root) => root !== undefined)])
}

async function readRoot(client: RepositoryClient, name: string): Promise<Root | undefined> {
  const found = await client.headManifest(name)
  return found && { digest: found.digest, name }
}
