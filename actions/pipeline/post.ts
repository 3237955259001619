import { runAction } from '../runner/action.ts'
import { finishPipeline } from './main.ts'

await runAction(finishPipeline)
