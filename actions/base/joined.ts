import { CancelledError, isUserError, messageOf, UserError, UserErrors, userErrorsOf } from './errors.ts'

/** All that went wrong, in one error; a bug keeps its stack, and goes before what the user can put right. */
export function joined(errors: readonly unknown[]): unknown {
  const distinct = [...new Set(errors)]
  const bug = distinct.find((error) => !isUserError(error) && !(error instanceof CancelledError))
  if (bug !== undefined || distinct.length <= 1) return bug ?? distinct[0]
  const cancelled = distinct.every((error) => error instanceof CancelledError)
  if (cancelled) return new CancelledError(distinct.map(messageOf).join('\n'))
  return new UserErrors(
    distinct.flatMap((error) =>
      isUserError(error)
        ? userErrorsOf(error)
        : new UserError('IMG1007', messageOf(error), { hint: 'Run it again.' }),
    ),
  )
}
