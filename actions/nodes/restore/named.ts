import { isUserError, messageOf, reworded, UserError, userErrorsOf } from '../../base/errors.ts'
import { joined } from '../../base/joined.ts'
import { printable, sentence } from '../../base/printable.ts'
import { ProcessError } from '../../base/process.ts'

/** The same error, beginning with whose it is. What git can't do is told as it says it. */
export function named(subject: string, error: unknown): unknown {
  if (subject === '') return error
  if (error instanceof ProcessError)
    return new UserError(
      'IMG8305',
      `${subject}: a program failed here: ${sentence(printable(messageOf(error)))}`,
      {
        hint: 'See whether the disk is full, or the folder is somebody else’s.',
        cause: error,
      },
    )
  if (!isUserError(error)) return error
  return joined(userErrorsOf(error).map((each) => reworded(each, `${subject}: ${each.message}`)))
}
