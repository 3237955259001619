import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CancelledError, messageOf, UserError } from '../base/errors.ts'
import { said } from '../base/said.ts'
import type { Engine } from './engine.ts'
import type { Image } from './image.ts'
import { noSpace } from './space.ts'

/** The image as one file, for whoever wants to keep or move it. */
export async function saveArchive(engine: Engine, image: Image, path: string): Promise<void> {
  const args = ['save', '--quiet', '--format', 'oci-archive', '--output', path, '--', image.name]
  try {
    await mkdir(dirname(path), { recursive: true })
    await engine.run('podman', args, { env: engine.env })
  } catch (error) {
    if (error instanceof CancelledError) throw error
    const full = noSpace(error, path, 'Free space there, or set "archive" to a path on a larger disk.')
    if (full !== error) throw full
    throw new UserError('IMG2107', `The archive ${path} could not be written: ${said(messageOf(error))}.`, {
      hint: 'Set "archive" to the path of a file that this job may write.',
      cause: error,
    })
  }
}
