import { createHash } from 'node:crypto'
import { type Digest, digestOf } from '../../../actions/base/digest.ts'
import type { RegistryDouble } from '../../doubles/registry/index.ts'

export const MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
export const INDEX = 'application/vnd.oci.image.index.v1+json'

export interface Put {
  mediaType: string
  bytes: Buffer
  digest: Digest
}

export function document(mediaType: string, content: object): Put {
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...content }))
  return { mediaType, bytes, digest: digestOf(bytes) }
}

export function descriptor({ mediaType, bytes, digest }: Put) {
  return { mediaType, digest, size: bytes.length }
}

/** An image with one layer, whose blobs are in the registry; its manifest is not put. */
export async function image(registry: RegistryDouble, name: string, seed: string, extra: object = {}) {
  const config = JSON.stringify({ architecture: 'arm64', os: 'linux', seed })
  const layer = createHash('sha256').update(seed).digest()
  const configDigest = await registry.blobs.add(name, config)
  const layerDigest = await registry.blobs.add(name, layer)
  return document(MANIFEST, {
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: configDigest,
      size: config.length,
    },
    layers: [
      { mediaType: 'application/vnd.oci.image.layer.v1.tar', digest: layerDigest, size: layer.length },
    ],
    ...extra,
  })
}
