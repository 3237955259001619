import { digestOf, isDigest } from '../../../actions/base/digest.ts'
import { isTag } from '../../../actions/base/reference.ts'
import type { ContentDescriptor, ManifestContent } from './manifests.ts'
import { refuse } from './refuse.ts'
import type { Registry } from './registry.ts'

/** Everything a registry refuses a manifest for. */
export function checkManifest(
  registry: Registry,
  name: string,
  reference: string,
  manifest: { mediaType: string; bytes: Uint8Array },
): void {
  const actual = digestOf(manifest.bytes)
  if (reference.includes(':') ? !isDigest(reference) || reference !== actual : !isTag(reference))
    throw reference.includes(':')
      ? refuse(400, 'DIGEST_INVALID', `provided digest ${reference} did not match uploaded content ${actual}`)
      : refuse(400, 'TAG_INVALID', `manifest tag "${reference}" is not valid`)
  const held = registry.manifests.find(name, reference)
  if (registry.immutableTags?.test(reference) && held !== undefined && held.digest !== actual)
    throw refuse(400, 'TAG_INVALID', `tag ${reference} is immutable`)
  const content = parse(manifest.bytes)
  if (content.schemaVersion !== 2) throw refuse(400, 'MANIFEST_INVALID', 'schemaVersion is not 2')
  if (content.mediaType !== undefined && content.mediaType !== manifest.mediaType)
    throw refuse(400, 'MANIFEST_INVALID', `Content-Type ${manifest.mediaType} is not ${content.mediaType}`)
  checkContent(registry, name, content)
}

function parse(bytes: Uint8Array): ManifestContent {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString())
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // Refused below, as what is no object is.
  }
  throw refuse(400, 'MANIFEST_INVALID', 'manifest is not a JSON object')
}

function checkContent(registry: Registry, name: string, content: ManifestContent): void {
  const blobs = [content.config, ...(content.layers ?? [])].filter((blob) => blob !== undefined)
  for (const blob of blobs) {
    const foreign = blob.urls !== undefined && blob.urls.length > 0
    if (!foreign) checkDescriptor(blob, registry.blobs.size(name, blob.digest))
  }
  for (const child of content.manifests ?? [])
    checkDescriptor(child, registry.manifests.find(name, child.digest)?.bytes.length)
}

function checkDescriptor(descriptor: ContentDescriptor, size: number | undefined): void {
  if (size === undefined)
    throw refuse(400, 'MANIFEST_BLOB_UNKNOWN', `manifest references unknown content ${descriptor.digest}`)
  if (size !== descriptor.size)
    throw refuse(400, 'SIZE_INVALID', `${descriptor.digest} has ${size} bytes, not ${descriptor.size}`)
}

/** Registries don't hand out an OCI manifest to who doesn't name its type; a wildcard is not enough. */
export function checkAccept(mediaType: string, accept: string | undefined): void {
  const accepted = (accept ?? '').split(',').map((type) => type.split(';')[0]!.trim())
  if (accepted.includes(mediaType)) return
  const kind = /\.(index|manifest\.list)\./.test(mediaType) ? ['index', 'indexes'] : ['manifest', 'manifests']
  const message = `OCI ${kind[0]} found, but Accept header does not support OCI ${kind[1]}`
  throw refuse(404, 'MANIFEST_UNKNOWN', message)
}
