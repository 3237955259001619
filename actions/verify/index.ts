import { runAction } from '../runner/action.ts'
import { verify } from './main.ts'

await runAction(
  async (runner) => {
    const { text, error } = await verify(runner)
    runner.log.info(text)
    return { error }
  },
  {
    what: 'The verification',
    published: 'nothing, and nothing taken back: this action only looks.',
    next: 'put right what is named here, and run the job again.',
  },
)
