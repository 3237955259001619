import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Installation } from '../installation.ts'
import type { Found } from './find.ts'
import type { Outcome } from './job.ts'
import { move } from './move.ts'
import type { Staging } from './staging.ts'

/** Puts a node to its place, by renaming; whatever else there is of it goes. */
export async function switchNode(
  { node, proven, others }: Found,
  { nodes }: Pick<Installation, 'nodes'>,
  staging: Staging,
): Promise<Outcome> {
  for (const other of others) await staging.takeAway(join(nodes, other.path))
  const from = proven ? join(nodes, proven.path) : staging.placeOf(node.name)
  if (from === node.folder) return 'unchanged'
  // No folder, so no copy of it: a file would be in its way for ever.
  if (await lstat(node.folder).catch(() => undefined)) await staging.takeAway(node.folder)
  await move(from, node.folder)
  if (!proven) return 'fetched'
  if (proven.disabled === node.disabled) return 'moved'
  return node.disabled ? 'disabled' : 'enabled'
}
