import type { Installation } from '../installation.ts'
import type { NodeServices } from '../services.ts'
import type { Snapshot } from '../snapshot.ts'

export interface Saved {
  snapshot: Snapshot
  /** What lies there and can't be in a snapshot. */
  warnings: string[]
}

/** The snapshot of what is installed. What no snapshot could bring back (changed files) is an error, of all nodes at once. */
export async function saveSnapshot(_of: Installation, _services: NodeServices): Promise<Saved> {
  throw new Error('Installations can not be saved yet.')
}
