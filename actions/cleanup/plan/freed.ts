import type { Digest } from '../../base/digest.ts'
import type { CleanupEntry } from '../../plan/cleanup-report.ts'
import type { Facts } from './plan.ts'

type Blobs = ReadonlyMap<string, number>

/** Config and layers of what goes, without those that something else is known to use. */
export function blobsOf(
  going: Iterable<Digest>,
  { graph, blobsAt }: Pick<Facts, 'graph' | 'blobsAt'>,
): Map<Digest, Blobs> {
  const used = new Set([...graph.reached.keys()].flatMap((digest) => [...(blobsAt(digest)?.keys() ?? [])]))
  const known = [...going].flatMap((digest): [Digest, Blobs][] => {
    const blobs = blobsAt(digest)
    return blobs ? [[digest, new Map([...blobs].filter(([blob]) => !used.has(blob)))]] : []
  })
  return new Map(known)
}

/** Images share layers: each counts once. */
export function freedBy(entries: readonly CleanupEntry[], blobs: ReadonlyMap<Digest, Blobs>): number {
  const unknown = entries.filter(({ digest }) => !blobs.has(digest))
  const freed = new Map(entries.flatMap(({ digest }) => [...(blobs.get(digest) ?? [])]))
  return [...unknown.map(({ bytes = 0 }) => bytes), ...freed.values()].reduce((sum, size) => sum + size, 0)
}

/** Undefined also for an index, which has no blobs of its own. */
export function sizeOf(blobs: Blobs | undefined): number | undefined {
  if (!blobs || blobs.size === 0) return undefined
  return [...blobs.values()].reduce((sum, size) => sum + size, 0)
}
