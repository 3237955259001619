import { runAction } from '../runner/action.ts'
import { mergeImages } from './main.ts'

await runAction(mergeImages, {
  what: 'The merge',
  published: 'nothing by this attempt, unless the log of this job names it.',
  next: 'put right what is named here, then choose **Re-run failed jobs**; finished builds are used again.',
})
