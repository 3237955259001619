import { runAction } from '../runner/action.ts'
import { finishInterrupted } from '../runner/interrupted.ts'

await runAction((runner) => finishInterrupted(runner, runner.state('journal')))
