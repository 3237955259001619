import type { Digest } from '../../base/digest.ts'
import type { NodeServices } from '../services.ts'

export interface ArchiveJob {
  id: string
  version: string
  /** Address of ComfyUI's registry. */
  registry: string
  /** Empty: any. */
  allowHosts: readonly string[]
  /** From the lock. */
  expected?: { address: string; archive: string }
}

/** Puts this version of a registry node into a folder, which is made and must not exist. */
export async function fetchArchive(
  job: ArchiveJob,
  into: string,
  services: NodeServices,
): Promise<{ address: string; archive: Digest }> {
  throw new Error(`not there yet: ${job.id} ${into} ${services.temp}`)
}
