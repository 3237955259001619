import { writeCache } from '../engine/build.ts'
import { openEngine } from '../engine/engine.ts'
import type { Runner } from '../runner/runner.ts'
import { StoreCache } from './store-cache.ts'
import type { CacheWork } from './work.ts'

/**
 * The image is published by now: whatever goes wrong here costs the next build time, and nothing else.
 * Labels come last and differ in every run, so the steps that set them are not worth keeping.
 */
export async function keepCache(runner: Runner, cache: CacheWork): Promise<void> {
  const engine = openEngine(runner.run, runner.environment, cache.env, cache.authFile)
  try {
    if (cache.to === 'registry')
      await writeCache(engine, { ...cache.request, cacheFrom: undefined, labels: {} }, cache.repository)
    else
      await new StoreCache(engine, (await import('../runner/cache.ts')).cacheService, runner).save(cache.key)
  } catch (error) {
    runner.log.warn(`The cache could not be written; the next build will be slower: ${error}`)
  }
}
