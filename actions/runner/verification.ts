import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { messageOf, UserError, UserErrors } from '../base/errors.ts'
import { sentence } from '../base/printable.ts'
import { failuresOf } from '../checks/reports/failures.ts'
import { jsonOf } from '../checks/reports/json.ts'
import { junitOf } from '../checks/reports/junit.ts'
import { summaryOf } from '../checks/reports/summary.ts'
import type { Verification } from '../checks/verification.ts'
import { type VerifyJob, verifyImage } from '../checks/verify.ts'
import type { Engine } from '../engine/engine.ts'
import type { Runner } from './runner.ts'
import { withLabel } from './unfinished-verification.ts'

export interface Reports {
  verification: Verification
  /** Paths. */
  report: string
  junit: string
  /** With which the run has to fail once everything else is done: an error for each failed check. */
  error?: UserErrors
}

/** Verifies an image and reports what was found; whoever asked decides what a failed check means. */
export async function runVerification(
  runner: Runner,
  job: VerifyJob,
  places: { engine: Engine; folder: string; reports: string },
): Promise<Reports> {
  const { log, clock, signal } = runner
  const verification = await withLabel(runner, (label) =>
    verifyImage(job, { ...places, log, clock, signal, label }),
  )
  await runner.summary(summaryOf(verification))
  const failures = failuresOf(verification)
  return {
    verification,
    ...(await writeReports(verification, places.reports)),
    ...(failures.length === 0 ? {} : { error: new UserErrors(failures) }),
  }
}

async function writeReports(verification: Verification, folder: string) {
  const report = resolve(folder, 'verify.json')
  const junit = join(folder, 'verify.junit.xml')
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(report, jsonOf(verification))
    await writeFile(junit, junitOf(verification))
  } catch (cause) {
    throw new UserError(
      'IMG9104',
      `The reports can't be written to ${folder}: ${sentence(messageOf(cause))}`,
      {
        hint: 'Set "reports" to a folder that this job may write.',
        cause,
      },
    )
  }
  return { report, junit }
}
