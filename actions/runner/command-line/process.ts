import {
  CancelledError,
  InputError,
  isUserError,
  type Place,
  pageOf,
  type UserError,
  userErrorsOf,
} from '../../base/errors.ts'
import { fullDisk } from '../../base/full-disk.ts'
import { coloursOf } from '../colours.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** Who pipes it into head has seen enough, and a terminal may be closed; what was begun is still done to its end. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error
    })
}

export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => controller.abort(new CancelledError()))
  return controller.signal
}

/** As compilers write it, so that editors and terminals lead there. */
export function placeBefore(place: Place | undefined): string {
  return place ? `${place.file}:${place.line}:${place.column}: ` : ''
}

/** Tells what went wrong, and gives the exit code. `otherwise`: that of all but wrong input. */
export function explain(thrown: unknown, otherwise: number): number {
  const paint = coloursOf(process.stderr)
  const say = (text: string) => process.stderr.write(`${text}\n`)
  const error = isUserError(thrown)
    ? thrown
    : (fullDisk(thrown, { path: temporaryFolder(process.env), variable: 'TMPDIR' }) ?? thrown)
  if (error instanceof CancelledError) {
    say(error.message)
    return 130
  }
  if (!isUserError(error)) {
    say(`${paint('bad', 'This is a bug in image-actions. Please report it.')}\n${(error as Error).stack}`)
    return otherwise
  }
  const errors: readonly UserError[] = userErrorsOf(error)
  for (const [position, each] of errors.entries()) {
    say(`${paint('bad', `error[${each.code}]:`)} ${placeBefore(each.place)}${each}`)
    // Where the next one is of the same kind, one address is enough for both.
    if (errors[position + 1]?.code !== each.code) say(`  ${paint('faint', pageOf(each.code))}`)
  }
  return errors.every((each) => each instanceof InputError) ? 2 : otherwise
}
