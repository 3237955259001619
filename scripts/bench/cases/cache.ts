import { type Cache, openBuilds } from '../caching.ts'
import type { BenchCase } from '../case.ts'
import { interleaved, ratio } from '../measure.ts'

/** Only the sources have changed, and the runner is fresh. */
export const run: BenchCase = async (bench) => {
  const builds = await openBuilds(bench)
  for (const cache of ['registry', 'store'] as const) await builds.fill(cache)
  const build = (cache: Cache) => (round: string) => builds.build(cache, round)

  const samples = await interleaved(bench.runs(3), {
    clean: build('none'),
    registry: build('registry'),
    store: build('store'),
  })
  return {
    figures: [
      {
        what: 'time with cache: registry ÷ clean build',
        ...ratio(samples.registry, samples.clean, 'wall'),
        unit: '×',
        aim: 0.3,
        bound: 0.35,
      },
      {
        what: 'time with cache: store ÷ clean build',
        ...ratio(samples.store, samples.clean, 'wall'),
        unit: '×',
        aim: 0.15,
        bound: 0.25,
      },
    ],
    notes: [
      'The whole build action with podman’s storage emptied before, to two docker-registries that have the image before; of three steps one takes seconds and leaves 128 MB that do not compress, and only the last, the sources, has changed. Caches are written in the post step, after the push.',
    ],
    samples,
  }
}
