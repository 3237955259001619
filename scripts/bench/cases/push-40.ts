import type { BenchCase } from '../case.ts'
import { interleaved, ratio } from '../measure.ts'
import { openStore } from '../podman.ts'
import { buildSixLayers, openPusher, podmanPushes } from '../pushing.ts'
import { twoHeldRegistries } from '../registries.ts'

const LINE = 40_000_000

/** The same push over lines as they are. */
export const run: BenchCase = async (bench) => {
  const store = await openStore(bench)
  const hosts = await twoHeldRegistries(bench, LINE)
  const pusher = await openPusher(bench, store)
  const image = await buildSixLayers(bench, store)
  let size = 0

  const samples = await interleaved(bench.runs(3), {
    ours: async (round) => {
      const repositories = hosts.map((host) => `${host}/${round}`)
      const { cost, contentSize } = await pusher.push({ image, repositories, tags: [] })
      size = contentSize
      return cost
    },
    podman: (round) =>
      podmanPushes(
        store,
        image,
        hosts.map((host) => `${host}/${round}`),
      ),
  })
  return {
    figures: [
      {
        what: 'time ÷ two podman pushes',
        value: ratio(samples.ours, samples.podman, 'wall'),
        unit: '×',
        aim: 0.52,
        bound: 0.62,
      },
    ],
    notes: [
      `The image of the case push; each registry takes 40 MB in a second, so that ${Math.round(size / 1e6)} MB need ${(size / LINE).toFixed(1)} s by themselves.`,
    ],
    samples,
  }
}
