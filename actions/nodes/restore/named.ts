import { isUserError, messageOf, UserError, UserErrors, userErrorsOf } from '../../base/errors.ts'
import { printable } from '../../base/printable.ts'
import { ProcessError } from '../../base/process.ts'

/** The same error, beginning with whose it is. What git can't do is told as it says it. */
export function named(subject: string, error: unknown): unknown {
  if (subject === '') return error
  if (error instanceof ProcessError)
    return new UserError(`${subject}: ${printable(messageOf(error))}`, {
      hint: 'See whether the disk is full, or the folder is somebody else’s.',
      cause: error,
    })
  if (!isUserError(error)) return error
  const errors = userErrorsOf(error).map(
    ({ message, hint, cause, place }) =>
      new UserError(`${subject}: ${message}`, {
        ...(hint === undefined ? {} : { hint }),
        ...(place === undefined ? {} : { place }),
        cause,
      }),
  )
  return errors.length === 1 ? errors[0] : new UserErrors(errors)
}
