import { readFileSync } from 'node:fs'
import { CancelledError } from '../../../actions/base/errors.ts'
import { runMerge } from '../../../actions/merge/run.ts'
import type { Plan } from '../../../actions/plan/plan.ts'
import { recordsOf } from '../../unit/merge/plans.ts'
import { memoryArtifacts } from '../../unit/merge/world.ts'
import { accessTo, mergeOf } from './servers.ts'

/** A merge in a process of its own, for a test that ends it by signals. Stops as the action does. */
const { plan, hosts, temp } = JSON.parse(readFileSync(0, 'utf8')) as {
  plan: Plan
  hosts: string[]
  temp: string
}
const controller = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.on(name, () => controller.abort(new CancelledError()))

const access = accessTo(Object.fromEntries(hosts.map((host) => [host, undefined])))
const artifacts = memoryArtifacts(recordsOf(plan))
const { error } = await runMerge(mergeOf(plan, access, { artifacts, temp, signal: controller.signal }))
process.exitCode = error === undefined ? 0 : 1
