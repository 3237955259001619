import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import type { Clock } from '../base/clock.ts'
import { type Digest, shortDigest } from '../base/digest.ts'
import type { Log } from '../base/log.ts'
import { noProgress, type Progress } from '../base/progress.ts'
import { formatRepository } from '../base/reference.ts'
import { formatBytes, formatDuration } from '../base/units.ts'
import type { Engine } from '../engine/engine.ts'
import { exportLayers } from '../engine/export.ts'
import type { LayerFile } from '../engine/handover.ts'
import type { Image } from '../engine/image.ts'
import type { CompressedLayer } from '../engine/store.ts'
import type { BlobSource, RepositoryClient } from '../registry/types.ts'
import { type ImageManifest, imageManifest } from './manifest.ts'

/** Larger reads gain little time, and their buffers pile up before they are collected: 256 KiB take 30 MB more. */
const CHUNK = 64 * 1024

export interface PushRequest {
  image: Image
  folder: string
  format: 'docker' | 'oci'
  compression: 'gzip' | 'zstd'
  annotations: Record<string, string>
  known: readonly CompressedLayer[]
  clients: readonly RepositoryClient[]
}

export interface PushResult {
  manifest: ImageManifest
  repositories: { repository: string; created: boolean; sent: number }[]
}

export interface PushServices {
  log: Log
  clock: Clock
  progress?: Progress | undefined
}

/** Compresses once and sends to every registry at the same time; the manifest goes last, by digest, so nothing is tagged. */
export async function pushImage(
  engine: Engine,
  request: PushRequest,
  services: PushServices,
): Promise<PushResult> {
  const { image, clients } = request
  const there = counter(request, services.progress ?? noProgress)
  const deliveries = clients.map((client) => new Delivery(client, services, there))
  for (const layer of request.known) for (const delivery of deliveries) delivery.alreadyThere(layer)
  const onLayer = (file: LayerFile) => everywhere(deliveries, fromFile(file))
  const config = everywhere(deliveries, fromBytes(image.id, image.config))
  // It is told once podman has ended, which nothing may outlive.
  config.catch(() => {})
  const layers = await exportLayers(engine, { ...request, onLayer })
  await config
  const manifest = imageManifest(image, layers, request.format, request.annotations)
  const repositories = await Promise.all(deliveries.map((delivery) => delivery.finish(manifest)))
  return { manifest, repositories }
}

/** How much of all layers and the config is in all registries. */
function counter({ image, clients }: PushRequest, progress: Progress): () => void {
  const all = (new Set(image.layers).size + 1) * clients.length
  const hosts = clients.map(({ repository }) => repository.host).join(', ')
  let done = 0
  progress(`Pushing to ${hosts}`, done, all)
  return () => progress(`Pushing to ${hosts}`, ++done, all)
}

async function everywhere(deliveries: readonly Delivery[], blob: BlobSource): Promise<void> {
  await Promise.all(deliveries.map((delivery) => delivery.send(blob)))
}

/** One registry's share of a push. */
class Delivery {
  readonly #client: RepositoryClient
  readonly #log: Log
  readonly #clock: Clock
  readonly #started: number
  readonly #there: () => void
  #sent = 0

  constructor(client: RepositoryClient, services: PushServices, there: () => void) {
    this.#client = client
    this.#log = services.log
    this.#clock = services.clock
    this.#started = services.clock.now()
    this.#there = there
  }

  alreadyThere(layer: CompressedLayer): void {
    this.#say(layer.digest, layer.size, 'already there')
  }

  async send(blob: BlobSource): Promise<void> {
    const begun = this.#clock.now()
    const outcome = await this.#client.uploadBlob(blob)
    if (outcome === 'pushed') this.#sent += blob.size
    const words = {
      present: 'already there',
      mounted: 'mounted',
      pushed: `pushed in ${formatDuration(this.#clock.now() - begun)}`,
    }
    this.#say(blob.digest, blob.size, words[outcome])
  }

  async finish(manifest: ImageManifest): Promise<PushResult['repositories'][number]> {
    const there = await this.#client.headManifest(manifest.digest)
    if (!there) await this.#client.putManifest(manifest.digest, manifest)
    const repository = formatRepository(this.#client.repository)
    this.#log.info(`${repository}@${manifest.digest}: ${this.#total(manifest)}`)
    return { repository, created: !there, sent: this.#sent }
  }

  #total(manifest: ImageManifest): string {
    const time = this.#clock.now() - this.#started
    const rate = this.#sent > 0 && time > 0 ? ` (${formatBytes((this.#sent * 1000) / time)}/s)` : ''
    return `${formatBytes(this.#sent)} of ${formatBytes(manifest.contentSize)} sent in ${formatDuration(time)}${rate}`
  }

  #say(digest: Digest, size: number, outcome: string): void {
    this.#log.info(
      `  ${this.#client.repository.host}  ${shortDigest(digest)}  ${formatBytes(size).padStart(8)}  ${outcome}`,
    )
    this.#there()
  }
}

function fromFile(file: LayerFile): BlobSource {
  return {
    digest: file.digest,
    size: file.size,
    open: () => createReadStream(file.path, { highWaterMark: CHUNK }),
  }
}

function fromBytes(digest: Digest, bytes: Uint8Array): BlobSource {
  return { digest, size: bytes.byteLength, open: () => Readable.from([Buffer.from(bytes)]) }
}
