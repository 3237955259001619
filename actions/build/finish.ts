import type { Runner } from '../runner/runner.ts'
import { finishBuilds } from '../runner/unfinished-build.ts'
import { finishVerification } from '../runner/unfinished-verification.ts'
import { readWork, removeWork } from './work.ts'

/** In `post:`, or when a command ends: nothing is left running, the cache is written, and no credentials are on the disk. */
export async function finishBuild(runner: Runner): Promise<void> {
  const work = readWork(runner)
  if (!work) return
  try {
    await finishVerification(runner)
    if (work.cache) await (await import('./keep-cache.ts')).keepCache(runner, work.cache)
  } finally {
    await finishBuilds(runner, work.folder)
    await removeWork(work)
  }
}
