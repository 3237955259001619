import { randomPlanId } from '../plan/id.ts'
import { makePlan, type PlanFacts } from '../plan/make.ts'
import { type Plan, planArtifact, serialisePlan } from '../plan/plan.ts'
import type { Runner } from '../runner/runner.ts'
import type { PrepareInputs } from './inputs.ts'
import { wouldBeMasked } from './masked.ts'
import { type PrepareOutputs, planReference, prepareOutputs } from './outputs.ts'
import { planSummary } from './summary.ts'

export type PrepareRunner = Pick<Runner, 'event' | 'log' | 'clock' | 'artifacts' | 'summary'>

/** What prepare knows beside its inputs and its event. */
export interface PrepareFacts extends Pick<PlanFacts, 'readFile' | 'exists' | 'changedFiles' | 'commitDate'> {
  randomBytes(size: number): Uint8Array
}

/** Makes the plan, leaves it as an artifact, and tells what the jobs to come need to know. */
export async function prepare(
  { request }: PrepareInputs,
  runner: PrepareRunner,
  facts: PrepareFacts,
): Promise<PrepareOutputs> {
  const { event, log } = runner
  const warn = (message: string) => log.warn(message)
  const drawId = () => randomPlanId(facts.randomBytes)
  const now = new Date(runner.clock.now())
  const made = await makePlan(request, { ...facts, event, now, warn, planId: drawId })
  const plan = withVisibleId(made, request.dockerhubUsername, drawId)
  const outputs = prepareOutputs(plan, request.dockerhubUsername, warn)
  const artifacts = await runner.artifacts()
  await artifacts.put(planArtifact(plan.id), serialisePlan(plan))
  log.info(describe(plan))
  await runner.summary(planSummary(plan))
  return outputs
}

/** A user called "cafe" or "beef" may turn up in random digits; another draw helps. */
function withVisibleId(plan: Plan, user: string, drawId: () => string): Plan {
  let drawn = plan
  for (let draws = 0; draws < 100 && wouldBeMasked(planReference(drawn), user); draws++)
    drawn = { ...plan, id: drawId() }
  return drawn
}

function describe(plan: Plan): string {
  const tags = plan.images[0]?.tags.map(({ name }) => name).join(', ') || 'none'
  const fate = plan.publish ? 'publishes' : 'does not publish'
  return `Plan ${plan.id}: ${plan.images.length} image(s), ${plan.legs.length} build(s), tags: ${tags}; ${fate}: ${plan.reason}.`
}
