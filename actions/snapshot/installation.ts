import { realpath } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { InputError, UserError } from '../base/errors.ts'
import { findProgram, isThere } from '../base/there.ts'
import type { Installation } from '../nodes/installation.ts'
import { NONE } from './inputs.ts'
import type { Task } from './mode.ts'

export const PYTHON_HINT =
  'Set "python" to the one that ComfyUI runs with, or to none to leave packages alone.'

/** What is restored to, saved from or held against the snapshot. */
export async function installationOf(task: Task): Promise<Installation> {
  return { ...(await foldersOf(task)), python: await pythonOf(task.inputs.installation.python, task) }
}

export async function foldersOf(task: Task): Promise<Pick<Installation, 'nodes' | 'core'>> {
  const { nodes, comfyui } = task.inputs.installation
  const folder = task.path(nodes)
  return { nodes: folder, core: await coreOf(comfyui, folder, task) }
}

async function coreOf(given: string, nodes: string, { path }: Task): Promise<string | undefined> {
  if (given === NONE) return undefined
  if (given !== '') return path(given)
  // The folder is often a link to the real one, which lies in ComfyUI's checkout.
  const above = dirname(await realpath(nodes).catch(() => nodes))
  return (await isThere(join(above, 'main.py'))) ? above : undefined
}

async function pythonOf(
  given: string,
  { path, services: { environment } }: Task,
): Promise<string | undefined> {
  if (given === NONE) return undefined
  if (given.includes('/')) return path(given)
  const active = environment.VIRTUAL_ENV
  if (given === '' && active) return join(active, 'bin/python')
  const name = given || 'python3'
  const found = await findProgram(name, (environment.PATH ?? '').split(delimiter))
  if (found !== undefined) return found
  throw new UserError('IMG8302', `There is no ${name} here.`, { hint: PYTHON_HINT })
}

/** Where nodes are looked for that were installed before; a folder that is not there holds none, which nobody means. */
export async function requireNodes({ nodes }: Pick<Installation, 'nodes'>, { inputs }: Task): Promise<void> {
  if (await isThere(nodes)) return
  throw new InputError('IMG8301', `There is no folder "${inputs.installation.nodes}" here.`, {
    hint: 'Set "nodes" to the custom_nodes of the installation, such as ComfyUI/custom_nodes.',
  })
}
