import { UserError } from '../base/errors.ts'
import { ProcessError } from '../base/process.ts'

/** A full disk by its name, with what to do about it; any other failure as it is. */
export function noSpace(error: unknown, path: string, hint: string): unknown {
  if (!(error instanceof ProcessError) || !/no space left on device/i.test(error.result.stderr)) return error
  return new UserError('IMG1006', `No space left on the disk of ${path}.`, { hint, cause: error })
}
