import { delimiter, dirname } from 'node:path'
import { UserError } from '../../base/errors.ts'
import { findProgram } from '../../base/there.ts'
import type { NodeServices } from '../services.ts'

/** The tool beside ComfyUI's own Python, as it calls ComfyUI-Manager with that; else the first on PATH. */
export async function findComfy(
  python: string,
  { environment }: Pick<NodeServices, 'environment'>,
): Promise<string> {
  const folders = [dirname(python), ...(environment.PATH ?? '').split(delimiter)]
  const found = await findProgram('comfy', folders)
  if (found !== undefined) return found
  throw new UserError('IMG8731', 'comfy-cli is not installed here: there is no program "comfy".', {
    hint: 'Install comfy-cli and comfyui-manager into the environment that ComfyUI runs with, or use the engine native, which needs neither.',
  })
}
