import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Plan } from '../plan/plan.ts'
import { resolvePlan } from '../plan/source.ts'
import type { Runner } from './runner.ts'

/** The plan that was handed over: as a reference, a path or its JSON. */
export async function givenPlan(runner: Runner, plan: string): Promise<Plan> {
  return resolvePlan(plan, {
    // A plan may well lie outside the checkout, as in RUNNER_TEMP.
    readFile: (path) => readFile(resolve(runner.event.workspace, path), 'utf8'),
    artifact: async (name) => (await runner.artifacts()).get(name),
  })
}
