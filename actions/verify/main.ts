import { join, resolve } from 'node:path'
import { InputProblems, isUserError, type UserErrors } from '../base/errors.ts'
import { formatPlatform } from '../base/platform.ts'
import type { ReadCheckFile } from '../checks/file/read.ts'
import { textOf } from '../checks/reports/text.ts'
import type { Verification } from '../checks/verification.ts'
import type { BuildRequest } from '../engine/build.ts'
import type { Image } from '../engine/image.ts'
import { secretsOf } from '../registry/access.ts'
import { openCheckFile } from '../runner/check-file.ts'
import type { Runner } from '../runner/runner.ts'
import { locateSource } from '../runner/source.ts'
import { runVerification } from '../runner/verification.ts'
import { openImage } from './image.ts'
import { parseInputs, readCheckFileName, type VerifyInputs } from './inputs.ts'
import { verifyOutputs } from './outputs.ts'

export interface Verified {
  /** For another program. */
  document: Verification
  /** For a person. */
  text: string
  /** An error for each failed check, with which the run has to fail. */
  error?: UserErrors
}

export async function verify(runner: Runner): Promise<Verified> {
  const { workspace } = runner.event
  const { inputs, checkFile } = await readAll(runner)
  const { image, engine, folder } = await openImage(runner, inputs)
  const build = checkFile.checks.rebuild ? await buildOf(image, inputs, workspace) : undefined
  const reported = await runVerification(
    runner,
    { name: inputs.image, image, checkFile, ...(build && { build }) },
    { engine, folder, reports: resolve(workspace, inputs.reports || join(runner.temp, 'image-verify')) },
  )
  const { verification, error } = reported
  const outputs = verifyOutputs({ ...reported, ...verification })
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value)
  return { document: verification, text: textOf(verification), ...(error && { error }) }
}

/** Inputs and check file: all that is wrong with either is told at once. */
async function readAll(runner: Runner): Promise<{ inputs: VerifyInputs; checkFile: ReadCheckFile }> {
  const problems = new InputProblems()
  const inputs = problems.try(() => parseInputs(runner.inputs, runner.event))
  for (const secret of inputs ? secretsOf(inputs.access) : []) runner.mask(secret)
  const isJob = runner.environment.GITHUB_ACTIONS === 'true'
  const drafts = inputs && !isJob ? { image: inputs.image } : undefined
  const named = inputs?.checkFile ?? nameAlone(runner)
  const checkFile =
    named && (await problems.tryAsync(() => openCheckFile(named, runner.event.workspace, drafts)))
  problems.throwIfAny()
  return { inputs: inputs!, checkFile: checkFile! }
}

/** Where that is wrong itself, it has been told. */
function nameAlone({ inputs }: Runner) {
  try {
    return readCheckFileName(inputs)
  } catch (error) {
    if (isUserError(error)) return undefined
    throw error
  }
}

/** How the image was built, as far as the inputs tell; unchanged steps come from the cache then. */
async function buildOf(
  image: Image,
  { source, target, buildArgs }: VerifyInputs,
  workspace: string,
): Promise<BuildRequest> {
  return {
    ...(await locateSource(source, workspace)),
    platform: formatPlatform(image.platform),
    format: 'docker',
    labels: {},
    buildArgs,
    buildContexts: [],
    secrets: [],
    ssh: [],
    target,
    pull: 'missing',
    noCache: false,
    cacheFrom: undefined,
    epoch: undefined,
    extraArgs: [],
  }
}
