import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Digest } from '../../base/digest.ts'
import { isUserError, type UserError, type UserErrors, userErrorsOf } from '../../base/errors.ts'
import { ProcessError } from '../../base/process.ts'
import { type BuildRequest, buildImage } from '../../engine/build.ts'
import type { Engine } from '../../engine/engine.ts'
import type { BuildStep } from '../../engine/steps.ts'
import type { CheckServices, Finding } from '../check.ts'
import type { Rebuild } from '../file/scenarios.ts'
import { changeFile, copyContext, requireEditable } from './context.ts'
import { againRequest } from './request.ts'
import { withoutSecrets } from './shown.ts'
import { missesCache, nameOf, originFinding } from './steps.ts'

/** As much of a build's output as explains why it failed. */
const LAST_LINES = 20

interface Experiment {
  build: BuildRequest
  folder: string
}

/** Changes a file in a copy of the build context, builds again, and looks where each step came from. */
export async function checkRebuild(
  build: BuildRequest,
  checks: readonly Rebuild[],
  services: CheckServices,
): Promise<void> {
  const folder = await mkdtemp(join(services.folder, 'rebuild-'))
  try {
    const experiment = { folder, build: await copyContext(againRequest(build), folder) }
    for (const [index, check] of checks.entries()) await checkOne(index, check, experiment, services)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function checkOne(
  index: number,
  check: Rebuild,
  experiment: Experiment,
  services: CheckServices,
): Promise<void> {
  const { results } = services
  const { edit } = check
  const file = await requireEditable(experiment.build.context, edit)
  let steps: readonly BuildStep[] = []
  const builds = `builds again when ${edit} changes`
  const built = await results.check(['rebuild', index, 'edit'], builds, async () => {
    try {
      steps = await stepsAfter(file, check, experiment, services)
    } catch (error) {
      if (isUserError(error)) return brokenBuild(error, edit)
      throw error
    }
  })
  for (const origin of ['cached', 'rebuilt'] as const) {
    for (const [position, text] of check[origin].entries()) {
      const path = ['rebuild', index, origin, position]
      const name = nameOf(text, origin, edit)
      if (built) await results.check(path, name, () => originFinding(text, origin, edit, steps))
      else results.unchecked(path, name, 'the build failed')
    }
  }
}

/** A store that the image was pulled into has no cache yet: the first build fills it, and a second one tells. */
async function stepsAfter(
  file: string,
  check: Rebuild,
  experiment: Experiment,
  services: CheckServices,
): Promise<readonly BuildStep[]> {
  const undo = await changeFile(file, services.clock.now())
  try {
    const steps = await buildAgain(check.edit, experiment, services)
    if (!missesCache(check.cached, steps)) return steps
    await changeFile(file, services.clock.now())
    return await buildAgain(check.edit, experiment, services)
  } finally {
    await undo()
  }
}

async function buildAgain(
  edit: string,
  { build, folder }: Experiment,
  { engine, log, clock }: CheckServices,
): Promise<readonly BuildStep[]> {
  const started = clock.now()
  const { imageId, stepList } = await log.group(`Building again after a change of ${edit}`, () =>
    buildImage(withoutSecrets(engine, log), build, folder),
  )
  await removeNew(engine, imageId, started)
  return stepList
}

/** Where nothing was built anew it is an image that was there before, and stays. */
async function removeNew(engine: Engine, image: Digest, since: number): Promise<void> {
  const options = { env: engine.env, anyExit: true, finishing: true }
  const inspect = ['image', 'inspect', '--format', '{{.Created.UnixMilli}}', '--', image]
  const { stdout } = await engine.run('podman', inspect, options)
  if (Number.parseInt(stdout, 10) >= since) await engine.run('podman', ['image', 'rm', '--', image], options)
}

function brokenBuild(error: UserError | UserErrors, edit: string): Finding {
  const [first] = userErrorsOf(error)
  const cause = first?.cause
  const output = cause instanceof ProcessError ? [cause.result.stdout, cause.result.stderr] : []
  return {
    expected: `a build, as only blanks were added to the end of ${edit}`,
    actual: first?.message ?? String(error),
    ...(first?.hint === undefined ? {} : { hint: first.hint }),
    log: output.flatMap((text) => text.trim().split('\n')).slice(-LAST_LINES),
  }
}
