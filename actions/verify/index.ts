import { runAction } from '../runner/action.ts'
import { verify } from './main.ts'

await runAction(async (runner) => {
  const { text, error } = await verify(runner)
  runner.log.info(text)
  if (error !== undefined) throw error
})
