import { Problems } from '../base/errors.ts'
import { type BuildInputs, parseInputs as parseBuildInputs } from '../build/inputs.ts'
import { readMergeOptions } from '../merge/inputs.ts'
import { ANY_HOST } from '../plan/credentials.ts'
import { runPrepare } from '../prepare/main.ts'
import { loginHosts } from '../runner/login-hosts.ts'
import { ownPlatformUnless } from '../runner/plan.ts'
import type { Runner } from '../runner/runner.ts'
import { parseInputs } from './inputs.ts'
import { openStage, type Stage } from './stage.ts'

/** The plan; and whatever any room would refuse is told here, lest the builds be in vain. */
export async function openPrepared(runner: Runner): Promise<Stage> {
  const problems = new Problems()
  const building = problems.try(() => parseBuildInputs(runner.inputs, runner.event))
  problems.try(() => readMergeOptions(runner.inputs))
  problems.try(() => parseInputs(runner.inputs))
  if (building) await problems.tryAsync(() => checkFileOf(building, runner))
  // Where the logins themselves are wrong, nobody is told of a missing one too.
  const hosts = building && (await problems.tryAsync(() => loginHosts(building.access, runner)))
  const platforms = ownPlatformUnless(runner.inputs.text('platforms'))
  const stage = openStage(runner, { platforms, 'has-credentials': (hosts ?? [ANY_HOST]).join('\n') })
  await problems.tryAsync(() => runPrepare(stage.runner))
  problems.throwIfAny()
  return stage
}

/** Read for its mistakes; those that images name themselves are read before each is built. */
async function checkFileOf({ verify }: BuildInputs, { event }: Runner): Promise<void> {
  if (verify.file === '') return
  const { openCheckFile } = await import('../runner/check-file.ts')
  await openCheckFile(verify, event.workspace)
}
