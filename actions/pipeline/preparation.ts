import { Problems } from '../base/errors.ts'
import { formatPlatform, platformOf } from '../base/platform.ts'
import { parseInputs as parseBuildInputs } from '../build/inputs.ts'
import { readMergeOptions } from '../merge/inputs.ts'
import { runPrepare } from '../prepare/main.ts'
import type { RegistryAccess } from '../registry/access.ts'
import { readAuthFiles } from '../registry/authfile.ts'
import type { Runner } from '../runner/runner.ts'
import { openStage, type Stage } from './stage.ts'

/** Stands for a login at any host, so that nobody is told of a missing one. */
const ANY_HOST = 'registry-auth'

/** The plan; and whatever any room would refuse is told here, lest the builds be in vain. */
export async function openPrepared(runner: Runner): Promise<Stage> {
  const problems = new Problems()
  const building = problems.try(() => parseBuildInputs(runner.inputs, runner.event))
  problems.try(() => readMergeOptions(runner.inputs))
  const hosts = building && (await problems.tryAsync(() => loginHosts(building.access, runner)))
  const stage = openStage(runner, { platforms: platforms(runner), 'has-credentials': hosts ?? ANY_HOST })
  await problems.tryAsync(() => runPrepare(stage.runner))
  problems.throwIfAny()
  return stage
}

function platforms(runner: Runner): string {
  const given = runner.inputs.text('platforms').trim()
  return given === '' ? formatPlatform(platformOf(process.arch)) : given
}

/** Here the credentials are at hand, or a step before has logged in; a store that is only asked by name may know any host. */
async function loginHosts({ logins }: RegistryAccess, runner: Runner): Promise<string> {
  const files = await readAuthFiles(runner.environment)
  const known = files.flatMap(({ auths, helpers, stored }) => [...auths.keys(), ...helpers.keys(), ...stored])
  const anyHost = files.some(({ store }) => store !== undefined) ? [ANY_HOST] : []
  return [...logins.keys(), ...known, ...anyHost].join('\n')
}
