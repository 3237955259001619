import { runAction } from '../runner/action.ts'
import { runPrepare } from './main.ts'

await runAction(runPrepare)
