import type { NodeServices } from '../services.ts'
import type { PackagesJob } from './job.ts'

/** Runs the install.py of the nodes that may, one after another; gives the names of those that have one. */
export async function runInstallScripts(job: PackagesJob, services: NodeServices): Promise<string[]> {
  throw new Error(`not there yet: ${job.python} ${services.temp}`)
}
