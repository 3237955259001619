import { type FSWatcher, watch } from 'node:fs'
import { mkdir, open, readFile, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Digest, hexOf, isDigest } from '../base/digest.ts'
import { UserError } from '../base/errors.ts'
import { ProcessError } from '../base/process.ts'
import type { Engine } from './engine.ts'
import type { Image } from './image.ts'
import type { CompressedLayer } from './store.ts'

export interface LayerFile {
  digest: Digest
  size: number
  path: string
}

export interface ExportedLayer {
  mediaType: string
  digest: Digest
  size: number
}

export interface ExportRequest {
  image: Image
  /** A fresh folder on the disk that has room. */
  folder: string
  compression: 'gzip' | 'zstd'
  /** Layers that every registry has already: they are neither compressed nor written. */
  known: readonly CompressedLayer[]
  /** Called for each compressed layer as soon as it is complete, while podman goes on; the file goes when this resolves. */
  onLayer(file: LayerFile): Promise<void>
}

interface OciManifest {
  layers: ExportedLayer[]
}

/**
 * Has podman compress the layers, once, and hands each on as soon as it is there. An OCI layout keeps what lies in it: an
 * empty file under a layer's uncompressed digest makes podman take that layer for done. The layout's own config and
 * manifest are not used, since they drop HEALTHCHECK; the image's real config is at hand.
 */
export async function exportLayers(engine: Engine, request: ExportRequest): Promise<ExportedLayer[]> {
  const blobs = join(request.folder, 'blobs', 'sha256')
  await mkdir(blobs, { recursive: true })
  for (const layer of request.known) await writeFile(join(blobs, hexOf(layer.diffId)), '')
  const handover = new Handover(blobs, request)
  try {
    await pushToLayout(engine, request)
    const layers = await readLayers(request.folder)
    const exported = layers.map((layer) => replaceKnown(layer, request.known, request.compression))
    await handover.finish(
      exported.filter((layer) => !request.known.some((known) => known.digest === layer.digest)),
    )
    return exported
  } finally {
    handover.stop()
  }
}

async function pushToLayout(engine: Engine, request: ExportRequest): Promise<void> {
  const compression = request.compression === 'zstd' ? ['--compression-format', 'zstd'] : []
  const target = `oci:${request.folder}`
  try {
    await engine.run('podman', ['push', '--quiet', ...compression, '--', request.image.name, target], {
      env: engine.env,
    })
  } catch (error) {
    if (!(error instanceof ProcessError) || !/no space left on device/i.test(error.result.stderr)) throw error
    throw new UserError(`No space left on the disk of ${request.folder}.`, {
      hint: "Compressing needs about half of the image's size there: free space, or set RUNNER_TEMP to a larger disk.",
      cause: error,
    })
  }
}

async function readLayers(folder: string): Promise<ExportedLayer[]> {
  const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as {
    manifests: { digest: Digest }[]
  }
  const manifest = index.manifests[0]
  if (!manifest || !isDigest(manifest.digest)) throw new Error('podman wrote a layout without a manifest.')
  const text = await readFile(join(folder, 'blobs', 'sha256', hexOf(manifest.digest)), 'utf8')
  return (JSON.parse(text) as OciManifest).layers
}

function replaceKnown(
  layer: ExportedLayer,
  known: readonly CompressedLayer[],
  compression: 'gzip' | 'zstd',
): ExportedLayer {
  const found = known.find((candidate) => candidate.diffId === layer.digest)
  if (!found) return layer
  return {
    mediaType: `application/vnd.oci.image.layer.v1.tar+${compression}`,
    digest: found.digest,
    size: found.size,
  }
}

/** Watches the layout; podman renames a blob to its digest when it is complete. */
class Handover {
  readonly #blobs: string
  readonly #request: ExportRequest
  readonly #watcher: FSWatcher
  readonly #started = new Map<string, Promise<void>>()

  constructor(blobs: string, request: ExportRequest) {
    this.#blobs = blobs
    this.#request = request
    this.#watcher = watch(blobs, (_event, name) => {
      if (name && /^[0-9a-f]{64}$/.test(name)) this.#begin(name)
    })
  }

  /** The watcher may have missed some; the manifest tells which layers there are. */
  async finish(layers: readonly ExportedLayer[]): Promise<void> {
    this.stop()
    for (const layer of layers) this.#begin(hexOf(layer.digest))
    await Promise.all(this.#started.values())
  }

  stop(): void {
    this.#watcher.close()
  }

  #begin(name: string): void {
    if (this.#started.has(name)) return
    const work = this.#hand(name)
    // It is awaited in finish(); until then a failure must not end the process.
    work.catch(() => {})
    this.#started.set(name, work)
  }

  async #hand(name: string): Promise<void> {
    const path = join(this.#blobs, name)
    if (!(await isLayer(path))) return
    await this.#request.onLayer({ digest: `sha256:${name}`, size: (await stat(path)).size, path })
    await unlink(path)
  }
}

/** Tells compressed layers from the JSON documents of the layout and from our own empty files. */
async function isLayer(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    const magic = buffer.subarray(0, bytesRead).toString('hex')
    return magic.startsWith('1f8b') || magic === '28b52ffd'
  } finally {
    await file.close()
  }
}
