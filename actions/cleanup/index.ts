import { runAction } from '../runner/action.ts'
import { cleanUp } from './main.ts'

await runAction(async (runner) => {
  const { error } = await cleanUp(runner)
  if (error !== undefined) throw error
})
