import { runAction } from '../runner/action.ts'
import { providePodman } from './main.ts'

await runAction(async (runner) => {
  await providePodman(runner, () => import('@actions/tool-cache'))
})
