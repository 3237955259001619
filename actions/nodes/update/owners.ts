import { folderNameOf, ownerOf } from '../names.ts'
import type { Snapshot } from '../snapshot.ts'
import { type Warning, warning } from './warning.ts'

/** Whose code nothing of before has brought along. */
export function newOwners(from: Snapshot, to: Snapshot): Warning[] {
  const known = new Set(from.git.map(({ url }) => ownerOf(url).toLowerCase()))
  return to.git
    .filter(({ url }) => !known.has(ownerOf(url).toLowerCase()))
    .map((node) =>
      warning(folderNameOf(node), `belongs to ${ownerOf(node.url)}, of whom nothing was there before`),
    )
}
