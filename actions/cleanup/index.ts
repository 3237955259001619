import { runAction } from '../runner/action.ts'
import { cleanUp } from './main.ts'

await runAction(cleanUp, {
  what: 'The cleanup',
  published: 'everything that was published before; a cleanup takes nothing of it back.',
  next: 'put right what is named here; the next run takes away what remained.',
})
