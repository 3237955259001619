import { readFile } from 'node:fs/promises'
import { digestOf } from '../../base/digest.ts'
import type { Problems } from '../../base/errors.ts'
import type { RestoreJob } from './job.ts'

/** Extra requirements files are there, and those that the lock was made with: it would leave out what came to them since. */
export async function judgeRequirements(
  problems: Problems,
  { requirements, lock, to }: Pick<RestoreJob, 'requirements' | 'lock' | 'to'>,
): Promise<void> {
  if (to.python === undefined) return
  const digests = await Promise.all(requirements.map(digestOfFile))
  for (const [index, digest] of digests.entries())
    if (digest === undefined)
      problems.add(
        `The requirements file ${requirements[index]} is not there.`,
        'Check the input requirements.',
      )
  const isLocked = lock !== undefined && Object.keys(lock.packages).length > 0
  if (!isLocked || digests.includes(undefined) || digests.join() === lock.extra.join()) return
  problems.add(
    `The lock was made with other extra requirements than ${requirements.join(', ') || 'none'}.`,
    'Make a new lock with mode lock and the same requirements, where they were restored without one.',
  )
}

function digestOfFile(path: string): Promise<string | undefined> {
  return readFile(path).then(digestOf, () => undefined)
}
