import { runAction } from '../runner/action.ts'
import { finishBuild } from './finish.ts'

await runAction(finishBuild)
