import type { Digest } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import { type RetryPolicy, retry } from '../base/retry.ts'
import { targetOf } from '../transaction/targets.ts'
import { checkWhole, IncompleteError, type Lack, type Sources } from './wholeness.ts'

/**
 * Brings back what one registry lacks of an image, children before what lists them, and looks whether it is whole then.
 * Nothing of it is visible before the tag moves. `onRestored` is told of each.
 */
export async function bringBack(
  image: { digest: Digest; repository: string; lacks: readonly Lack[] },
  sources: Sources,
  options: { retry: RetryPolicy; onRestored(lack: Lack): void },
): Promise<void> {
  const { digest, repository, lacks } = image
  for (const lack of lacks) {
    if (lack.how === 'restore') await restore(lack.digest, repository, sources)
    else await putAgain(lack.digest, repository, sources)
    options.onRestored(lack)
  }
  await retry(() => checkWhole(digest, repository, sources), options.retry, {
    advise: (error) => (error instanceof IncompleteError ? {} : undefined),
  })
}

async function restore(digest: Digest, repository: string, sources: Sources): Promise<void> {
  const answer = await (await sources.packageOf(repository)).restore(digest)
  if (answer.outcome === 'done') return
  // Somebody else may have brought it back meanwhile.
  if (await targetOf(sources.targets, repository).headManifest(digest)) return
  const reason = 'reason' in answer ? answer.reason : 'it is gone for good'
  throw new UserError('IMG6303', `${repository}@${digest} could not be restored: ${reason}.`, {
    hint: 'Go back to another state; "list" shows them.',
  })
}

async function putAgain(digest: Digest, repository: string, sources: Sources): Promise<void> {
  const manifest = sources.archive.at(digest)
  if (!manifest) throw new Error(`${digest} was not kept.`)
  await targetOf(sources.targets, repository).putManifest(digest, manifest)
}
