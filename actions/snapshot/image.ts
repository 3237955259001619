import { join, resolve } from 'node:path'
import { UserError } from '../base/errors.ts'
import { resolveInside } from '../base/inside.ts'
import { openEngine } from '../engine/engine.ts'
import { type MountedImage, withMountedImage } from '../engine/mounted.ts'
import { obtainImage } from '../engine/obtain.ts'
import type { Installation } from '../nodes/installation.ts'
import { type Verification, verifyInstallation } from '../nodes/prove/verify.ts'
import type { Snapshot } from '../nodes/snapshot.ts'
import { NONE, type SnapshotInputs } from './inputs.ts'
import { PYTHON_HINT } from './installation.ts'
import type { FileTask } from './mode.ts'
import { verifyUnshared } from './unshared.ts'

/** Holds the files of a finished image against the snapshot; nothing of it is started. */
export async function verifyImage(snapshot: Snapshot, task: FileTask): Promise<Verification> {
  const { inputs, lock, services } = task
  // podman's own logins are the ones to use: an empty name stands for its usual file.
  const engine = openEngine(services.run, services.environment, {}, '')
  const id = await obtainImage(engine, inputs.image)
  if (process.getuid?.() !== 0) return verifyUnshared(id, task)
  return withMountedImage(engine, id, async (mounted) => {
    const of = await installationIn(mounted, inputs.installation)
    const { installScripts } = inputs.restoring
    const { root } = mounted
    return verifyInstallation({ snapshot, ...(lock ? { lock } : {}), of, installScripts, root }, services)
  })
}

/** All paths are those inside of the image, where its own links and its own variables count. */
async function installationIn(
  { root, config }: MountedImage,
  { nodes, comfyui, python }: SnapshotInputs['installation'],
): Promise<Installation> {
  const inside = (path: string) => resolve('/', config.workingDir, path)
  return {
    nodes: inside(nodes),
    core:
      comfyui === '' ? await coreAbove(inside(nodes), root) : comfyui === NONE ? undefined : inside(comfyui),
    python: python === NONE ? undefined : await pythonIn(python, root, config.env, inside),
  }
}

async function coreAbove(nodes: string, root: string): Promise<string | undefined> {
  const real = await resolveInside(root, nodes)
  const above = real === undefined ? join(nodes, '..') : join('/', real.slice(root.length), '..')
  return (await resolveInside(root, join(above, 'main.py'))) === undefined ? undefined : above
}

async function pythonIn(
  given: string,
  root: string,
  env: MountedImage['config']['env'],
  inside: (path: string) => string,
): Promise<string | undefined> {
  if (given.includes('/')) return inside(given)
  if (given === '' && env.VIRTUAL_ENV) return join(env.VIRTUAL_ENV, 'bin/python')
  const name = given || 'python3'
  for (const folder of (env.PATH ?? '').split(':').filter((each) => each.startsWith('/')))
    if ((await resolveInside(root, join(folder, name))) !== undefined) return join(folder, name)
  throw new UserError('IMG8302', `There is no ${name} in the image.`, { hint: PYTHON_HINT })
}
