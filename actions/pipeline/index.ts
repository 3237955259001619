import { runAction } from '../runner/action.ts'
import { runPipeline } from './main.ts'

await runAction(runPipeline, {
  what: 'The pipeline',
  published: 'nothing, unless the log names it: a tag moves only when every platform is built.',
  next: 'put right what is named here, and run the job again.',
})
