import { Readable } from 'node:stream'
import { afterEach, describe, expect, test } from '@jest/globals'
import { CancelledError } from '../../../actions/base/errors.ts'
import type { RepositoryClient } from '../../../actions/registry/types.ts'
import { accessWith, blobOf, imageOf, type Opened, openTest } from './fixtures.ts'
import { errorBody, inOrder, type Reply, type Script, type Scripted, startScripted } from './scripted.ts'

let server: Scripted
let opened: Opened

afterEach(async () => {
  opened.registries.close()
  await server.stop()
})

async function openScripted(script: Script, early?: Script, signal?: AbortSignal): Promise<RepositoryClient> {
  server = await startScripted(script, early)
  opened = openTest(accessWith(), signal)
  return opened.registries.open({ host: server.host, path: 'app' })
}

const TAGS: Reply = { status: 200, body: '{"tags":["v1"]}' }
const blob = blobOf('content')
const image = imageOf(blob, [])
const OPENED: Reply = { status: 202, headers: { Location: '/v2/app/blobs/uploads/1?state=a%2Bb' } }

describe('a failure that may pass', () => {
  test.each([408, 429, 500, 502, 503, 504, 507, 520, 524, 529])('%i is tried again', async (status) => {
    const app = await openScripted(inOrder({ status }, TAGS))
    expect(await app.listTags()).toEqual(['v1'])
    expect(opened.clock.waits).toEqual([10_000])
  })

  test('is tried three times in all, with doubled waits', async () => {
    const app = await openScripted(inOrder({ status: 503, body: errorBody('UNAVAILABLE', 'come back') }))
    await expect(app.listTags()).rejects.toMatchObject({
      status: 503,
      reason: 'UNAVAILABLE',
      retryable: true,
    })
    expect(opened.clock.waits).toEqual([10_000, 20_000])
    expect(server.seen).toHaveLength(3)
    expect(opened.logged[0]).toMatch(/503 UNAVAILABLE come back\. Attempt 2 of 3 in 10 s\./)
  })

  test.each<[string, Reply, number]>([
    ['seconds', { status: 429, headers: { 'Retry-After': '30' } }, 30_000],
    ['a date', { status: 503, headers: { 'Retry-After': 'Thu, 01 Jan 2026 00:00:45 GMT' } }, 45_000],
    ['a Unix time', { status: 429, headers: { 'X-Retry-After': '1767225620' } }, 20_000],
    [
      'less than our own wait',
      { status: 429, body: errorBody('TOOMANYREQUESTS', 'retry-after: 1.889377ms') },
      10_000,
    ],
    [
      'the text of the error',
      { status: 429, body: errorBody('TOOMANYREQUESTS', 'retry-after: 1m5s, allowed: 9') },
      65_000,
    ],
    [
      'a secondary limit',
      { status: 403, body: '{"message":"You have exceeded a secondary rate limit"}' },
      10_000,
    ],
  ])('waits as long as the registry asks for: %s', async (_name, reply, wait) => {
    const app = await openScripted(inOrder(reply, TAGS))
    expect(await app.listTags()).toEqual(['v1'])
    expect(opened.clock.waits).toEqual([wait])
  })

  test('what is under way when all is closed is not tried again', async () => {
    const { promise: asked, resolve } = Promise.withResolvers<void>()
    const app = await openScripted(() => void resolve())
    const answer = app.listTags()
    await asked
    opened.registries.close()
    await expect(answer).rejects.toBeInstanceOf(CancelledError)
    expect([opened.clock.waits, opened.logged]).toEqual([[], []])
  })

  test('a connection cut before the answer is tried again', async () => {
    let count = 0
    const app = await openScripted(({ socket }) => (++count > 1 ? TAGS : void socket.resetAndDestroy()))
    expect(await app.listTags()).toEqual(['v1'])
  })

  test('a body cut in its middle is read again', async () => {
    let count = 0
    const app = await openScripted(({ socket }, response) => {
      if (++count > 1) return TAGS
      response.writeHead(200, { 'Content-Length': '100' })
      response.write('{"tags"', () => socket.destroy())
      return undefined
    })
    expect(await app.listTags()).toEqual(['v1'])
    expect(opened.clock.waits).toEqual([10_000])
  })

  test('an idle connection that the server has closed costs no wait', async () => {
    let count = 0
    const app = await openScripted(({ socket }) => (++count === 2 ? void socket.resetAndDestroy() : TAGS))
    await app.listTags()
    expect(await app.listTags()).toEqual(['v1'])
    expect(opened.clock.waits).toEqual([])
  })
})

test.each([400, 401, 403, 404, 405, 413, 501, 505])('%i is final', async (status) => {
  const app = await openScripted(inOrder({ status, body: errorBody('NO', 'never\nat all') }))
  const message = `PUT http://${server.host}/v2/app/manifests/v1 answered ${status} NO never at all.`
  await expect(app.putManifest('v1', image)).rejects.toMatchObject({ message, status, retryable: false })
  expect(server.seen).toHaveLength(1)
})

describe('an upload', () => {
  /** A registry that fails the first PUT of a blob in a given way. */
  const failingOnce = (fail: Script): Script => {
    let puts = 0
    return (seen, response) => {
      if (seen.method === 'HEAD') return { status: 404 }
      if (seen.method === 'POST') return OPENED
      return ++puts === 1 ? fail(seen, response) : { status: 201 }
    }
  }

  test.each<[string, Script]>([
    ['refused with 503', () => ({ status: 503 })],
    ['limited with 429', () => ({ status: 429 })],
    ['reset', ({ socket }) => void socket.resetAndDestroy()],
    ['forgotten', () => ({ status: 404, body: errorBody('BLOB_UPLOAD_UNKNOWN') })],
  ])('%s begins anew, with a fresh stream', async (_name, fail) => {
    const app = await openScripted(failingOnce(fail))
    const source = blobOf('content')
    expect(await app.uploadBlob(source)).toBe('pushed')
    expect(server.seen.map(({ method }) => method).join(' ')).toBe('HEAD POST PUT HEAD POST PUT')
    expect(server.seen.at(-1)?.body.toString()).toBe('content')
    expect(source.opened).toBe(2)
  })

  test('that a mount has opened is not used twice', async () => {
    const app = await openScripted(failingOnce(() => ({ status: 503 })))
    expect(await app.uploadBlob(blobOf('content'), { mountFrom: ['base'] })).toBe('pushed')
    const posts = server.lines().filter((line) => line.startsWith('POST'))
    expect(posts).toEqual([expect.stringMatching(/mount=.*from=base/), 'POST /v2/app/blobs/uploads/'])
  })

  test('whose connection is reset in its middle begins anew', async () => {
    let puts = 0
    const early: Script = ({ method, socket }) => {
      if (method === 'PUT' && ++puts === 1) socket.once('data', () => socket.resetAndDestroy())
      return undefined
    }
    const app = await openScripted(
      failingOnce(() => ({ status: 201 })),
      early,
    )
    const source = blobOf(Buffer.alloc(2_000_000))
    expect(await app.uploadBlob(source)).toBe('pushed')
    expect(server.seen.at(-1)?.body).toHaveLength(source.size)
  })

  test('is done when the blob has arrived although its answer has not', async () => {
    let puts = 0
    const app = await openScripted(({ method, socket }) => {
      if (method === 'HEAD') return { status: puts > 0 ? 200 : 404 }
      if (method === 'POST') return OPENED
      puts++
      socket.resetAndDestroy()
      return undefined
    })
    expect(await app.uploadBlob(blobOf('content'))).toBe('pushed')
    expect(puts).toBe(1)
  })

  test('that is refused before its end stops sending', async () => {
    const refuse: Script = ({ method }) => (method === 'PUT' ? { status: 413 } : undefined)
    const app = await openScripted(
      failingOnce(() => undefined),
      refuse,
    )
    const chunk = Buffer.alloc(65_536)
    const size = 4000 * chunk.length
    const stream = Readable.from(Array(4000).fill(chunk), { objectMode: false })
    const closed = new Promise((resolve) => stream.once('close', resolve))
    let sent = 0
    const onSent = (bytes: number) => {
      sent += bytes
    }
    const upload = app.uploadBlob({ ...blob, size, open: () => stream }, { onSent })
    await expect(upload).rejects.toMatchObject({ status: 413 })
    await closed
    expect(sent).toBeLessThan(size)
  })
})

describe('a cancelled run', () => {
  test('ends a request under way at once', async () => {
    const abort = new AbortController()
    const app = await openScripted(() => void abort.abort(), undefined, abort.signal)
    await expect(app.listTags()).rejects.toThrow(CancelledError)
    expect(server.seen).toHaveLength(1)
  })

  test('does not wait for another attempt', async () => {
    const abort = new AbortController()
    const app = await openScripted(() => ({ status: 503 }), undefined, abort.signal)
    opened.clock.sleep = async () => {
      abort.abort()
      throw abort.signal.reason
    }
    await expect(app.listTags()).rejects.toThrow(CancelledError)
    expect(server.seen).toHaveLength(1)
  })

  test('begins nothing', async () => {
    const app = await openScripted(() => TAGS, undefined, AbortSignal.abort())
    await expect(app.listTags()).rejects.toThrow(CancelledError)
    expect(server.seen).toHaveLength(0)
  })
})
