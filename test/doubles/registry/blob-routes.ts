import { type Digest, isDigest } from '../../../actions/base/digest.ts'
import type { Exchange } from '../exchange.ts'
import type { Upload } from './blobs.ts'
import { refuse } from './refuse.ts'
import type { Registry } from './registry.ts'
import { sendBlob } from './send-blob.ts'

export async function answerBlob(
  registry: Registry,
  exchange: Exchange,
  name: string,
  text: string,
): Promise<void> {
  const { guard, blobs, flavour } = registry
  switch (exchange.method) {
    case 'HEAD':
    case 'GET': {
      guard.admit(exchange, 'pull', name)
      const digest = requireDigest(text)
      const size = requireBlob(registry, name, digest)
      if (exchange.method === 'HEAD' || registry.blobOrigin === undefined)
        return sendBlob(exchange, blobs, { digest, size })
      const location = `${registry.blobOrigin}/${name}/${digest}?signature=double`
      return exchange.send(307, { location })
    }
    case 'DELETE': {
      if (flavour.deletes !== 'everything') throw refuse(405, 'UNSUPPORTED', 'the operation is unsupported')
      guard.admit(exchange, 'delete', name)
      const digest = requireDigest(text)
      requireBlob(registry, name, digest)
      blobs.unlink(name, digest)
      return exchange.send(202)
    }
    default:
      throw refuse(405, 'UNSUPPORTED', 'method not allowed')
  }
}

/** `POST /blobs/uploads/`: a mount, a whole blob, or the beginning of an upload. */
export async function beginUpload(registry: Registry, exchange: Exchange, name: string): Promise<void> {
  registry.guard.admit(exchange, 'push', name)
  const mount = exchange.query('mount')
  if (mount !== undefined && tryMount(registry, exchange, name, requireDigest(mount)))
    return sendCreated(exchange, name, mount)
  const digest = exchange.query('digest')
  const upload = registry.blobs.begin(name)
  if (digest === undefined || !registry.flavour.monolithicPost)
    return sendProgress(registry, exchange, upload, 202)
  await registry.blobs.append(upload, exchange.body())
  await registry.blobs.finish(upload, requireDigest(digest))
  return sendCreated(exchange, name, digest)
}

function tryMount(registry: Registry, exchange: Exchange, name: string, digest: Digest): boolean {
  const from = exchange.query('from')
  if (!registry.mounts || from === undefined || !registry.guard.mayPull(exchange, from)) return false
  if (registry.blobs.size(from, digest) === undefined) return false
  registry.blobs.link(name, digest)
  return true
}

export async function continueUpload(
  registry: Registry,
  exchange: Exchange,
  name: string,
  id: string,
): Promise<void> {
  const { guard, blobs } = registry
  guard.admit(exchange, 'push', name)
  const upload = blobs.upload(name, id, exchange.query('_state'))
  switch (exchange.method) {
    case 'GET':
      return sendProgress(registry, exchange, upload, 204)
    case 'DELETE':
      await blobs.cancel(upload)
      return exchange.send(204)
    case 'PATCH':
      checkChunk(registry, exchange, upload)
      await blobs.append(upload, exchange.body())
      return sendProgress(registry, exchange, upload, 202)
    case 'PUT': {
      const digest = requireDigest(exchange.query('digest') ?? '')
      checkChunk(registry, exchange, upload)
      await blobs.append(upload, exchange.body())
      await blobs.finish(upload, digest)
      return sendCreated(exchange, name, digest)
    }
    default:
      throw refuse(405, 'UNSUPPORTED', 'method not allowed')
  }
}

/** A body without Content-Range is a stream of any length; one with it is a chunk, in its place and not too large. */
function checkChunk(registry: Registry, exchange: Exchange, upload: Upload): void {
  const range = exchange.header('content-range')
  if (range === undefined) return
  const [start, end] = (/^(\d+)-(\d+)$/.exec(range)?.slice(1) ?? []).map(Number)
  if (start === undefined || end === undefined || start !== upload.size)
    throw refuse(416, 'BLOB_UPLOAD_INVALID', `range ${range} does not follow ${upload.size} bytes`)
  if (end - start + 1 > registry.flavour.chunkLimit)
    throw refuse(413, 'SIZE_INVALID', `a chunk has at most ${registry.flavour.chunkLimit} bytes`)
  if (Number(exchange.header('content-length')) !== end - start + 1)
    throw refuse(400, 'SIZE_INVALID', 'Content-Range and Content-Length disagree')
}

function sendProgress(
  registry: Registry,
  exchange: Exchange,
  upload: Upload,
  status: 202 | 204,
): Promise<void> {
  const path = `/v2/${upload.repository}/blobs/uploads/${upload.id}?_state=${upload.state}`
  const origin = registry.flavour.location === 'absolute' ? exchange.url.origin : ''
  return exchange.send(status, {
    location: origin + path,
    range: `0-${Math.max(upload.size - 1, 0)}`,
    'docker-upload-uuid': upload.id,
  })
}

function sendCreated(exchange: Exchange, name: string, digest: string): Promise<void> {
  return exchange.send(201, { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest })
}

function requireDigest(text: string): Digest {
  if (!isDigest(text)) throw refuse(400, 'DIGEST_INVALID', `"${text}" is not a sha256 digest`)
  return text
}

function requireBlob(registry: Registry, name: string, digest: Digest): number {
  const size = registry.blobs.size(name, digest)
  if (size === undefined) throw refuse(404, 'BLOB_UNKNOWN', 'blob unknown to registry')
  return size
}
