import { createInterface } from 'node:readline'
import { CancelledError } from '../../../actions/base/errors.ts'
import { runMerge } from '../../../actions/merge/run.ts'
import type { Plan } from '../../../actions/plan/plan.ts'
import { recordsOf } from '../../unit/merge/plans.ts'
import { memoryArtifacts } from '../../unit/merge/world.ts'
import { accessTo, mergeOf } from './servers.ts'

/** Merges in a process of their own, one for each line of input, for a test that sends signals. Stops as the action does. */
let controller = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.on(name, () => controller.abort(new CancelledError()))

for await (const line of createInterface({ input: process.stdin })) {
  const { plan, hosts, temp } = JSON.parse(line) as { plan: Plan; hosts: string[]; temp: string }
  controller = new AbortController()
  const access = accessTo(Object.fromEntries(hosts.map((host) => [host, undefined])))
  const artifacts = memoryArtifacts(recordsOf(plan))
  await runMerge(mergeOf(plan, access, { artifacts, temp, signal: controller.signal }))
  process.stdout.write('done\n')
}
