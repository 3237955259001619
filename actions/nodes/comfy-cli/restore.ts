import { formatDuration } from '../../base/units.ts'
import type { Mismatch } from '../finding.ts'
import { verifyInstallation } from '../prove/verify.ts'
import { type RestoreJob, type RestoreReport, restore } from '../restore/restore.ts'
import type { NodeServices } from '../services.ts'
import { runComfyCli } from './run.ts'

/** What the official tool left behind, before it was repaired. */
export interface Official {
  /** Its own summary. */
  said: string[]
  wrong: Mismatch[]
}

/** The official tool, then what it got wrong, then the repair to what the snapshot says. */
export async function restoreWithComfyCli(
  job: RestoreJob,
  services: NodeServices,
): Promise<RestoreReport & { official: Official }> {
  const { clock, log } = services
  if (job.installScripts !== 'all')
    log.warn(
      "comfy-cli runs every node's install.py, whatever install-scripts says; the engine native does not.",
    )
  const began = clock.now()
  const { said } = await runComfyCli(job, services)
  const milliseconds = clock.now() - began
  log.info(`comfy node restore-snapshot took ${formatDuration(milliseconds)}`)
  const wrong = await leftWrong(job, services)
  const repaired = await restore(job, services)
  const what = `comfy node restore-snapshot; wrong after it: ${wrong.length}`
  return {
    ...repaired,
    steps: [{ name: 'comfy-cli', milliseconds, what }, ...repaired.steps],
    official: { said, wrong },
  }
}

async function leftWrong(job: RestoreJob, services: NodeServices): Promise<Mismatch[]> {
  const { snapshot, lock, to: of, installScripts } = job
  const { mismatches } = await verifyInstallation(
    { snapshot, ...(lock ? { lock } : {}), of, installScripts },
    services,
  )
  for (const { subject, what, expected, actual } of mismatches)
    services.log.warn(`comfy-cli left ${subject} wrong: ${what} should be ${expected}, and is ${actual}.`)
  return mismatches
}
