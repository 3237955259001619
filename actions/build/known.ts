import type { Digest } from '../base/digest.ts'
import type { Log } from '../base/log.ts'
import { formatPlatform, parsePlatform, samePlatform } from '../base/platform.ts'
import { parseReference } from '../base/reference.ts'
import type { Engine } from '../engine/engine.ts'
import type { Image } from '../engine/image.ts'
import { type CompressedLayer, imageNames, type Store, storedLayers } from '../engine/store.ts'
import type { Descriptor, RepositoryClient } from '../registry/types.ts'

/** More sources than this cost more requests than they save. */
const SOURCES = 3

/** What the store remembers of what came from registries. */
export interface Pulled {
  layers: readonly CompressedLayer[]
  names: readonly string[]
}

/** What of the image was pulled into the store. podman is slow to list images: it is asked only where names are of use. */
export async function pulledParts(image: Image, store: Store, engine: Engine): Promise<Pulled> {
  const wanted = new Set(image.layers)
  const layers = (await storedLayers(store)).filter(({ diffId }) => wanted.has(diffId))
  return { layers, names: layers.length > 0 ? await imageNames(engine) : [] }
}

/**
 * Which layers of the image every registry has already, in compressed form. Known are those that came from a registry, and
 * those of the image published before; each is looked for (and mounted where it lies next door) before anything is compressed.
 */
export async function findKnownLayers(
  image: Image,
  pulled: Pulled,
  clients: readonly RepositoryClient[],
  tags: readonly string[],
  log: Log,
): Promise<CompressedLayer[]> {
  const published = await publishedLayers(image, clients, tags, log)
  const candidates = new Map([...pulled.layers, ...published].map((layer) => [layer.diffId, layer]))
  const wanted = [...new Set(image.layers)].flatMap((diffId) => candidates.get(diffId) ?? [])
  const checked = wanted.map(async (layer): Promise<CompressedLayer[]> => {
    const found = await Promise.all(clients.map((client) => hasLayer(client, layer, pulled.names)))
    return found.every(Boolean) ? [layer] : []
  })
  return (await Promise.all(checked)).flat()
}

async function hasLayer(
  client: RepositoryClient,
  layer: CompressedLayer,
  names: readonly string[],
): Promise<boolean> {
  if ((await client.headBlob(layer.digest)) === layer.size) return true
  for (const path of neighbours(client, names)) if (await client.mountBlob(layer.digest, path)) return true
  return false
}

/** Repositories of the same registry that images of the store came from. */
function neighbours(client: RepositoryClient, names: readonly string[]): string[] {
  const paths = names.flatMap((name) => {
    try {
      const { host, path } = parseReference(name)
      return host === client.repository.host && path !== client.repository.path ? [path] : []
    } catch {
      return []
    }
  })
  return [...new Set(paths)].slice(0, SOURCES)
}

/** The layers of what a tag of this image holds now for our platform; any failure only means that nothing is known. */
async function publishedLayers(
  image: Image,
  clients: readonly RepositoryClient[],
  tags: readonly string[],
  log: Log,
): Promise<CompressedLayer[]> {
  for (const client of clients) {
    for (const tag of tags) {
      try {
        const layers = await layersOf(client, tag, image)
        if (layers.length > 0) return layers
      } catch (error) {
        log.debug(`Nothing is known of ${client.repository.path}:${tag}: ${error}`)
      }
    }
  }
  return []
}

interface ManifestDocument {
  manifests?: Descriptor[]
  layers?: Descriptor[]
  config?: Descriptor
}

async function layersOf(
  client: RepositoryClient,
  reference: string,
  image: Image,
): Promise<CompressedLayer[]> {
  const manifest = await client.getManifest(reference)
  if (!manifest) return []
  const document = JSON.parse(Buffer.from(manifest.bytes).toString()) as ManifestDocument
  if (document.manifests) {
    // Attestations stand there too, for the platform unknown/unknown.
    const child = document.manifests.find(
      ({ platform }) => platform?.os === 'linux' && samePlatform(normal(platform), image.platform),
    )
    return child ? layersOf(client, child.digest, image) : []
  }
  const config = document.config && (await client.getBlob(document.config.digest))
  if (!config) return []
  const { rootfs } = JSON.parse(Buffer.from(config).toString()) as { rootfs: { diff_ids: Digest[] } }
  return (document.layers ?? []).flatMap((layer, position): CompressedLayer[] => {
    const diffId = rootfs.diff_ids[position]
    return diffId && /gzip$/.test(layer.mediaType) ? [{ diffId, digest: layer.digest, size: layer.size }] : []
  })
}

function normal(platform: { os: string; architecture: string; variant?: string }) {
  return parsePlatform(formatPlatform(platform))
}
