import { InputProblems } from '../base/errors.ts'
import { formatPlatform } from '../base/platform.ts'
import { sideBySide } from '../base/side-by-side.ts'
import type { BuildRequest } from '../engine/build.ts'
import type { Image } from '../engine/image.ts'
import type { CheckServices } from './check.ts'
import { checkStatic } from './contents/static.ts'
import type { ReadCheckFile } from './file/read.ts'
import { configOf } from './image/config.ts'
import { checkRebuild } from './rebuild/check.ts'
import { requireEditable } from './rebuild/context.ts'
import { Results } from './results.ts'
import { checkRunning } from './running/check-running.ts'
import { secretsHidden } from './secrets/hidden.ts'
import type { LocatedResult, Verification } from './verification.ts'

export interface VerifyJob {
  /** As a person calls the image. */
  name: string
  image: Image
  checkFile: ReadCheckFile
  /** How it was built; without it, no rebuild can be looked at. */
  build?: BuildRequest
}

/** What looks at the image, without starting it, started, and built again. */
export const PARTS = { still: checkStatic, running: checkRunning, rebuild: checkRebuild }

/** All that the check file asks of an image. What the image does wrong is a result; what else goes wrong is thrown. */
export async function verifyImage(
  job: VerifyJob,
  services: Omit<CheckServices, 'results'>,
  parts: typeof PARTS = PARTS,
): Promise<Verification> {
  const { name, image, checkFile } = job
  const { clock } = services
  await requireEdits(job)
  const started = clock.now()
  const results = new Results(clock)
  await sideBySide(services.signal, [
    (signal) => parts.still(image, checkFile.checks, { ...services, results, signal }),
    (signal) => parts.running(image, checkFile.checks, { ...services, results, signal }),
  ])
  await rebuild(job, { ...services, results }, parts)
  return {
    schema: 1,
    name,
    id: image.id,
    platform: formatPlatform(image.platform),
    file: checkFile.file,
    started: new Date(started).toISOString(),
    milliseconds: clock.now() - started,
    results: secretsHidden(configOf(image))(inOrder(results, checkFile)),
  }
}

/** Before anything is started: a file that can't be changed is a mistake in the check file. */
async function requireEdits({ build, checkFile: { checks, placeOf } }: VerifyJob): Promise<void> {
  if (!build) return
  const problems = new InputProblems()
  for (const [index, { edit }] of (checks.rebuild ?? []).entries())
    await problems.tryAsync(() => requireEditable(build.context, edit, placeOf(['rebuild', index, 'edit'])))
  problems.throwIfAny()
}

async function rebuild({ build, checkFile }: VerifyJob, services: CheckServices, parts: typeof PARTS) {
  const checks = checkFile.checks.rebuild ?? []
  if (checks.length === 0) return
  if (build) return parts.rebuild(build, checks, services)
  for (const [index, { edit }] of checks.entries())
    services.results.unchecked(
      ['rebuild', index],
      `builds again when ${edit} changes`,
      'nothing tells what the image was built from',
    )
}

/** As the check file has them, whatever ended first; what stands on one line stays in the order of its end. */
function inOrder({ list }: Results, { placeOf }: ReadCheckFile): LocatedResult[] {
  return list
    .map((result) => ({ ...result, place: placeOf(result.path) }))
    .toSorted(({ place: a }, { place: b }) => a.line - b.line || a.column - b.column)
}
