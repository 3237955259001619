import { parseRepository } from '../../../actions/base/reference.ts'
import type { BenchCase } from '../case.ts'
import { interleaved, ratio } from '../measure.ts'
import { openStore } from '../podman.ts'
import { buildSixLayers, LAYERS, openPusher, podmanPushes } from '../pushing.ts'
import { copyTagged, openClient, tagImage, twoRegistries } from '../registries.ts'

const TAG = 'latest'

/** One of six layers is another than in the image published before, and the runner is fresh. */
export const run: BenchCase = async (bench) => {
  const store = await openStore(bench)
  const hosts = await twoRegistries(bench)
  const pusher = await openPusher(bench, store)
  const client = openClient()
  bench.finally(() => client.close())

  const before = hosts.map((host) => `${host}/before`)
  const first = await pusher.push({
    image: await buildSixLayers(bench, store),
    repositories: before,
    tags: [],
  })
  const architecture = process.arch === 'arm64' ? 'arm64' : 'amd64'
  for (const name of before)
    await tagImage(client.open(parseRepository(name)), { digest: first.digest, architecture }, TAG)
  const image = await buildSixLayers(bench, store, 'changed')
  const published = async (round: string) => {
    const names = hosts.map((host) => `${host}/${round}`)
    for (const [index, name] of names.entries()) await copyTagged(client, before[index]!, name, TAG)
    return names
  }

  const samples = await interleaved(bench.runs(5), {
    ours: async (round) => {
      const { cost, sent } = await pusher.push({ image, repositories: await published(round), tags: [TAG] })
      requireOnlyChanged(sent)
      return cost
    },
    podman: async (round) => podmanPushes(store, image, await published(round)),
  })
  return {
    figures: [
      {
        what: 'time ÷ two podman pushes',
        ...ratio(samples.ours, samples.podman, 'wall'),
        unit: '×',
        aim: 0.4,
        bound: 0.5,
      },
    ],
    notes: [
      `The image of the case push, its last layer (${LAYERS.at(-1)} MB) changed, the one before published under ${TAG}; podman remembers nothing of it. No byte of an unchanged layer was sent (checked in every run).`,
    ],
    samples,
  }
}

/** The changed layer and the config at most. */
function requireOnlyChanged(sent: readonly number[]): void {
  const most = LAYERS.at(-1)! * 1e6
  if (sent.some((bytes) => bytes === 0 || bytes > most))
    throw new Error(`${sent.join(' and ')} bytes were sent, where only one layer has changed.`)
}
