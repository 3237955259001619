import type { NodeServices } from '../services.ts'
import type { RestoreJob, RestoreReport } from './job.ts'

export type { Outcome, RestoredNode, RestoreJob, RestoreReport } from './job.ts'

/** Makes an installation what its snapshot says. A failure leaves what was there, and a second run finishes. */
export async function restore(_job: RestoreJob, _services: NodeServices): Promise<RestoreReport> {
  throw new Error('Snapshots can not be restored yet.')
}
