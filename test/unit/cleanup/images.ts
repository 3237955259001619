import { type Digest, digestOf, hexOf } from '../../../actions/base/digest.ts'
import { OCI_INDEX, OCI_MANIFEST } from '../../../actions/registry/mediatypes.ts'
import type { Manifest } from '../../../actions/registry/types.ts'

function manifestOf(mediaType: string, content: object): Manifest {
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...content }))
  return { mediaType, digest: digestOf(bytes), bytes }
}

function describe({ mediaType, digest, bytes }: Manifest) {
  return { mediaType, digest, size: bytes.length }
}

/** An image of one platform; the same name gives the same bytes. */
export function image(name: string, options: { subject?: Manifest; size?: number } = {}): Manifest {
  const { subject, size = 1000 } = options
  return manifestOf(OCI_MANIFEST, {
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: digestOf(`config of ${name}`),
      size: 10,
    },
    layers: [
      {
        mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
        digest: digestOf(`layer of ${name}`),
        size,
      },
    ],
    ...(subject ? { subject: describe(subject) } : {}),
  })
}

export function index(name: string, ...children: Manifest[]): Manifest {
  return manifestOf(OCI_INDEX, { manifests: children.map(describe), annotations: { name } })
}

export function fallback(subject: Digest, suffix = ''): string {
  return `sha256-${hexOf(subject)}${suffix}`
}
