import { runAction } from '../runner/action.ts'
import { runPrepare } from './main.ts'

await runAction(runPrepare, {
  what: 'Preparing',
  published: 'nothing. No build was begun, and every tag holds what it held.',
  next: 'put right what is named here, and start the run again.',
})
