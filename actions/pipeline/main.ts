import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { NoArtifacts } from '../base/artifacts.ts'
import { isUserError, type UserError, UserErrors, userErrorsOf } from '../base/errors.ts'
import type { Log } from '../base/log.ts'
import { readWork, removeWork } from '../build/work.ts'
import type { Published } from '../merge/main.ts'
import { MissingRecord } from '../plan/record.ts'
import { folderArtifacts } from '../runner/artifact-folder.ts'
import type { Runner } from '../runner/runner.ts'
import { finishBuilds } from '../runner/unfinished-build.ts'
import { finishVerification, VERIFICATION } from '../runner/unfinished-verification.ts'
import { cleanUpAfter, finishCleanUpAfter } from './cleaning.ts'
import { openPrepared } from './preparation.ts'
import { openStage, type Stage } from './stage.ts'

interface Row {
  leg: string
  image: string
  platform: string
}

/** The rooms one after another, on one runner, each loaded when it is its turn. A leg that fails keeps no other image from being published. */
export async function runPipeline(outer: Runner): Promise<Published> {
  const temp = await mkdtemp(join(outer.temp, 'pipeline-'))
  outer.saveState('folder', temp)
  const between = folderArtifacts(join(temp, 'artifacts'))
  const runner: Runner = { ...outer, temp, artifacts: async () => between }

  const prepared = await openPrepared(runner)
  for (const name of ['version', 'tags', 'publish']) outer.setOutput(name, prepared.outputs.get(name) ?? '')
  const plan = prepared.outputs.get('plan') ?? ''
  const { include: rows = [] } = JSON.parse(prepared.outputs.get('matrix') ?? '{}') as { include?: Row[] }

  const legs = rows.map((row) => openStage(runner, { plan, leg: row.leg }))
  const failures: UserError[] = []
  for (const [position, row] of rows.entries()) await buildLeg(outer, legs[position] as Stage, row, failures)
  const merged = await publish(outer, runner, plan)
  for (const leg of legs) await finishLeg(leg)
  return cleanUpAfter(outer, runner, withFailures(merged, failures, runner.log))
}

/** What `post:` has to do, whatever became of the run: finish a merge or cleanup that was killed, and take away what is left. */
export async function finishPipeline(outer: Runner): Promise<void> {
  const folder = outer.state('folder')
  if (folder === '') return
  try {
    await finishVerification(outer)
    const { finishInterrupted } = await import('../runner/interrupted.ts')
    await finishInterrupted(outer, outer.state('journal'))
    await finishCleanUpAfter(outer)
  } finally {
    await finishBuilds(outer, folder)
    await rm(folder, { recursive: true, force: true })
  }
}

async function buildLeg(outer: Runner, stage: Stage, row: Row, failures: UserError[]): Promise<void> {
  const { build } = await import('../build/main.ts')
  const saveState = (name: string, value: string) => {
    stage.runner.saveState(name, value)
    // Its containers are found again also when all of this is killed.
    if (name === VERIFICATION) outer.saveState(name, value)
  }
  try {
    await stage.runner.log.group(`${row.image} for ${row.platform}`, () =>
      build({ ...stage.runner, saveState }),
    )
  } catch (error) {
    if (!isUserError(error)) throw error
    failures.push(...userErrorsOf(error))
  }
}

async function publish(outer: Runner, runner: Runner, plan: string): Promise<Published> {
  const stage = openStage(runner, { plan })
  const saveState = (name: string, value: string) => outer.saveState(name, value)
  const { mergeImages } = await import('../merge/main.ts')
  const merged = await mergeImages({ ...stage.runner, saveState })
  for (const [name, value] of stage.outputs) outer.setOutput(name, value)
  const [artifact] = merged.reference.split('@')
  const receipt = artifact ? await (await runner.artifacts()).get(artifact) : undefined
  // The one document that later runs need: rollback and cleanup look for it among the run's artifacts.
  if (artifact && receipt !== undefined) await keep(artifact, receipt, outer)
  return merged
}

async function keep(name: string, receipt: string, { artifacts, log }: Runner): Promise<void> {
  try {
    await (await artifacts()).put(name, receipt)
  } catch (error) {
    if (!(error instanceof NoArtifacts)) throw error
    log.warn(`The receipt of this run is not kept. ${error}`)
  }
}

/** Everything is published by now, so caches are written while nobody waits for the images. */
async function finishLeg(stage: Stage): Promise<void> {
  const work = readWork(stage.runner)
  if (!work) return
  const { keepCache } = await import('../build/keep-cache.ts')
  if (work.cache) await keepCache(stage.runner, work.cache)
  await removeWork(work)
}

function withFailures(merged: Published, failures: readonly UserError[], log: Log): Published {
  if (failures.length === 0) return merged
  if (merged.error !== undefined && !isUserError(merged.error)) {
    // A bug or a cancellation is told as what it is, and takes no other company.
    for (const failure of failures) log.warn(String(failure))
    return merged
  }
  // Why a record is missing has been told by its leg.
  const others = merged.error === undefined ? [] : userErrorsOf(merged.error)
  const further = others.filter((error) => !(error instanceof MissingRecord))
  return { ...merged, error: new UserErrors([...failures, ...further]) }
}
