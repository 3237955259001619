import { runAction } from '../runner/action.ts'
import { rollBack } from './main.ts'

await runAction(async (runner) => {
  const { text, error } = await rollBack(runner)
  runner.log.info(text)
  if (error !== undefined) throw error
})
