import type { Installation } from '../installation.ts'
import type { NodeServices } from '../services.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Lock } from './lock.ts'

export interface LockJob {
  snapshot: Snapshot
  /** Where it was restored; it is proven first. */
  of: Installation
  installScripts: 'never' | 'all' | readonly string[]
  /** Extra requirements files. */
  requirements: readonly string[]
  /** Address of ComfyUI's registry. */
  registry: string
  allowHosts: readonly string[]
}

/** All that the snapshot's pins leave open, as it stands in an installation. */
export async function makeLock(_job: LockJob, _services: NodeServices): Promise<Lock> {
  throw new Error('Locks can not be made yet.')
}
