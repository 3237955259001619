import type { Digest } from '../base/digest.ts'
import type { Engine } from './engine.ts'

/** What an image says of the processes that it starts. */
export interface MountedConfig {
  env: Record<string, string>
  user: string
  workingDir: string
}

export interface MountedImage {
  /** Where the image's files lie while it is mounted. */
  root: string
  config: MountedConfig
}

/** Shows an image's files without starting anything of it. It is unmounted again, whatever happens. */
export async function withMountedImage<T>(
  _engine: Pick<Engine, 'run' | 'env'>,
  _image: Digest,
  _look: (mounted: MountedImage) => Promise<T>,
): Promise<T> {
  throw new Error('Images can not be mounted yet.')
}
