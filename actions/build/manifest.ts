import { type Digest, digestOf } from '../base/digest.ts'
import type { ExportedLayer } from '../engine/export.ts'
import type { Image } from '../engine/image.ts'
import type { Manifest } from '../registry/types.ts'

const TYPES = {
  docker: {
    manifest: 'application/vnd.docker.distribution.manifest.v2+json',
    config: 'application/vnd.docker.container.image.v1+json',
    layer: () => 'application/vnd.docker.image.rootfs.diff.tar.gzip',
  },
  oci: {
    manifest: 'application/vnd.oci.image.manifest.v1+json',
    config: 'application/vnd.oci.image.config.v1+json',
    layer: (layer: ExportedLayer) => layer.mediaType,
  },
}

export interface ImageManifest extends Manifest {
  /** Config and layers, in bytes. */
  contentSize: number
}

/** The same bytes as podman's own push would write, so that both give one digest. */
export function imageManifest(
  image: Image,
  layers: readonly ExportedLayer[],
  format: 'docker' | 'oci',
  annotations: Record<string, string>,
): ImageManifest {
  const types = TYPES[format]
  const describe = (mediaType: string, size: number, digest: Digest) =>
    format === 'docker' ? { mediaType, size, digest } : { mediaType, digest, size }
  const document = {
    schemaVersion: 2,
    mediaType: types.manifest,
    config: describe(types.config, image.config.byteLength, image.id),
    layers: layers.map((layer) => describe(types.layer(layer), layer.size, layer.digest)),
    ...(format === 'oci' && Object.keys(annotations).length > 0 ? { annotations } : {}),
  }
  const bytes = Buffer.from(JSON.stringify(document))
  const contentSize = layers.reduce((sum, layer) => sum + layer.size, image.config.byteLength)
  return { mediaType: types.manifest, digest: digestOf(bytes), bytes, contentSize }
}
