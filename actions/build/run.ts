import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Clock } from '../base/clock.ts'
import type { Digest } from '../base/digest.ts'
import type { Log } from '../base/log.ts'
import { parsePlatform } from '../base/platform.ts'
import { parseRepository } from '../base/reference.ts'
import { type BuildRequest, type BuildResult, buildImage } from '../engine/build.ts'
import { type Engine, toolVersions } from '../engine/engine.ts'
import { type Image, inspectImage, requirePlatform } from '../engine/image.ts'
import { readStore } from '../engine/store.ts'
import type { Plan } from '../plan/plan.ts'
import type { BuildRecord } from '../plan/record.ts'
import type { Registries } from '../registry/types.ts'
import { findKnownLayers } from './known.ts'
import type { ChosenLeg } from './leg.ts'
import type { BuildOptions } from './options.ts'
import { type PushResult, pushImage } from './push.ts'
import { type Measured, makeRecord, measure } from './record.ts'

export interface BuildJob {
  plan: Plan
  chosen: ChosenLeg
  options: BuildOptions
  request: BuildRequest
  attempt: number
  workspace: string
  /** Ours alone; removed in `post:`. */
  folder: string
}

export interface BuildServices {
  engine: Engine
  registries: Registries
  log: Log
  clock: Clock
}

/** One image, one platform: built, checked, and pushed by digest to every registry. Nothing is tagged. */
export async function runBuild(job: BuildJob, services: BuildServices): Promise<BuildRecord> {
  const { engine, log, clock } = services
  const started = clock.now()
  const tools = toolVersions(engine)
  const build = await measure(clock, () => buildImage(engine, job.request, job.folder))
  const image = await inspectImage(engine, build.value.imageId)
  requirePlatform(image, parsePlatform(job.chosen.leg.platform))
  log.info(describeBuild(build, image))
  if (job.options.archive !== '')
    await saveArchive(engine, image.id, resolve(job.workspace, job.options.archive))
  const push = job.plan.publish ? await measure(clock, () => publish(job, image, services)) : undefined
  return makeRecord({ ...job, leg: job.chosen.leg, started, image, build, push, tools: await tools })
}

async function publish(job: BuildJob, image: Image, services: BuildServices): Promise<PushResult> {
  const { engine, registries, log } = services
  const planned = job.chosen.image
  const clients = planned.repositories.map((repository) => registries.open(parseRepository(repository)))
  const { format, compression } = job.options
  const moving = planned.tags.flatMap((tag) => (tag.moves ? [tag.name] : []))
  const known =
    compression === 'gzip' ? await findKnownLayers(image, await readStore(engine), clients, moving, log) : []
  return pushImage(
    engine,
    {
      image,
      folder: resolve(job.folder, 'layout'),
      format,
      compression,
      annotations: planned.annotations,
      known,
      clients,
    },
    services,
  )
}

function describeBuild(build: Measured<BuildResult>, image: Image): string {
  const { steps, cacheHits } = build.value
  return `Built ${image.id} in ${(build.time / 1000).toFixed(1)} s, ${cacheHits} of ${steps} steps from the cache.`
}

async function saveArchive(engine: Engine, id: Digest, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await engine.run('podman', ['save', '--quiet', '--format', 'oci-archive', '--output', path, '--', id], {
    env: engine.env,
  })
}
