import { copyFile, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf } from '../../base/digest.ts'
import { UserError } from '../../base/errors.ts'
import { isFile, isThere } from '../../base/there.ts'
import type { FileNode } from '../snapshot.ts'
import type { Outcome, RestoreJob } from './job.ts'
import { move } from './move.ts'

/** Puts a node that is a single file to its place, under the name that says whether it is on. */
export async function settleFile(
  { filename, disabled }: FileNode,
  { to, files, lock }: Pick<RestoreJob, 'to' | 'files' | 'lock'>,
): Promise<Outcome> {
  const on = join(to.nodes, filename)
  const off = `${on}.disabled`
  const [right, wrong] = disabled ? [off, on] : [on, off]
  const given = files === undefined ? undefined : join(files, filename)
  const outcome =
    given !== undefined && (await isThere(given))
      ? await copyUnlessEqual(given, right)
      : await findFile(right, wrong, { filename, disabled }, to.core)
  await rm(wrong, { force: true })
  const locked = lock?.files?.[filename]
  if (locked !== undefined && digestOf(await readFile(right)) !== locked)
    throw new UserError('IMG8701', `Node ${filename}: it is another file than the one that the lock names.`, {
      hint: 'Give the folder that has that one as `files`, or find out why it changed and make a new lock.',
    })
  return outcome
}

async function findFile(
  right: string,
  wrong: string,
  { filename, disabled }: FileNode,
  core: string | undefined,
): Promise<Outcome> {
  if (await isFile(right)) return 'unchanged'
  if (await isFile(wrong)) {
    await move(wrong, right)
    return disabled ? 'disabled' : 'enabled'
  }
  // ComfyUI's own repository brings some, though not to a folder that lies elsewhere.
  const brought = core === undefined ? undefined : join(core, 'custom_nodes', filename)
  if (brought !== undefined && (await isThere(brought))) return copyUnlessEqual(brought, right)
  throw new UserError('IMG8702', `Node ${filename}: the file is not there, and nothing has it.`, {
    hint: 'Give the folder that has it as `files`, or take it out of the snapshot.',
  })
}

/** At once: half of a file would be taken for the whole by the next run. A link is replaced, not followed. */
async function copyUnlessEqual(from: string, to: string): Promise<Outcome> {
  const wanted = await readFile(from)
  if ((await isFile(to)) && (await readFile(to)).equals(wanted)) return 'unchanged'
  await copyFile(from, `${to}.new`)
  await rename(`${to}.new`, to)
  return 'fetched'
}
