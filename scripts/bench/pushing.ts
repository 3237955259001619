import { join } from 'node:path'
import type { Bench } from './case.ts'
import { MB, writeContent } from './content.ts'
import { type Cost, interleaved, type TimedRun, timed, timedSequence } from './measure.ts'
import { makeContext, openStore, type Store } from './podman.ts'
import { bundleProgram } from './program.ts'
import type { PushAnswer, PushOrder } from './push-process.ts'

/** Together 301 MB, 185 MB of it when compressed; the last one is small, as the sources of a program are. */
export const LAYERS = [90, 70, 60, 45, 20, 16]

/** An image of six layers; `changed` makes the last one another. */
export async function buildSixLayers(bench: Bench, store: Store, changed = ''): Promise<string> {
  const copies = LAYERS.map((_size, index) => `COPY layer${index} /layer${index}\n`)
  const folder = await makeContext(join(bench.folder, 'six-layers'), `FROM scratch\n${copies.join('')}`)
  const last = LAYERS.length - 1
  for (const [index, size] of LAYERS.entries()) {
    if (changed === '' || index === last)
      await writeContent(
        join(folder, `layer${index}`),
        size * MB,
        index === last ? changed : `layer ${index}`,
      )
  }
  return store.build(folder)
}

export interface Pusher {
  push(order: Omit<PushOrder, 'folder' | 'store'>): Promise<PushAnswer & TimedRun>
}

/** Our push as one file, bundled as dist/ is. */
export async function openPusher(bench: Bench, store: Store): Promise<Pusher> {
  const program = await bundleProgram('push-process')
  return {
    push: async (order) => {
      await store.forget()
      const whole = JSON.stringify({
        ...order,
        folder: join(bench.folder, 'layout'),
        store: store.place,
      } satisfies PushOrder)
      const run = await timed([process.execPath, program, whole], { env: store.env })
      return { ...run, ...(JSON.parse(run.stdout) as PushAnswer) }
    },
  }
}

/** What a user would run instead: one push after the other. */
export async function podmanPushes(
  store: Store,
  image: string,
  repositories: readonly string[],
): Promise<Cost> {
  await store.forget()
  const commands = repositories.map(
    (name) => ['podman', 'push', '--quiet', '--tls-verify=false', image, `docker://${name}:bench`] as const,
  )
  return timedSequence(commands, { env: store.env })
}

/** The image of six layers to registries that have none of them, ours and podman's by turns; each byte is sent. */
export async function pushSideBySide(bench: Bench, hosts: readonly string[], runs: number) {
  const store = await openStore(bench)
  const pusher = await openPusher(bench, store)
  const image = await buildSixLayers(bench, store)
  let size = 0
  const repositoriesOf = (round: string) => hosts.map((host) => `${host}/${round}`)
  const samples = await interleaved(runs, {
    ours: async (round) => {
      const order = { image, repositories: repositoriesOf(round), tags: [] }
      const { cost, contentSize, sent } = await pusher.push(order)
      if (sent.some((bytes) => bytes !== contentSize)) throw new Error(`Only ${sent} bytes were sent.`)
      size = contentSize
      return cost
    },
    podman: (round) => podmanPushes(store, image, repositoriesOf(round)),
  })
  return { samples, size }
}
