import { isDigest } from '../../../actions/base/digest.ts'
import type { Exchange } from '../exchange.ts'
import { checkAccept, checkManifest } from './manifest-checks.ts'
import type { StoredManifest } from './manifests.ts'
import { refuse } from './refuse.ts'
import type { Registry } from './registry.ts'

const LARGEST_MANIFEST = 4 * 1024 * 1024

export async function answerManifest(
  registry: Registry,
  exchange: Exchange,
  name: string,
  reference: string,
): Promise<void> {
  switch (exchange.method) {
    case 'HEAD':
    case 'GET':
      return sendManifest(registry, exchange, name, reference)
    case 'PUT':
      return putManifest(registry, exchange, name, reference)
    case 'DELETE':
      return deleteManifest(registry, exchange, name, reference)
    default:
      throw refuse(405, 'UNSUPPORTED', 'method not allowed')
  }
}

async function sendManifest(
  registry: Registry,
  exchange: Exchange,
  name: string,
  reference: string,
): Promise<void> {
  registry.guard.admit(exchange, 'pull', name)
  if (exchange.method === 'GET') countPull(registry, name)
  const manifest = requireManifest(registry, name, reference)
  checkAccept(manifest.mediaType, exchange.header('accept'))
  if (exchange.method === 'GET') manifest.downloads += 1
  const headers = {
    'content-type': manifest.mediaType,
    'docker-content-digest': manifest.digest,
    etag: `"${manifest.digest}"`,
  }
  await exchange.send(200, headers, manifest.bytes)
}

function countPull(registry: Registry, name: string): void {
  const pulls = registry.pulls.get(name) ?? 0
  const all = [...registry.pulls.values()].reduce((sum, count) => sum + count, 0)
  if (all >= registry.pullLimit)
    throw refuse(429, 'TOOMANYREQUESTS', 'You have reached your pull rate limit.', { 'retry-after': '60' })
  registry.pulls.set(name, pulls + 1)
}

async function putManifest(
  registry: Registry,
  exchange: Exchange,
  name: string,
  reference: string,
): Promise<void> {
  registry.guard.admit(exchange, 'push', name)
  const bytes = await exchange.bytes(LARGEST_MANIFEST)
  if (bytes === undefined) throw refuse(413, 'SIZE_INVALID', 'a manifest has at most 4 MiB')
  const mediaType = exchange.header('content-type')
  if (mediaType === undefined) throw refuse(400, 'MANIFEST_INVALID', 'Content-Type is missing')
  checkManifest(registry, name, reference, { mediaType, bytes })
  const { digest, content } = registry.manifests.put(name, reference, { mediaType, bytes })
  const subject = registry.flavour.referrers ? content.subject?.digest : undefined
  await exchange.send(201, {
    location: `/v2/${name}/manifests/${digest}`,
    'docker-content-digest': digest,
    ...(subject === undefined ? {} : { 'oci-subject': subject }),
  })
}

async function deleteManifest(
  registry: Registry,
  exchange: Exchange,
  name: string,
  reference: string,
): Promise<void> {
  const { flavour, guard, manifests } = registry
  const byTag = !isDigest(reference)
  if (flavour.deletes === 'nothing' || (byTag && flavour.deletes === 'unreferenced-manifests'))
    throw refuse(405, 'UNSUPPORTED', 'The operation is unsupported.')
  guard.admit(exchange, 'delete', name)
  const { digest } = requireManifest(registry, name, reference)
  const referenced = manifests.tagsOf(name, digest).length > 0 || manifests.parentsOf(name, digest).length > 0
  if (flavour.deletes === 'unreferenced-manifests' && referenced)
    throw refuse(403, 'DENIED', 'the manifest is still referenced by a tag or an index')
  if (byTag) manifests.untag(name, reference)
  else manifests.remove(name, digest)
  await exchange.send(202)
}

function requireManifest(registry: Registry, name: string, reference: string): StoredManifest {
  const manifest = registry.manifests.find(name, reference)
  if (manifest === undefined) throw refuse(404, 'MANIFEST_UNKNOWN', `manifest unknown: ${reference}`)
  return manifest
}
