import { UserError } from '../base/errors.ts'
import { ProcessError } from '../base/process.ts'
import { said } from '../base/said.ts'

/** What to do about a podman that fails at what every podman can do. */
export const NOT_WORKING = {
  code: 'IMG2020',
  hint: 'Put the setup action before this step: it shows what podman finds, and can install another one.',
} as const

/** Such a failure, as a sentence that begins with `what`; any other as it is. */
export function notWorking(error: unknown, what: string): unknown {
  if (!(error instanceof ProcessError)) return error
  const { code, hint } = NOT_WORKING
  return new UserError(code, `${what}: ${said(error.message)}.`, { hint, cause: error })
}
