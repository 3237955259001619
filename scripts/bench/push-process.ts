// The push alone, in a process of its own, as the build action does it after the build.
import { rm } from 'node:fs/promises'
import { systemClock } from '../../actions/base/clock.ts'
import type { Digest } from '../../actions/base/digest.ts'
import { silentLog } from '../../actions/base/log.ts'
import { parseRepository } from '../../actions/base/reference.ts'
import { findKnownLayers, pulledParts } from '../../actions/build/known.ts'
import { pushImage } from '../../actions/build/push.ts'
import { openEngine } from '../../actions/engine/engine.ts'
import { inspectImage } from '../../actions/engine/image.ts'
import type { Store } from '../../actions/engine/store.ts'
import { openRegistries } from '../../actions/registry/client.ts'
import { plainOutput } from '../../actions/runner/output.ts'
import { processRunner } from '../../actions/runner/process.ts'

export interface PushOrder {
  image: string
  repositories: string[]
  /** Where an image published before may be found. */
  tags: string[]
  folder: string
  /** Where podman's storage lies; the action finds that out while it builds. */
  store: Store
}

export interface PushAnswer {
  digest: Digest
  contentSize: number
  sent: number[]
  /** The most memory that this process held, in bytes. */
  peak: number
}

const order = JSON.parse(process.argv[2] ?? '') as PushOrder
const run = processRunner(
  plainOutput(() => {}),
  new AbortController().signal,
)
const engine = openEngine(run, process.env, {}, '')
const access = {
  logins: new Map(),
  kinds: new Map(),
  insecure: new Set<string>(),
  retries: 3,
  timeout: 900_000,
}
const registries = openRegistries(access, { log: silentLog, run, environment: process.env })
const clients = order.repositories.map((name) => registries.open(parseRepository(name)))

const image = await inspectImage(order.store, order.image as Digest)
const pulled = await pulledParts(image, order.store, engine)
const known = await findKnownLayers(image, pulled, clients, order.tags, silentLog)
const format = { format: 'docker', compression: 'gzip', annotations: {} } as const
const { manifest, repositories } = await pushImage(
  engine,
  { image, folder: order.folder, ...format, known, clients },
  { log: silentLog, clock: systemClock },
)
registries.close()
await rm(order.folder, { recursive: true })
const answer: PushAnswer = {
  digest: manifest.digest,
  contentSize: manifest.contentSize,
  sent: repositories.map(({ sent }) => sent),
  peak: process.resourceUsage().maxRSS * 1024,
}
process.stdout.write(JSON.stringify(answer))
