import type { Digest } from '../base/digest.ts'
import { Problems } from '../base/errors.ts'
import { isTag } from '../base/reference.ts'
import type { PlannedTag } from '../plan/plan.ts'
import type { Archive } from '../registry/archive.ts'
import { childrenOf } from '../registry/provenance.ts'
import type { RepositoryClient } from '../registry/types.ts'
import type { TagState } from './journal.ts'
import { settle, type Targets, targetOf } from './targets.ts'

const HINT = 'Choose another tag, or set "keep-previous: false".'

export function previousOf(tag: string): string {
  return `${tag}-previous`
}

export function checkPreviousTags(tags: readonly PlannedTag[]): void {
  const problems = new Problems()
  const names = new Set(tags.map(({ name }) => name))
  for (const { name, moves } of tags) {
    if (!moves) continue
    const slot = previousOf(name)
    if (names.has(slot))
      problems.add('IMG4002', `The tag ${slot} is published, and would also keep what ${name} held.`, HINT)
    if (!isTag(slot)) problems.add('IMG4002', `The tag ${slot} would be longer than 128 characters.`, HINT)
  }
  problems.throwIfAny()
}

/** What every tag holds in every registry, before anything is touched. What moving tags hold is kept whole. */
export async function readBefore(
  tags: readonly PlannedTag[],
  targets: Targets,
  archive: Archive,
  keepPrevious: boolean,
): Promise<TagState[]> {
  const reads = [...targets].flatMap(([repository, client]) =>
    tags.map(async (tag): Promise<TagState> => {
      const moves = tag.moves !== undefined
      const [before, previous] = await Promise.all([
        moves ? readMoving(tag.name, client, archive) : headDigest(tag.name, client),
        moves && keepPrevious ? headDigest(previousOf(tag.name), client) : null,
      ])
      const state = { repository, tag: tag.name, moves, before, previous, reason: tag.reason }
      return { ...state, keep: false, planned: false, outcome: 'untouched' }
    }),
  )
  return settle(reads)
}

export async function headDigest(tag: string, client: RepositoryClient): Promise<Digest | null> {
  return (await client.headManifest(tag))?.digest ?? null
}

async function readMoving(tag: string, client: RepositoryClient, archive: Archive): Promise<Digest | null> {
  const manifest = await client.getManifest(tag)
  if (manifest) archive.add(manifest)
  return manifest?.digest ?? null
}

/** Where moving tags hold something else than ours: each such digest, with the registries that have it. */
function heldElsewhere(tags: readonly TagState[], ours: Digest): Map<Digest, string[]> {
  const holders = new Map<Digest, string[]>()
  for (const { moves, before, repository } of tags) {
    if (!moves || before === null || before === ours) continue
    holders.set(before, [...new Set([...(holders.get(before) ?? []), repository])])
  }
  return holders
}

/**
 * The children of what moving tags hold, for the receipt. Their bytes are the same everywhere, so each is read once,
 * from the registries in turn. One that is gone was gone before us, and stops nothing.
 */
export async function keepChildren(
  tags: readonly TagState[],
  ours: Digest,
  targets: Targets,
  archive: Archive,
): Promise<Digest[]> {
  const kept = [...heldElsewhere(tags, ours)].map(async ([digest, holders]) => {
    const index = archive.at(digest)
    const children = index ? childrenOf(index) : []
    await settle(
      children.map((child, turn) => archive.fetch(child, targetOf(targets, holders[turn % holders.length]!))),
    )
    return [digest, ...children]
  })
  return [...new Set((await settle(kept)).flat())]
}
