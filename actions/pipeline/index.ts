import { runAction } from '../runner/action.ts'
import { runPipeline } from './main.ts'

await runAction(async (runner) => {
  const { error } = await runPipeline(runner)
  if (error !== undefined) throw error
})
