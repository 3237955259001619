import { resolve } from 'node:path'
import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import { parsePlatform } from '../base/platform.ts'
import type { Progress } from '../base/progress.ts'
import { parseRepository } from '../base/reference.ts'
import { formatDuration } from '../base/units.ts'
import { saveArchive } from '../engine/archive.ts'
import { type BuildRequest, type BuildResult, buildImage } from '../engine/build.ts'
import { type Engine, toolVersions } from '../engine/engine.ts'
import { type Image, inspectImage, requirePlatform, withoutTraces } from '../engine/image.ts'
import { locateStore, type Store } from '../engine/store.ts'
import type { Plan } from '../plan/plan.ts'
import type { BuildRecord } from '../plan/record.ts'
import type { Registries } from '../registry/types.ts'
import type { Gate } from './gate.ts'
import { findKnownLayers, pulledParts } from './known.ts'
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

interface BuiltImage extends BuildResult {
  image: Image
}

export interface BuildServices {
  engine: Engine
  registries: Registries
  log: Log
  clock: Clock
  progress?: Progress | undefined
  /** Where the image is to be verified before anybody can pull it. */
  verify?: Gate | undefined
}

/** One image, one platform: built, verified, and pushed by digest to every registry. Nothing is tagged. */
export async function runBuild(job: BuildJob, services: BuildServices): Promise<BuildRecord> {
  const { engine, log, clock, verify } = services
  const started = clock.now()
  const [tools, store] = [toolVersions(engine), locateStore(engine)]
  for (const early of [tools, store]) early.catch(() => {})
  const build = await measure(clock, () => buildFor(job, services, store))
  const { image } = build.value
  log.info(describeBuild(build))
  const verified = verify && (await measure(clock, () => verify(image, job.request)))
  if (job.options.archive !== '')
    await saveArchive(engine, image, resolve(job.workspace, job.options.archive))
  const push = job.plan.publish ? await measure(clock, () => publish(job, image, store, services)) : undefined
  return makeRecord({
    ...job,
    leg: job.chosen.leg,
    started,
    image,
    build,
    verified,
    push,
    tools: await tools,
  })
}

async function publish(
  job: BuildJob,
  image: Image,
  store: Promise<Store>,
  services: BuildServices,
): Promise<PushResult> {
  const { engine, registries, log } = services
  const planned = job.chosen.image
  const clients = planned.repositories.map((repository) => registries.open(parseRepository(repository)))
  const { format, compression } = job.options
  const moving = planned.tags.flatMap((tag) => (tag.moves ? [tag.name] : []))
  const known =
    compression === 'gzip'
      ? await findKnownLayers(image, await pulledParts(image, await store, engine), clients, moving, log)
      : []
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

/** The image, certainly for the leg's platform. */
async function buildFor(
  job: BuildJob,
  { engine, log }: BuildServices,
  store: Promise<Store>,
): Promise<BuiltImage> {
  const platform = parsePlatform(job.chosen.leg.platform)
  let result = await buildImage(engine, job.request, job.folder)
  let image = await inspectImage(await store, result.imageId)
  // Steps that only copy are the same for every platform, and a cache hands over another platform's image for them.
  if (!job.request.noCache && image.platform.architecture !== platform.architecture) {
    log.info(`The cache gave an image for ${image.platform.architecture}: building again without it.`)
    result = await buildImage(engine, { ...job.request, noCache: true }, job.folder)
    image = await inspectImage(await store, result.imageId)
  }
  requirePlatform(image, platform)
  return { ...result, image: job.options.reproducible ? withoutTraces(image) : image }
}

function describeBuild({ value, time }: Measured<BuiltImage>): string {
  const { steps, cacheHits, image } = value
  return `Built ${image.id} in ${formatDuration(time)}, ${cacheHits} of ${steps} steps from the cache.`
}
