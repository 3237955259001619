import { access, constants } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { UserError } from '../../base/errors.ts'
import type { NodeServices } from '../services.ts'

/** The tool beside ComfyUI's own Python, as it calls ComfyUI-Manager with that; else the first on PATH. */
export async function findComfy(
  python: string,
  { environment }: Pick<NodeServices, 'environment'>,
): Promise<string> {
  const folders = [dirname(python), ...(environment.PATH ?? '').split(delimiter)]
  for (const folder of folders.filter(Boolean)) {
    const program = join(folder, 'comfy')
    if (await isThere(program, constants.X_OK)) return program
  }
  throw new UserError('comfy-cli is not installed here: there is no program "comfy".', {
    hint: 'Install comfy-cli and comfyui-manager into the environment that ComfyUI runs with, or use the engine native, which needs neither.',
  })
}

export function isThere(path: string, mode?: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  )
}
