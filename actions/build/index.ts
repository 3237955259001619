import { runAction } from '../runner/action.ts'
import { build } from './main.ts'

await runAction(build)
