import { type Plan, planDigest } from '../plan/plan.ts'
import { kindOf, secretsOf } from '../registry/access.ts'
import { openRegistries } from '../registry/client.ts'
import { publishSummary } from '../report/publish.ts'
import { ancestry } from '../runner/github.ts'
import { obtainPlan } from '../runner/plan.ts'
import type { Runner } from '../runner/runner.ts'
import { journalPath } from '../transaction/journal.ts'
import { earlierReceipt } from './earlier-receipt.ts'
import { parseInputs } from './inputs.ts'
import { mergeOutputs } from './outputs.ts'
import { type Merged, runMerge } from './run.ts'

export interface Published extends Merged {
  plan: Plan
}

export async function mergeImages(runner: Runner): Promise<Published> {
  const { event, log, clock, signal, temp } = runner
  const inputs = parseInputs(runner.inputs, event)
  const { access, options } = inputs
  for (const secret of secretsOf(access)) runner.mask(secret)
  const token = runner.inputs.text('github-token')
  const plan = await obtainPlan(runner, inputs.plan, inputs.request, token)
  runner.saveState('journal', journalPath(temp, plan.id))
  const artifacts = await runner.artifacts()
  const merged = await runMerge({
    plan,
    planDigest: inputs.plan === '' ? undefined : planDigest(plan),
    options,
    attempt: event.attempt,
    artifacts,
    openRegistries: (requests) => openRegistries(access, { ...runner, signal: requests }),
    kindOf: (host) => kindOf(access, host),
    ancestry: token === '' ? undefined : ancestry(event, { token, clock, signal, log }),
    signal,
    clock,
    temp,
    log,
  })
  for (const [name, value] of Object.entries(mergeOutputs(merged))) runner.setOutput(name, value)
  const previous = await earlierReceipt(plan, event.attempt, artifacts)
  const report = { plan, records: merged.records, receipt: merged.receipt }
  await runner.summary(publishSummary(previous ? { ...report, previous } : report))
  return { ...merged, plan }
}
