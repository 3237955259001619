import { randomBytes } from 'node:crypto'
import { Budget } from '../packages/budget.ts'
import { randomPlanId } from '../plan/id.ts'
import { secretsOf } from '../registry/access.ts'
import { openRegistries } from '../registry/client.ts'
import type { Registries } from '../registry/types.ts'
import { type RollbackReport, rollbackSummary, rollbackText } from '../report/rollback.ts'
import { type StateReport, stateSummary, stateText } from '../report/rollback-states.ts'
import type { Runner } from '../runner/runner.ts'
import { journalPath } from '../transaction/journal.ts'
import { openTargets } from '../transaction/targets.ts'
import { parseInputs, type RollbackInputs } from './inputs.ts'
import { rollbackOutputs } from './outputs.ts'
import { receiptSource } from './receipts.ts'
import { runRollback } from './run.ts'
import { listStates } from './states.ts'

export interface RollbackResult {
  /** For another program. */
  document: RollbackReport | StateReport
  /** For a person. */
  text: string
  /** What the run has to fail with, once everything else is done. */
  error?: unknown
}

/** Requests to GitHub's own API: a list of what was deleted, and two for each manifest. */
const REQUESTS = 500

export async function rollBack(runner: Runner): Promise<RollbackResult> {
  const inputs = parseInputs(runner.inputs, runner.event)
  for (const secret of secretsOf(inputs.access)) runner.mask(secret)
  return inputs.list ? list(runner, inputs) : goBack(runner, inputs)
}

async function list(runner: Runner, inputs: RollbackInputs): Promise<RollbackResult> {
  const { image, tag, access, repositories } = inputs
  const registries = openRegistries(access, runner)
  try {
    const receipts = await receiptSource(runner, runner.inputs.text('github-token')).list()
    const states = await listStates(tag, openTargets(registries, repositories), receipts)
    const report: StateReport = { image, tag, states }
    setOutputs(runner, undefined, report)
    await runner.summary(stateSummary(report))
    return { document: report, text: stateText(report) }
  } finally {
    registries.close()
  }
}

async function goBack(runner: Runner, inputs: RollbackInputs): Promise<RollbackResult> {
  const { event, log, clock, signal, temp } = runner
  const { access } = inputs
  const id = randomPlanId(randomBytes)
  runner.saveState('journal', journalPath(temp, id))
  const { report, error } = await runRollback({
    inputs,
    repository: event.repository,
    receipts: receiptSource(runner, runner.inputs.text('github-token')),
    id,
    attempt: event.attempt,
    artifacts: () => runner.artifacts(),
    openRegistries: (requests) => openRegistries(access, { ...runner, signal: requests }),
    openPackages: (registries, requests) => packages(runner, inputs, registries, requests),
    ask: runner.ask,
    signal,
    clock,
    temp,
    log,
  })
  setOutputs(runner, report)
  await runner.summary(rollbackSummary(report, event.repository))
  return { document: report, text: rollbackText(report), ...(error === undefined ? {} : { error }) }
}

/** Loaded only where something was deleted. */
async function packages(
  runner: Runner,
  { access }: RollbackInputs,
  registries: Registries,
  signal: AbortSignal,
) {
  const { openPackages } = await import('../packages/open.ts')
  const { apiUrl } = runner.event
  return openPackages(access, { ...runner, signal, apiUrl, registries, budget: new Budget(REQUESTS) })
}

function setOutputs(runner: Runner, report: RollbackReport | undefined, listed?: StateReport): void {
  for (const [name, value] of Object.entries(rollbackOutputs(report, listed?.states)))
    runner.setOutput(name, value)
}
