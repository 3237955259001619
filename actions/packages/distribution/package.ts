import type { Digest } from '../../base/digest.ts'
import type { Backend } from '../context.ts'
import type { Outcome, Package, Version } from '../types.ts'
import { remove, untag } from './remove.ts'
import { TagsSeen } from './tags-seen.ts'

const NO_RESTORING: Outcome = {
  outcome: 'unsupported',
  reason: 'this registry keeps nothing that was deleted',
}

/** Any registry, by the distribution protocol alone. It tells no dates. */
export const distributionPackage: Backend = (context) => (repository) => {
  const client = context.registries.open(repository, 'delete')
  const tags = new TagsSeen(client, context.clock)
  return {
    repository,
    kind: 'oci',
    listsUntagged: false,
    versions: async () => versionsOf(await tags.lookAtAll(context.progress)),
    remove: (version) => remove(version, client, tags),
    untag: (tag, expected) => untag(tag, expected, client, tags),
    restore: async () => NO_RESTORING,
  } satisfies Package
}

function versionsOf(tags: ReadonlyMap<string, Digest>): Version[] {
  const byDigest = Map.groupBy(tags, ([, digest]) => digest)
  return [...byDigest].map(([digest, held]) => ({ id: digest, digest, tags: held.map(([tag]) => tag) }))
}
