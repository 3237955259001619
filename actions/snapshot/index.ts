import { runAction } from '../runner/action.ts'
import { runSnapshot } from './main.ts'

await runAction(async (runner) => {
  const { text, error } = await runSnapshot(runner)
  runner.log.info(text)
  if (error !== undefined) throw error
})
