import type { Digest } from '../../base/digest.ts'
import type { Graph } from '../../packages/reach/graph.ts'
import type { Inventory } from '../../packages/reach/inventory.ts'
import type { Version } from '../../packages/types.ts'
import type { CleanedRepository, CleanupEntry } from '../../plan/cleanup-report.ts'
import type { RegistryKind } from '../../registry/types.ts'
import type { Candidates } from '../choice/candidates.ts'
import { blobsOf, freedBy, sizeOf } from './freed.ts'
import type { Going } from './going.ts'
import { inOrder } from './order.ts'
import { stayingEntries } from './staying.ts'

/** A look at the tag and its manifest, the deletion, and a look whether the manifest is still there. */
const UNTAGGING = 4

/** One deletion, and the entry that tells of it. */
export interface Step {
  entry: CleanupEntry
  version: Version
  /** Absent: the whole version goes. */
  untag?: string
  after: readonly Digest[]
}

export interface Plan {
  repository: string
  steps: readonly Step[]
  staying: readonly CleanupEntry[]
  /** Of everything that goes, by digest, without what is known to be used by something that stays. */
  blobs: ReadonlyMap<Digest, ReadonlyMap<string, number>>
}

export interface Facts {
  repository: string
  kind: RegistryKind
  listsUntagged: boolean
  inventory: Inventory
  graph: Pick<Graph, 'has' | 'nameOf' | 'reached'>
  candidates: Candidates
  going: ReadonlyMap<Digest, Going>
  /** Of manifests whose contents are known without asking anybody. */
  blobsAt(digest: Digest): ReadonlyMap<string, number> | undefined
}

/** What a dry run prints and the run itself does: first what goes, in the order of deletion, then what stays. */
export function planRepository(facts: Facts): Plan {
  const { repository, going } = facts
  const steps = [...removals(facts), ...untaggings(facts)]
  const gone = new Set(steps.filter(({ untag }) => untag === undefined).map(({ version }) => version.digest))
  return {
    repository,
    steps,
    staying: stayingEntries(facts, gone),
    blobs: blobsOf(going.keys(), facts),
  }
}

function removals({ going, inventory, kind, listsUntagged, blobsAt }: Facts): Step[] {
  return inOrder(going).flatMap(({ digest, reason, after }): Step[] => {
    const unlisted: Version | undefined = listsUntagged ? undefined : { id: digest, digest, tags: [] }
    const version = inventory.at(digest) ?? unlisted
    if (!version) return []
    const bytes = sizeOf(blobsAt(digest)) ?? (after.size === 0 ? undefined : version.bytes)
    const entry: CleanupEntry = {
      digest,
      tags: [...version.tags],
      verdict: 'goes',
      reason,
      ...(bytes === undefined ? {} : { bytes }),
      requests: costOf(kind, version),
    }
    return [{ entry, version, after: [...after] }]
  })
}

/** GitHub can't take one of several tags away. */
function untaggings({ candidates, inventory, kind }: Facts): Step[] {
  if (kind === 'ghcr') return []
  return candidates.untags.flatMap(({ digest, tag, reason }): Step[] => {
    const version = inventory.at(digest)
    if (!version) return []
    const entry: CleanupEntry = {
      digest,
      tags: [tag],
      verdict: 'goes',
      reason,
      requests: kind === 'oci' ? UNTAGGING : 2,
    }
    return [{ entry, version, untag: tag, after: [] }]
  })
}

/** With the second look before each deletion. */
function costOf(kind: RegistryKind, { tags }: Version): number {
  if (kind === 'ghcr') return 2
  return kind === 'dockerhub' ? 2 * tags.length + 1 : tags.length + 2
}

/** As the report has it; entries carry what has become of them by now. */
export function reportOf(
  { repository, steps, staying, blobs }: Plan,
  outcome: CleanedRepository['outcome'],
  error?: string,
): CleanedRepository {
  const entries = steps.map(({ entry }) => entry)
  const counted = outcome === 'planned' ? entries : entries.filter((entry) => entry.outcome === 'deleted')
  return {
    repository,
    outcome,
    ...(error === undefined ? {} : { error }),
    entries: [...entries, ...staying],
    requests: entries.reduce((sum, { requests }) => sum + requests, 0),
    freed: freedBy(counted, blobs),
  }
}
