import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { formatRepository, parseReference } from '../base/reference.ts'
import type { Engine } from '../engine/engine.ts'
import { type Image, inspectImage } from '../engine/image.ts'
import { obtainImage } from '../engine/obtain.ts'
import { locateStoreOf } from '../engine/store.ts'
import { jobEngine } from '../runner/engine.ts'
import type { Runner } from '../runner/runner.ts'
import { saveFolder } from './finish.ts'
import type { VerifyInputs } from './inputs.ts'

export interface OpenedImage {
  image: Image
  engine: Engine
  /** Ours alone; it goes in `post:`. */
  folder: string
}

/** The image that is asked for, pulled where it is not here yet. */
export async function openImage(
  runner: Runner,
  { image: name, access }: Pick<VerifyInputs, 'image' | 'access'>,
): Promise<OpenedImage> {
  const folder = await mkdtemp(join(runner.temp, 'image-actions-'))
  saveFolder(runner, folder)
  const engine = await jobEngine(runner, { access, repositories: repositoryOf(name), folder })
  const id = await obtainImage(engine, name)
  return { image: await inspectImage(await locateStoreOf(engine, id), id), engine, folder }
}

/** Where it may be pulled from; an id comes from nowhere. */
function repositoryOf(name: string): string[] {
  try {
    return [formatRepository(parseReference(name))]
  } catch {
    return []
  }
}
