import type { Digest } from '../../../actions/base/digest.ts'
import { isDigest } from '../../../actions/base/digest.ts'
import type { Exchange } from '../exchange.ts'
import { byteRange } from '../range.ts'
import { type Handler, Refusal } from '../server.ts'
import type { Blobs } from './blobs.ts'
import { refuse } from './refuse.ts'

export async function sendBlob(
  exchange: Exchange,
  blobs: Blobs,
  blob: { digest: Digest; size: number },
): Promise<void> {
  const headers = {
    'content-type': 'application/octet-stream',
    'docker-content-digest': blob.digest,
    'accept-ranges': 'bytes',
  }
  const range = byteRange(exchange.header('range'), blob.size)
  if (range === 'unsatisfiable') throw refuse(416, 'SIZE_INVALID', 'range not satisfiable')
  if (exchange.method === 'HEAD') return exchange.send(200, { ...headers, 'content-length': blob.size })
  if (range === undefined)
    return exchange.send(200, { ...headers, 'content-length': blob.size }, blobs.read(blob.digest))
  const partial = {
    ...headers,
    'content-length': range.end - range.start + 1,
    'content-range': `bytes ${range.start}-${range.end}/${blob.size}`,
  }
  return exchange.send(206, partial, blobs.read(blob.digest, range))
}

/** The other origin, as object stores are: a signed address opens it, and credentials are an error. */
export function blobOrigin(blobs: Blobs): Handler {
  return {
    async handle(exchange) {
      const slash = exchange.url.pathname.lastIndexOf('/')
      const name = exchange.url.pathname.slice(1, slash)
      const digest = exchange.url.pathname.slice(slash + 1)
      if (exchange.header('authorization') !== undefined)
        throw new Refusal(400, { message: 'Only one auth mechanism allowed' })
      const size = isDigest(digest) ? blobs.size(name, digest) : undefined
      if (!isDigest(digest) || size === undefined || exchange.query('signature') !== 'double')
        throw new Refusal(403, { message: 'The signature does not match' })
      await sendBlob(exchange, blobs, { digest, size })
    },
  }
}
