import { runAction } from '../runner/action.ts'
import { build } from './main.ts'

await runAction(build, {
  what: 'This build',
  published:
    'nothing of this image by this run: a tag moves only when every platform is built. Other images of the run are not held up.',
  next: 'put right what is named here, then choose **Re-run all jobs**; what other platforms had pushed may be gone.',
})
