import { join } from 'node:path'
import type { BuildRequest } from '../engine/build.ts'
import type { Engine } from '../engine/engine.ts'
import type { Image } from '../engine/image.ts'
import type { Runner } from '../runner/runner.ts'
import type { BuildInputs } from './inputs.ts'
import type { ChosenLeg } from './leg.ts'

/** What stands between a build and its push: throws unless every check passes, else gives their number. */
export type Gate = (image: Image, request: BuildRequest) => Promise<number>

export interface GatePlaces {
  engine: Engine
  folder: string
}

/** Loaded only where there is something to verify; what is wrong with the check file is told before anything is built. */
export async function openGate(
  runner: Runner,
  { verify }: BuildInputs,
  { image: planned, leg }: ChosenLeg,
): Promise<((places: GatePlaces) => Gate) | undefined> {
  const file = planned.verify ?? verify.file
  if (file === '') return undefined
  const { openCheckFile } = await import('../runner/check-file.ts')
  const checkFile = await openCheckFile({ ...verify, file }, runner.event.workspace)
  const { runVerification } = await import('../runner/verification.ts')
  const { textOf } = await import('../checks/reports/text.ts')
  const reports = join(runner.temp, 'image-verify', leg.leg)
  return (places) => async (image, build) => {
    const name = `${planned.name} for ${leg.platform}`
    const job = { name, image, checkFile, build }
    const { verification, error } = await runVerification(runner, job, { ...places, reports })
    runner.log.info(`${textOf(verification)}\nThe reports lie in ${reports}.`)
    if (error) throw error
    return verification.results.length
  }
}
