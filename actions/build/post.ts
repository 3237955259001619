import { runAction } from '../runner/action.ts'
import { finishVerification } from '../runner/unfinished-verification.ts'
import { keepCache } from './keep-cache.ts'
import { readWork, removeWork } from './work.ts'

await runAction(async (runner) => {
  const work = readWork(runner)
  if (!work) return
  try {
    await finishVerification(runner)
    if (work.cache) await keepCache(runner, work.cache)
  } finally {
    await removeWork(work)
  }
})
