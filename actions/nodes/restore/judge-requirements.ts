import { readFile } from 'node:fs/promises'
import { digestOf } from '../../base/digest.ts'
import type { Problems } from '../../base/errors.ts'
import type { RestoreJob } from './job.ts'

/** Extra requirements files are there, and among those that the lock was made with: it would leave out what came to them since. */
export async function judgeRequirements(
  problems: Problems,
  { requirements, lock, to }: Pick<RestoreJob, 'requirements' | 'lock' | 'to'>,
): Promise<void> {
  if (to.python === undefined) return
  const locked = lock && Object.keys(lock.packages).length > 0 ? lock.extra : undefined
  for (const path of requirements) {
    const bytes = await readFile(path).catch(() => undefined)
    if (bytes === undefined)
      problems.add('IMG8602', `The requirements file ${path} is not there.`, 'Check the input requirements.')
    else if (locked && !locked.includes(digestOf(bytes)))
      problems.add(
        'IMG8602',
        `The requirements file ${path} is not one that the lock was made with.`,
        'Make a new lock with mode lock and the same requirements, where they were restored without one.',
      )
  }
}
