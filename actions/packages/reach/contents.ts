import { type Digest, isDigest } from '../../base/digest.ts'
import { DOCKER_LIST, OCI_INDEX } from '../../registry/mediatypes.ts'
import type { Manifest } from '../../registry/types.ts'

/** What a manifest says of others. */
export interface Contents {
  children: readonly Child[]
  subject?: Digest
  /** Of its config and layers, each once; nothing of its children. */
  blobs: ReadonlyMap<string, number>
}

export interface Child {
  digest: Digest
  /** It may list further ones: everything but an index lies at the end of its branch. */
  index: boolean
}

/** Strict, as what is overread here is deleted later. Undefined: this is no manifest that anybody could pull. */
export function contentsOf(manifest: Manifest): Contents | undefined {
  const document = parse(manifest)
  if (document === undefined) return undefined
  const { manifests = [], subject, config, layers } = document
  if (!Array.isArray(manifests) || !manifests.every(isDescriptor)) return undefined
  if (subject !== undefined && subject !== null && !isDescriptor(subject)) return undefined
  const blobs = [config, ...(Array.isArray(layers) ? layers : [])].filter(isDescriptor)
  return {
    children: manifests.map(({ digest, mediaType }) => ({ digest, index: mayList(mediaType) })),
    ...(isDescriptor(subject) ? { subject: subject.digest } : {}),
    blobs: new Map(blobs.map(({ digest, size }) => [digest, typeof size === 'number' ? size : 0])),
  }
}

/** A cache's index lists its layers as if they were manifests: what is no index for certain, and says so, is not asked for. */
function mayList(mediaType: unknown): boolean {
  return typeof mediaType !== 'string' || mediaType === OCI_INDEX || mediaType === DOCKER_LIST
}

function isDescriptor(value: unknown): value is { digest: Digest; mediaType?: unknown; size?: unknown } {
  const digest = typeof value === 'object' && value !== null && 'digest' in value && value.digest
  return typeof digest === 'string' && isDigest(digest)
}

function parse(manifest: Manifest): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(manifest.bytes).toString('utf8'))
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
