import type { BenchCase } from '../case.ts'
import { interleaved, ratio } from '../measure.ts'
import { openStore } from '../podman.ts'
import { buildSixLayers, openPusher, podmanPushes } from '../pushing.ts'
import { twoRegistries } from '../registries.ts'

/** 301 MB in six layers to two registries, which have none of them. */
export const run: BenchCase = async (bench) => {
  const store = await openStore(bench)
  const hosts = await twoRegistries(bench)
  const pusher = await openPusher(bench, store)
  const image = await buildSixLayers(bench, store)
  let size = 0

  const samples = await interleaved(bench.runs(5), {
    ours: async (round) => {
      const repositories = hosts.map((host) => `${host}/${round}`)
      const { cost, contentSize, sent } = await pusher.push({ image, repositories, tags: [] })
      if (sent.some((bytes) => bytes !== contentSize)) throw new Error(`Only ${sent} bytes were sent.`)
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
        aim: 0.55,
        bound: 0.67,
      },
      {
        what: 'CPU ÷ two podman pushes',
        value: ratio(samples.ours, samples.podman, 'cpu'),
        unit: '×',
        aim: 0.55,
        bound: 0.67,
      },
    ],
    notes: [
      `301 MB in six layers, ${Math.round(size / 1e6)} MB when compressed, to two docker-registries in repositories that are new in each run.`,
    ],
    samples,
  }
}
