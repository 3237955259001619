import { messageOf, UserError } from './errors.ts'

/** Where our own files lie, and the variable that moves them. */
export interface TemporaryFolder {
  path: string
  variable: string
}

/** A write of our own that found its disk full is no bug: told by that disk. Undefined where it was something else. */
export function fullDisk(error: unknown, temp: TemporaryFolder): UserError | undefined {
  const cause = causesOf(error).find(({ code }) => code === 'ENOSPC')
  if (!cause) return undefined
  // Node names the file where it can't be made; where it can't be filled, it does not.
  const place = cause.path ?? temp.path
  // Around it stands what has become of the rest, such as what every tag holds.
  const standing = cause === error ? '' : ` ${messageOf(error)}`
  return new UserError('IMG1006', `No space left on the disk of ${place}.${standing}`, {
    hint: `Free space there, or set ${temp.variable} to a folder on a larger disk.`,
    cause: error,
  })
}

function causesOf(error: unknown): NodeJS.ErrnoException[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : []
}
