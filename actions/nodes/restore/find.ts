import { join } from 'node:path'
import type { Git } from '../git/git.ts'
import { contentOf } from '../prove/verify-node.ts'
import type { RestoreJob } from './job.ts'
import { mismatchText } from './mismatch.ts'
import type { Place, Survey } from './survey.ts'
import type { WantedNode } from './wanted.ts'

/** What there is of a node. */
export interface Found {
  node: WantedNode
  /** It is proven; undefined: it has to be fetched. */
  proven: Place | undefined
  /** In its stead, or besides. */
  others: readonly Place[]
  /** Why what lies at its place is not it. */
  differences: readonly string[]
}

/** The first place that holds the node as it is to be, if there is one. */
export async function findNode(
  node: WantedNode,
  { places }: Survey,
  job: RestoreJob,
  git: Git,
): Promise<Found> {
  const all = places.get(node) ?? []
  let differences: readonly string[] = []
  for (const place of all) {
    const found = await contentOf(node, place, join(job.to.nodes, place.path), job, git)
    if (found.length === 0)
      return { node, proven: place, others: all.filter((other) => other !== place), differences }
    if (differences.length === 0) differences = found.map(mismatchText)
  }
  return { node, proven: undefined, others: all, differences }
}
