import { messageOf } from '../base/errors.ts'
import { openEngine } from '../engine/engine.ts'
import { removeUnfinishedBuilds } from '../engine/unfinished-build.ts'
import type { Runner } from './runner.ts'

/** In `post:`, or when an interrupted command ends: what builds that were killed left in podman's store. */
export async function finishBuilds(runner: Runner, folder: string): Promise<void> {
  try {
    await removeUnfinishedBuilds(openEngine(runner.run, runner.environment, {}, ''), folder)
  } catch (error) {
    runner.log.warn(
      `What podman keeps of a build that was killed was not removed, its secrets included: ${messageOf(error)}`,
    )
  }
}
