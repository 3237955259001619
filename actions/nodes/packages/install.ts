import type { NodeServices } from '../services.ts'
import type { PackagesJob } from './job.ts'

/** One resolution for everything; `unchanged`: the last restore did the same, and what it installed is still there. */
export async function installPackages(
  job: PackagesJob,
  services: NodeServices,
): Promise<{ outcome: 'unchanged' | 'installed' }> {
  throw new Error(`not there yet: ${job.python} ${services.temp}`)
}
