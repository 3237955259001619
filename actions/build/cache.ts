import type { BuildRequest } from '../engine/build.ts'
import type { Engine } from '../engine/engine.ts'
import type { Plan } from '../plan/plan.ts'
import type { Registries } from '../registry/types.ts'
import type { Runner } from '../runner/runner.ts'
import type { BuildInputs } from './inputs.ts'
import type { ChosenLeg } from './leg.ts'
import { cacheRepository, openRegistryCache } from './registry-cache.ts'
import { StoreCache } from './store-cache.ts'
import type { CacheWork } from './work.ts'

export interface Cache {
  /** What podman may look into. */
  readFrom: string | undefined
  write(request: BuildRequest, engine: Engine): CacheWork | undefined
}

interface CacheContext {
  inputs: BuildInputs
  plan: Plan
  chosen: ChosenLeg
  engine: Engine
  registries: Registries
}

const NONE: Cache = { readFrom: undefined, write: () => undefined }

/** Every way a cache can fail ends in a build without it. */
export async function openCache(runner: Runner, context: CacheContext): Promise<Cache> {
  const { options } = context.inputs
  // A cached step brings the dates of the build that made it.
  if (options.noCache || options.reproducible) return NONE
  if (options.cache === 'registry') return registryCache(runner, context)
  return options.cache === 'store' ? storeCache(runner, context) : NONE
}

async function registryCache(
  runner: Runner,
  { inputs, plan, chosen, registries }: CacheContext,
): Promise<Cache> {
  const { repositories } = chosen.image
  const repository = cacheRepository(
    inputs.options.cacheRepository,
    repositories[0] as string,
    chosen.leg.platform,
  )
  const cache = await openRegistryCache(repository, registries, runner.log)
  if (!cache) return NONE
  return {
    readFrom: cache.readable ? repository : undefined,
    // A pull request could fill the cache with what a later release would build on.
    write: (request, { settings: env, authFile }) =>
      plan.publish ? { to: 'registry', repository, request, env, authFile } : undefined,
  }
}

async function storeCache(runner: Runner, { plan, chosen, engine }: CacheContext): Promise<Cache> {
  const { cacheService } = await import('../runner/cache.ts')
  const prefix = `image-actions-${chosen.leg.leg}`
  try {
    const found = await new StoreCache(engine, cacheService, runner).restore(prefix)
    runner.log.info(
      found
        ? 'The container storage of an earlier run is back.'
        : 'No container storage is taken over: none was kept yet, or images are here already.',
    )
  } catch (error) {
    runner.log.warn(`The kept container storage could not be restored, so this build goes without: ${error}`)
  }
  const key = `${prefix}-${runner.event.runId}-${runner.event.attempt}`
  return {
    readFrom: undefined,
    write: (_request, { settings: env, authFile }) =>
      plan.publish ? { to: 'store', key, env, authFile } : undefined,
  }
}
