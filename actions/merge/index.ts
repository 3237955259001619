import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Artifacts } from '../base/artifacts.ts'
import { standaloneId } from '../plan/id.ts'
import { type Plan, planDigest } from '../plan/plan.ts'
import { resolvePlan } from '../plan/source.ts'
import { kindOf, secretsOf } from '../registry/access.ts'
import { openRegistries } from '../registry/client.ts'
import { publishSummary } from '../report/publish.ts'
import { runAction } from '../runner/action.ts'
import { ancestry, changedFiles } from '../runner/github.ts'
import type { Runner } from '../runner/runner.ts'
import { type MergeInputs, parseInputs } from './inputs.ts'
import { journalPath } from './journal.ts'
import { mergeOutputs } from './outputs.ts'
import { runMerge } from './run.ts'

await runAction(async (runner) => {
  const { event, environment, run, log, clock, signal, temp } = runner
  const inputs = parseInputs(runner.inputs, event)
  const { access, options } = inputs
  for (const secret of secretsOf(access)) runner.mask(secret)
  const artifacts = await runner.artifacts()
  const plan = await findPlan(inputs, runner, artifacts)
  runner.saveState('journal', journalPath(temp, plan.id))
  const token = runner.inputs.text('github-token')
  const merged = await runMerge({
    plan,
    planDigest: inputs.plan === '' ? undefined : planDigest(plan),
    options,
    attempt: event.attempt,
    artifacts,
    openRegistries: (requests) => openRegistries(access, { log, run, environment, signal: requests }),
    kindOf: (host) => kindOf(access, host),
    ancestry: token === '' ? undefined : ancestry(event, { token, clock, signal }),
    signal,
    clock,
    temp,
    log,
  })
  for (const [name, value] of Object.entries(mergeOutputs(merged))) runner.setOutput(name, value)
  await runner.summary(publishSummary({ plan, records: merged.records, receipt: merged.receipt }))
  if (merged.error !== undefined) throw merged.error
})

async function findPlan(inputs: MergeInputs, runner: Runner, artifacts: Artifacts): Promise<Plan> {
  const { event, clock, log, signal } = runner
  const read = (path: string) => readFile(resolve(event.workspace, path), 'utf8')
  if (inputs.plan !== '')
    return resolvePlan(inputs.plan, { readFile: read, artifact: (name) => artifacts.get(name) })
  const { makePlan } = await import('../plan/make.ts')
  const token = runner.inputs.text('github-token')
  return makePlan(inputs.request, {
    event,
    now: new Date(clock.now()),
    planId: standaloneId,
    readFile: read,
    changedFiles: async () => (token === '' ? undefined : changedFiles(event, { token, clock, signal })),
    warn: (message) => log.warn(message),
  })
}
