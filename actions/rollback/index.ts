import { runAction } from '../runner/action.ts'
import { rollBack } from './main.ts'

await runAction(
  async (runner) => {
    const { text, error } = await rollBack(runner)
    runner.log.info(text)
    return { error }
  },
  {
    what: 'The rollback',
    published: 'what was published before: no tag was moved, unless the log names it.',
    next: 'put right what is named here, and start it again; with `dry-run` it only says what it would do.',
  },
)
