import type { Mismatch } from '../finding.ts'
import type { Installation } from '../installation.ts'
import type { Lock } from '../lock/lock.ts'
import type { NodeServices } from '../services.ts'
import type { Snapshot } from '../snapshot.ts'

export interface VerifyJob {
  snapshot: Snapshot
  lock?: Lock
  of: Installation
  /** Which nodes may have made files of their own. */
  installScripts: 'never' | 'all' | readonly string[]
  /** Of a mounted image: paths are then those inside of it, and links lead nowhere else. */
  root?: string
}

export interface Verification {
  /** What was looked at: nodes by their folders, `ComfyUI`, packages. */
  checked: { subject: string; what: 'node' | 'file' | 'core' | 'package' }[]
  mismatches: Mismatch[]
}

/** Holds an installation against its snapshot, and against its lock where there is one. All that differs is told, of everything. */
export async function verifyInstallation(_job: VerifyJob, _services: NodeServices): Promise<Verification> {
  throw new Error('Installations can not be verified yet.')
}
