import { InputProblems } from '../base/errors.ts'
import { type InputReader, readPairs } from '../base/inputs.ts'
import { checkPath } from '../plan/paths.ts'
import { type PlanRequest, readPlanRequest } from '../plan/request.ts'
import { type AccessContext, type RegistryAccess, readRegistryAccess } from '../registry/access.ts'
import type { CheckFileName } from '../runner/check-file.ts'
import { type BuildOptions, readBuildOptions } from './options.ts'
import { readSecretFiles, readSecrets } from './secrets.ts'

export interface BuildInputs {
  /** A reference, a path or JSON; empty: the plan is made here, from `request`. */
  plan: string
  leg: string
  request: PlanRequest
  options: BuildOptions
  /** What an image is verified by that names no check file of its own; empty: nothing. */
  verify: CheckFileName
  secrets: Map<string, string>
  secretFiles: Map<string, string>
  access: RegistryAccess
}

export function parseInputs(
  reader: InputReader,
  context: AccessContext & { workspace: string },
): BuildInputs {
  const problems = new InputProblems()
  const plan = reader.text('plan').trim()
  const leg = reader.text('leg').trim()
  const request = readPlanRequest(reader)
  const options = problems.try(() => readBuildOptions(reader))
  const verify = {
    file: problems.try(() => readCheckFile(reader.text('verify').trim())) ?? '',
    variables: Object.fromEntries(problems.try(() => readPairs(reader, 'verify-variables')) ?? []),
  }
  const secrets = problems.try(() => readSecrets(reader))
  const secretFiles = problems.try(() => readSecretFiles(reader, context.workspace))
  const access = problems.try(() => readRegistryAccess(reader, context))
  problems.throwIfAny()
  return {
    plan,
    leg,
    request,
    options: options!,
    verify,
    secrets: secrets!,
    secretFiles: secretFiles!,
    access: access!,
  }
}

function readCheckFile(path: string): string {
  return path === '' ? '' : checkPath(path, 'check file')
}
