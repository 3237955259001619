import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { CancelledError } from '../../../actions/base/errors.ts'
import type { RunEvent } from '../../../actions/base/event.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { earlierDocument, earlierDocuments } from '../../../actions/runner/earlier-artifacts.ts'
import { testClock } from '../../unit/merge/world.ts'

const NAME = 'receipt-0123456789ab-1'

interface Stored {
  name: string
  content: string
  expired?: boolean
  size?: number
  digest?: string | null
  event?: string
}

/** No more of GitHub than a test needs to break: the double, which is held to GitHub's own description, serves the others. */
let stored: Stored[]
let seen: IncomingMessage[]
let answer: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined
let server: Server
let event: RunEvent
const controller = { current: new AbortController() }

beforeEach(async () => {
  stored = []
  seen = []
  answer = undefined
  controller.current = new AbortController()
  server = createServer((request, response) => {
    seen.push(request)
    if (!answer?.(request, response)) serve(new URL(request.url ?? '', 'http://x'), response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  event = { repository: 'acme/app', apiUrl: `http://127.0.0.1:${port}` } as RunEvent
})
afterEach(() => {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(resolve))
})

function serve(url: URL, response: ServerResponse): void {
  const json = (body: unknown) => response.end(JSON.stringify(body))
  const [, id = '', zip] = /\/artifacts\/(\d+)(\/zip)?$/.exec(url.pathname) ?? []
  const [, run] = /\/runs\/(\d+)$/.exec(url.pathname) ?? []
  if (zip) response.writeHead(302, { location: `${event.apiUrl}/signed/${id}` }).end()
  else if (url.pathname.startsWith('/signed/'))
    response.end(stored[Number(url.pathname.split('/')[2])]?.content)
  else if (run) {
    const home = { id: 1, full_name: 'Acme/App' }
    json({ event: stored[Number(run)]?.event ?? 'push', repository: home, head_repository: home })
  } else {
    const page = Number(url.searchParams.get('page'))
    const all = stored
      .map((each, at) => ({
        ...{ id: at, name: each.name, expired: each.expired ?? false, created_at: '2026-06-01T00:00:00Z' },
        size_in_bytes: each.size ?? each.content.length,
        digest: each.digest === undefined ? digestOf(each.content) : each.digest,
        workflow_run: { id: at, repository_id: 1, head_repository_id: 1 },
      }))
      .toReversed()
    const named = all.filter(({ name }) => [null, name].includes(url.searchParams.get('name')))
    json({ total_count: named.length, artifacts: named.slice((page - 1) * 100, page * 100) })
  }
}

function respond(response: ServerResponse, status: number, headers: Record<string, string> = {}): true {
  response.writeHead(status, headers).end('{}')
  return true
}

const access = () => ({
  token: 'secret',
  clock: testClock(),
  signal: controller.current.signal,
  log: silentLog,
})
const one = () => earlierDocument(NAME, event, access())

test('a document arrives as it is, and the token does not follow to where it lies', async () => {
  stored.push({ name: NAME, content: '{"zwölf":12}' })
  expect(await one()).toEqual({ name: NAME, text: '{"zwölf":12}' })
  const told = seen.map(({ url, headers }) => [url?.split(/[/?]/)[1], headers.authorization])
  expect(told.filter(([, token]) => token === undefined)).toEqual([['signed', undefined]])
})

test('the newest of a name is taken', async () => {
  stored.push({ name: NAME, content: 'old' }, { name: 'other', content: '' }, { name: NAME, content: 'new' })
  expect((await one()).text).toBe('new')
})

test.each([
  ['damaged', { digest: digestOf('other') }, 'arrived damaged'],
  ['an archive', { content: 'PK\u0003\u0004…' }, 'is not a single document'],
  ['far too large', { size: 2 ** 30 }, 'it is larger than any receipt'],
  ['expired', { expired: true }, 'GitHub keeps it no longer'],
])('one that is %s is refused', async (_what, fault, message) => {
  stored.push({ name: NAME, content: 'text', ...fault })
  await expect(one()).rejects.toThrow(message)
})

test('one without a digest is read all the same, as older servers know none', async () => {
  stored.push({ name: NAME, content: 'text', digest: null })
  expect((await one()).text).toBe('text')
})

describe('an answer', () => {
  beforeEach(() => void stored.push({ name: NAME, content: 'text' }))

  test.each([503, 429])('%i is asked for again', async (status) => {
    let left = 2
    answer = (_request, response) => left-- > 0 && respond(response, status)
    expect((await one()).text).toBe('text')
  })

  test('403 is final, and names the right', async () => {
    answer = (_request, response) => respond(response, 403)
    await expect(one()).rejects.toMatchObject({ hint: expect.stringContaining('"actions: read"') })
    expect(seen).toHaveLength(1)
  })

  test('that leads off to where everybody can listen is not followed', async () => {
    answer = ({ url }, response) =>
      url?.endsWith('/zip') === true && respond(response, 302, { location: 'http://example.com/receipt' })
    await expect(one()).rejects.toThrow('http://example.com, which is not encrypted')
  })

  test('410 means that it is gone', async () => {
    answer = ({ url }, response) => url?.endsWith('/zip') === true && respond(response, 410)
    await expect(one()).rejects.toThrow(`Artifact ${NAME} is gone`)
  })

  test('is not waited for once the run is cancelled', async () => {
    answer = () => {
      controller.current.abort(new CancelledError())
      return true
    }
    await expect(one()).rejects.toBeInstanceOf(CancelledError)
  })
})

describe('a list', () => {
  test('goes on over pages, passes over what can’t be used, and ends where it is long enough', async () => {
    stored = Array.from({ length: 250 }, (_, at) => ({
      name: at % 50 === 0 ? `receipt-${at}` : `plan-${at}`,
      content: `content ${at}`,
      ...(at === 200 ? { event: 'pull_request' } : {}),
      ...(at === 150 ? { expired: true } : {}),
    }))
    const names = async (most: number) =>
      (await earlierDocuments('receipt-', most, event, access())).map(({ name }) => name)
    expect(await names(20)).toEqual(['receipt-100', 'receipt-50', 'receipt-0'])
    const before = seen.length
    expect(await names(1)).toEqual(['receipt-100'])
    expect(seen.slice(before).filter(({ url }) => url?.includes('per_page'))).toHaveLength(2)
  })
})
