import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Digest } from '../../base/digest.ts'
import { UserError } from '../../base/errors.ts'

/** What comes, up to a limit, as text. */
export async function receiveText(incoming: Readable, limit: number, what: string): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of limited(incoming, limit, what)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** What comes, up to a limit, into a file. */
export async function receiveFile(
  incoming: Readable,
  file: string,
  limit: number,
  what: string,
): Promise<Digest> {
  const hash = createHash('sha256')
  await pipeline(async function* () {
    for await (const chunk of limited(incoming, limit, what)) {
      hash.update(chunk)
      yield chunk
    }
  }, createWriteStream(file))
  return `sha256:${hash.digest('hex')}`
}

async function* limited(incoming: Readable, limit: number, what: string): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) {
      throw new UserError('IMG8505', `${what} is larger than ${Math.ceil(limit / 1024 / 1024)} MB.`, {
        hint: 'Nothing of that size is expected there: look at what the address gives.',
      })
    }
    yield chunk
  }
}
