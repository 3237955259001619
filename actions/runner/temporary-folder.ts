import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InputError, messageOf } from '../base/errors.ts'
import { sentence } from '../base/printable.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** Layers are large, and /tmp is memory on many a machine: as podman does, /var/tmp unless told. */
const LARGE = '/var/tmp'

export function temporaryFolder({ TMPDIR }: Variables): string {
  return TMPDIR || (existsSync(LARGE) ? LARGE : tmpdir())
}

/** One for a single command, which has to remove it. */
export function makeTemporaryFolder(variables: Variables): string {
  const folder = temporaryFolder(variables)
  try {
    return mkdtempSync(join(folder, 'image-actions-'))
  } catch (cause) {
    // A full disk is told as one, wherever it is met.
    if ((cause as NodeJS.ErrnoException).code === 'ENOSPC') throw cause
    throw new InputError(
      'IMG9903',
      `No temporary folder can be made in "${folder}": ${sentence(messageOf(cause))}`,
      { hint: 'Set TMPDIR to a folder that is there, and that you may write.', cause },
    )
  }
}
