import { runAction } from '../runner/action.ts'
import { providePodman } from './main.ts'

await runAction(
  async (runner) => {
    await providePodman(runner, () => import('@actions/tool-cache'))
  },
  {
    what: 'Setting up podman',
    published: 'nothing of what this job was to build. Other jobs are not held up.',
    next: 'put right what is named here, then choose **Re-run all jobs**; what other platforms had pushed may be gone.',
  },
)
