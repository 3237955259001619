import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../base/errors.ts'
import { isThere } from '../../base/there.ts'
import type { Installation } from '../installation.ts'

/** What the tool takes for ComfyUI: it wants four of these. */
const MARKS = ['main.py', 'nodes.py', 'comfy', 'comfy_extras', 'comfy_api']

/** ComfyUI's checkout, in whose custom_nodes the tool puts nodes, and nowhere else. */
export async function workspaceOf({ core, nodes }: Installation): Promise<string> {
  if (core === undefined)
    throw new UserError('IMG8731', 'The engine comfy-cli needs ComfyUI itself, and none is named.', {
      hint: 'Set "comfyui" to its folder, or use the engine native.',
    })
  const marks = await Promise.all(MARKS.map((name) => isThere(join(core, name))))
  if (marks.filter(Boolean).length < 4)
    throw new UserError('IMG8731', `${core} is no ComfyUI that comfy-cli would accept.`, {
      hint: `It looks for ${MARKS.join(', ')} there. Set "comfyui" to the folder that has them, or use the engine native.`,
    })
  const own = join(core, 'custom_nodes')
  if ((await real(own)) !== (await real(nodes)))
    throw new UserError('IMG8731', `The engine comfy-cli fills ${own}, and not ${nodes}.`, {
      hint: 'Make one a link to the other, or use the engine native.',
    })
  return core
}

function real(path: string): Promise<string> {
  return realpath(path).catch(() => path)
}
