import type { Digest } from '../../base/digest.ts'
import type { Version } from '../../packages/types.ts'
import type { CleanupEntry } from '../../plan/cleanup-report.ts'
import { sizeOf } from './freed.ts'
import type { Facts } from './plan.ts'

/** Why each of the others stays: what keeps it in truth goes before what a rule says. */
export function stayingEntries(facts: Facts, gone: ReadonlySet<Digest>): CleanupEntry[] {
  const { inventory, candidates, graph, kind, blobsAt } = facts
  const ruled = new Map(candidates.stays.map(({ digest, reason }) => [digest, reason]))
  const asked = new Set([...candidates.tops, ...candidates.orphans].map(({ digest }) => digest))
  const untagged = kind === 'ghcr' ? new Set(candidates.untags.map(({ digest }) => digest)) : new Set()
  const listed = inventory.versions.filter(({ digest }) => !gone.has(digest))
  const unlisted = [...asked].filter((digest) => !inventory.at(digest) && graph.has(digest))
  return [
    ...listed.map((version) => {
      const { digest, tags } = version
      const kept = tags.length > 0 && !asked.has(digest)
      const reason = untagged.has(digest)
        ? 'has other tags, and GitHub can’t take single ones away'
        : ((kept ? ruled.get(digest) : undefined) ?? keptBy(version, facts) ?? ruled.get(digest))
      const bytes = sizeOf(blobsAt(digest)) ?? version.bytes
      return stays({ digest, tags, bytes, reason: reason ?? 'nothing asked for it to go' })
    }),
    ...unlisted.map((digest) =>
      stays({
        digest,
        tags: [],
        bytes: sizeOf(blobsAt(digest)),
        reason: `needed by ${graph.nameOf(digest)}`,
      }),
    ),
  ]
}

function keptBy({ digest, tags }: Version, { graph }: Facts): string | undefined {
  const name = graph.nameOf(digest)
  if (name === undefined) return undefined
  return tags.includes(name) ? `tagged ${name}` : `needed by ${name}`
}

function stays(
  known: Pick<Version, 'digest' | 'tags'> & { reason: string; bytes: number | undefined },
): CleanupEntry {
  const { digest, tags, reason, bytes } = known
  return {
    digest,
    tags: [...tags],
    verdict: 'stays',
    reason,
    ...(bytes === undefined ? {} : { bytes }),
    requests: 0,
  }
}
