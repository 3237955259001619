import { runAction } from '../runner/action.ts'
import { finishVerify } from './finish.ts'

await runAction(finishVerify)
