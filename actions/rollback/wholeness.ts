import type { Digest } from '../base/digest.ts'
import { isUserError, Problems, UserError } from '../base/errors.ts'
import type { Package } from '../packages/types.ts'
import type { Archive } from '../registry/archive.ts'
import { DOCKER_LIST, OCI_INDEX } from '../registry/mediatypes.ts'
import type { Manifest, RepositoryClient } from '../registry/types.ts'
import { settle, type Targets, targetOf } from '../transaction/targets.ts'
import { blobsOf, descriptorsOf } from './content.ts'

/** A manifest that a registry lacks, and how it can be brought back. */
export interface Lack {
  digest: Digest
  /** restored: by the registry itself, which keeps for a while what was deleted; put: its bytes again. */
  how: 'restore' | 'put'
}

export interface Sources {
  targets: Targets
  /** Also what the receipt holds; filled with what is read. */
  archive: Archive
  /** Looks elsewhere for the bytes of a manifest that no registry has. */
  search(digest: Digest): Promise<Manifest | undefined>
  packageOf(repository: string): Promise<Package>
}

/** What of an image one registry lacks, children before what lists them; an error where it can't be made whole. */
export async function lacksOf(digest: Digest, repository: string, sources: Sources): Promise<Lack[]> {
  const problems = new Problems()
  const lacks = new Map<Digest, Lack>()
  await visit({ digest }, { repository, sources, problems, lacks })
  problems.throwIfAny()
  return [...lacks.values()]
}

interface Visit {
  repository: string
  sources: Sources
  problems: Problems
  lacks: Map<Digest, Lack>
}

async function visit(node: { digest: Digest; mediaType?: string }, visiting: Visit): Promise<void> {
  const { repository, sources, lacks } = visiting
  const { digest } = node
  const client = targetOf(sources.targets, repository)
  const present = await client.headManifest(digest)
  const mediaType = present?.mediaType ?? node.mediaType
  const listing = mediaType === undefined || mediaType === OCI_INDEX || mediaType === DOCKER_LIST
  if (present && !listing) return
  const manifest = await obtain(digest, present ? client : undefined, sources)
  // Nobody can say of what can't be read whether it is whole.
  if (present && !manifest) return unreadable(digest, visiting)
  await settle((manifest ? descriptorsOf(manifest) : []).map((child) => visit(child, visiting)))
  if (present || lacks.has(digest)) return
  // What lists others can only be brought back by who knows what it lists.
  const lack = manifest || !listing ? await wayBack(digest, manifest, visiting) : undefined
  if (lack) lacks.set(digest, lack)
  else if (!manifest && listing) unknown(digest, visiting)
}

/** The bytes are the same wherever they come from. */
export async function obtain(
  digest: Digest,
  holder: RepositoryClient | undefined,
  { archive, targets, search }: Pick<Sources, 'archive' | 'targets' | 'search'>,
): Promise<Manifest | undefined> {
  const known = archive.at(digest)
  if (known) return known
  for (const client of holder ? [holder] : targets.values()) {
    const found = await archive.fetch(digest, client)
    if (found) return found
  }
  const found = await search(digest)
  if (found) archive.add(found)
  return found
}

async function wayBack(
  digest: Digest,
  manifest: Manifest | undefined,
  { repository, sources, problems }: Visit,
): Promise<Lack | undefined> {
  const refusal = await whyNotRestorable(digest, await sources.packageOf(repository))
  if (refusal === undefined) return { digest, how: 'restore' }
  const missing = manifest && (await missingBlobs(manifest, targetOf(sources.targets, repository)))
  if (missing?.length === 0) return { digest, how: 'put' }
  const rest = missing ? `${missing.length} of the blobs it is made of are gone` : 'its manifest is nowhere'
  problems.add(
    'IMG6301',
    `${repository}@${digest} was deleted: ${refusal}, and ${rest}.`,
    'Build that revision again, or go back to another state; "list" shows them.',
  )
  return undefined
}

/** Undefined: it can be restored. Where nobody may ask, its bytes may do all the same. */
async function whyNotRestorable(digest: Digest, keeper: Package): Promise<string | undefined> {
  if (!keeper.restorable) return 'its registry restores nothing'
  try {
    const restorable = await keeper.restorable(digest)
    return restorable ? undefined : 'GitHub restores nothing after 30 days'
  } catch (error) {
    if (!isUserError(error)) throw error
    return `GitHub did not tell whether it can restore it (${String(error)})`
  }
}

async function missingBlobs(manifest: Manifest, client: RepositoryClient): Promise<Digest[]> {
  const found = await settle(
    blobsOf(manifest).map(async (digest) => ((await client.headBlob(digest)) === undefined ? [digest] : [])),
  )
  return found.flat()
}

function unreadable(digest: Digest, { repository, problems }: Visit): void {
  problems.add(
    'IMG6304',
    `${repository}@${digest} can’t be read any more.`,
    'It was deleted just now, it seems: run it again, which looks for a way back.',
  )
}

function unknown(digest: Digest, { repository, problems }: Visit): void {
  problems.add(
    'IMG6302',
    `${repository}@${digest} is not there, and nothing here tells what it was made of.`,
    'Name the receipt of the run that replaced it, which holds its manifests.',
  )
}

/** A tag must never be given to an image that is not whole: asked again once everything was brought back. */
export async function checkWhole(digest: Digest, repository: string, sources: Sources): Promise<void> {
  const missing: Digest[] = []
  const client = targetOf(sources.targets, repository)
  const look = async (each: Digest): Promise<void> => {
    if (!(await client.headManifest(each))) missing.push(each)
    const manifest = sources.archive.at(each)
    await settle((manifest ? descriptorsOf(manifest) : []).map((child) => look(child.digest)))
  }
  await look(digest)
  if (missing.length > 0) throw new IncompleteError(repository, missing)
}

/** A registry may need a moment until it shows what it has brought back. */
export class IncompleteError extends UserError {
  constructor(repository: string, missing: readonly Digest[]) {
    super('IMG6304', `${repository} still lacks ${missing.join(', ')}.`, {
      hint: 'Run it again in a minute: the registry does not show yet what it has brought back.',
    })
    this.name = 'IncompleteError'
  }
}
