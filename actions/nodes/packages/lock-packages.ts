import type { Lock } from '../lock/lock.ts'
import type { NodeServices } from '../services.ts'

/** What is installed for this Python, with the hashes of every file that an index has of it. */
export async function lockPackages(
  job: { python: string },
  services: NodeServices,
): Promise<{ packages: Lock['packages']; warnings: string[] }> {
  throw new Error(`not there yet: ${job.python} ${services.temp}`)
}
