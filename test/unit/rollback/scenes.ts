import fc from 'fast-check'
import { type Digest, digestOf } from '../../../actions/base/digest.ts'
import { type Receipt, receiptArtifact } from '../../../actions/plan/receipt.ts'
import { MemoryRegistries } from '../merge/memory-registries.ts'
import { childOf, GHCR, HUB, indexFor, PLATFORMS } from '../merge/plans.ts'
import { publishBefore, pushChildren } from '../merge/world.ts'
import { mishapsWithin, rarely } from '../mishaps.ts'
import { childrenOf, imageOf, MemoryPackages, revision } from './world.ts'

const OTHER = 'registry.example/acme/app'
const REVISIONS = [0, 1, 2, 3]

/** Registries as somebody may find them at night, what is asked of them, and what goes wrong meanwhile. */
export interface Scene {
  repositories: string[]
  /** By repository, the revision that latest, latest-previous and 1.0.0 hold. */
  held: (number | null)[][]
  /** Of which revision, where, and which part of it was deleted; kept for a while, or for good, blobs and all. */
  deleted: { revision: number; row: number; part: number; how: 'kept' | 'gone' | 'with blobs' }[]
  to: 'previous' | '1.0.0' | 'digest' | 'receipt'
  force: boolean
  keepPrevious: boolean
  faults: Map<number, 'early' | 'late'>
  cancelAt: number
  dieAt: number
  /** Somebody else publishes to one registry. */
  pushAt: number
  pushRow: number
}

const row = fc.integer({ min: 0, max: 2 })
const some = fc.constantFrom<number | null>(0, 1, 2, 3, null)
/** Mostly the same everywhere, as a merge leaves them. */
const held: fc.Arbitrary<(number | null)[][]> = fc.oneof(
  fc.constant<(number | null)[]>([2, 1, 0]).map((one) => [one, one, one]),
  fc.array(
    fc.tuple(some, some, some).map((each) => [...each]),
    { minLength: 3, maxLength: 3 },
  ),
)

export const scenes: fc.Arbitrary<Scene> = fc.record({
  repositories: fc.subarray([GHCR, HUB, OTHER], { minLength: 1 }),
  held,
  deleted: fc.array(
    fc.record({
      revision: fc.constantFrom(...REVISIONS),
      row,
      part: row,
      how: fc.constantFrom('kept', 'gone', 'with blobs'),
    }),
    { maxLength: 3 },
  ),
  to: fc.constantFrom('previous', '1.0.0', 'digest', 'receipt'),
  force: fc.boolean(),
  keepPrevious: fc.boolean(),
  ...mishapsWithin(60),
  pushAt: rarely(fc.integer({ min: 1, max: 60 })),
  pushRow: row,
})

export const THEIRS = imageOf('r9')

export function stage(scene: Scene) {
  const registries = new MemoryRegistries()
  const packages = new MemoryPackages(registries)
  for (const repository of scene.repositories)
    for (const each of REVISIONS) publishBefore(registries, revision(`r${each}`, [repository]), [])
  for (const [row, repository] of scene.repositories.entries()) {
    for (const [column, tag] of ['latest', 'latest-previous', '1.0.0'].entries()) {
      const each = scene.held[row]?.[column] ?? null
      if (each !== null) publishBefore(registries, revision(`r${each}`, [repository]), [tag])
    }
  }
  for (const { revision: each, row, part, how } of scene.deleted) {
    const repository = scene.repositories[row]
    const digest = [imageOf(`r${each}`), ...childrenOf(`r${each}`)][part]
    if (repository === undefined || digest === undefined) continue
    const { manifests, blobs, tags } = registries.content(repository)
    packages.remove(repository, digest)
    if (how !== 'kept') packages.kept.get(repository)?.delete(digest)
    // A registry keeps the blobs of what it still has.
    const platform = PLATFORMS[part - 1]
    if (how === 'with blobs' && platform !== undefined)
      blobs.delete(digestOf(childOf(revision(`r${each}`), 'app', platform).config))
    // What is deleted takes its tags along.
    for (const [tag, held] of tags) if (!manifests.has(held)) tags.delete(tag)
  }
  const push = () => {
    const repository = scene.repositories[scene.pushRow]
    if (repository === undefined) return
    pushChildren(registries, revision('r9', [repository]))
    registries.store(repository, indexFor(revision('r9', [repository])), 'latest')
  }
  return { registries, packages, push, receipt: receiptFor(scene, registries) }
}

/** Of a run that gave latest what it holds, in place of r0; it kept r0's manifests. */
function receiptFor(scene: Scene, registries: MemoryRegistries): Receipt {
  const memory = new MemoryRegistries()
  publishBefore(memory, revision('r0', [GHCR]), [])
  const manifests = [...memory.content(GHCR).manifests].map(([digest, { mediaType, bytes }]) => [
    digest,
    { mediaType, content: Buffer.from(bytes).toString() },
  ])
  const tagOf = (repository: string) => ({
    ...{ name: 'latest', moves: true, before: imageOf('r0'), outcome: 'moved' as const, reason: '' },
    after: registries.tag(repository, 'latest') ?? null,
  })
  return {
    ...{ schema: 1, plan: 'aaaaaaaaaaaa', repository: 'acme/app', revision: 'r2', version: '' },
    ...{ created: '2026-11-20T00:00:00Z', attempt: 1, leftovers: [], duration: 1 },
    images: [
      {
        ...{ name: 'app', outcome: 'published', digest: imageOf('r2'), mediaType: '', platforms: [] },
        repositories: scene.repositories.map((repository) => ({
          ...{ repository, tags: [tagOf(repository)], superseded: [] },
        })),
      },
    ],
    manifests: Object.fromEntries(manifests),
  }
}

export function writtenTo({ to }: Scene, { plan, attempt }: Receipt): string {
  if (to === 'digest') return imageOf('r3')
  return to === 'receipt' ? receiptArtifact(plan, attempt) : to
}

/** Where the tag may end, by repository; undefined: nobody knows of any. */
export function targetsOf(scene: Scene): (Digest | undefined)[] {
  return scene.repositories.map((_repository, row) => {
    const [, previous, version] = scene.held[row] ?? []
    const each = { previous, '1.0.0': version, digest: 3, receipt: 0 }[scene.to]
    return each === null || each === undefined ? undefined : imageOf(`r${each}`)
  })
}
