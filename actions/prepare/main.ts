import { randomBytes } from 'node:crypto'
import { planFacts } from '../runner/plan.ts'
import type { Runner } from '../runner/runner.ts'
import { parseInputs } from './inputs.ts'
import { prepare } from './run.ts'

export async function runPrepare(runner: Runner): Promise<void> {
  const inputs = parseInputs(runner.inputs)
  const outputs = await prepare(inputs, runner, {
    ...(await planFacts(runner, inputs.githubToken)),
    randomBytes,
  })
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value)
}
