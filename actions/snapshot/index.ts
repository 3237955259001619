import { runAction } from '../runner/action.ts'
import { runSnapshot } from './main.ts'

await runAction(
  async (runner) => {
    const { text, error } = await runSnapshot(runner)
    runner.log.info(text)
    return { error }
  },
  {
    what: 'The snapshot',
    published: 'nothing: this action touches no image of a registry.',
    next: 'put right what is named here, and run the job again.',
  },
)
