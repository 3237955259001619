import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Digest, hexOf, isDigest } from '../base/digest.ts'
import type { Engine } from './engine.ts'
import { Handover, type LayerFile } from './handover.ts'
import type { Image } from './image.ts'
import { notWorking } from './not-working.ts'
import { noSpace } from './space.ts'
import type { CompressedLayer } from './store.ts'

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
  const failed = new AbortController()
  const handover = new Handover(blobs, request.onLayer, (error) => failed.abort(error))
  try {
    await pushToLayout(engine, request, failed.signal)
    const layers = await readLayers(request.folder)
    const exported = layers.map((layer) => replaceKnown(layer, request.known, request.compression))
    await handover.finish(
      exported.filter((layer) => !request.known.some((known) => known.digest === layer.digest)),
    )
    return exported
  } catch (error) {
    throw failed.signal.aborted ? failed.signal.reason : error
  } finally {
    handover.stop()
  }
}

/** What can't be handed on ends podman: nobody waits for layers that have nowhere to go. */
async function pushToLayout(engine: Engine, request: ExportRequest, signal: AbortSignal): Promise<void> {
  const compression = request.compression === 'zstd' ? ['--compression-format', 'zstd'] : []
  const target = `oci:${request.folder}`
  try {
    await engine.run('podman', ['push', '--quiet', ...compression, '--', request.image.name, target], {
      env: engine.env,
      signal,
    })
  } catch (error) {
    const hint =
      "Compressing needs about half of the image's size there: free space, or set RUNNER_TEMP to a larger disk."
    throw notWorking(noSpace(error, request.folder, hint), "podman can't compress the image's layers")
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
