import { runAction } from '../runner/action.ts'
import { mergeImages } from './main.ts'

await runAction(async (runner) => {
  const { error } = await mergeImages(runner)
  if (error !== undefined) throw error
})
