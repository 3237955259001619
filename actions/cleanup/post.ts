import { runAction } from '../runner/action.ts'
import { finishCleanUp } from './finish.ts'

await runAction(finishCleanUp)
