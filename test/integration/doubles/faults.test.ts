import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import type { LoggedRequest } from '../../doubles/exchange.ts'
import type { Fault, FaultRule } from '../../doubles/faults.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { document, INDEX } from './images.ts'

let registry: RegistryDouble
const index = document(INDEX, { manifests: [] })
beforeEach(async () => {
  registry = await startRegistryDouble({ flavour: 'oci' })
  for (const tag of ['a', 'b', 'c']) registry.manifests.put('app', tag, index)
})
afterEach(() => registry.close())

function get(path = 'manifests/a', signal: AbortSignal | null = null): Promise<Response> {
  return fetch(`${registry.url}/v2/app/${path}`, { headers: { accept: INDEX }, signal })
}
function put(tag: string): Promise<Response> {
  const headers = { 'content-type': INDEX }
  return fetch(`${registry.url}/v2/app/manifests/${tag}`, {
    method: 'PUT',
    headers,
    body: new Uint8Array(index.bytes),
  })
}
function strike(fault: Fault, rule: Omit<FaultRule, 'fault'> = {}): void {
  registry.faults.add({ ...rule, fault })
}

describe('a fault', () => {
  test('status: answers in place of the registry, which does nothing', async () => {
    strike({ kind: 'status', status: 429, headers: { 'retry-after': '7' }, body: 'slow down' })
    const answer = await put('new')
    expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([
      429,
      '7',
      'slow down',
    ])
    expect(registry.manifests.tags('app')).toEqual(['a', 'b', 'c'])
    expect((await put('new')).status).toBe(201)
  })

  test('a late status: the request took effect all the same', async () => {
    strike({ kind: 'status', status: 502, late: true })
    expect((await put('new')).status).toBe(502)
    expect(registry.manifests.tags('app')).toContain('new')
  })

  test.each([0, 10])(
    'reset-request after %i bytes: the connection breaks, nothing is kept',
    async (after) => {
      strike({ kind: 'reset-request', after })
      await expect(put('new')).rejects.toThrow('fetch failed')
      expect(registry.requests.at(-1)).toMatchObject({ method: 'PUT', status: 0, received: after })
      expect(registry.manifests.tags('app')).toEqual(['a', 'b', 'c'])
    },
  )

  test('reset-request in a blob: the upload is gone', async () => {
    const begun = await fetch(`${registry.url}/v2/app/blobs/uploads/`, { method: 'POST' })
    const location = new URL(begun.headers.get('location')!, registry.url)
    location.searchParams.set('digest', digestOf(Buffer.alloc(1 << 20)))
    strike({ kind: 'reset-request', after: 100_000 })
    const send = () => fetch(location, { method: 'PUT', body: Buffer.alloc(1 << 20) })
    await expect(send()).rejects.toThrow('fetch failed')
    expect((await send()).status).toBe(404)
  })

  test('reset-response: the request took effect, its answer is lost', async () => {
    strike({ kind: 'reset-response', after: 0 })
    await expect(put('new')).rejects.toThrow('fetch failed')
    expect(registry.manifests.tags('app')).toContain('new')
  })

  test('reset-response: not even a HEAD learns its status', async () => {
    strike({ kind: 'reset-response', after: 0 })
    await expect(fetch(`${registry.url}/v2/app/tags/list`, { method: 'HEAD' })).rejects.toThrow(
      'fetch failed',
    )
  })

  test('reset-response in the body: so many bytes, and no more', async () => {
    strike({ kind: 'reset-response', after: 10 })
    const answer = await get()
    const received: Uint8Array[] = []
    const read = async () => {
      for await (const chunk of answer.body!) received.push(chunk)
    }
    await expect(read()).rejects.toThrow('terminated')
    expect(Buffer.concat(received)).toEqual(index.bytes.subarray(0, 10))
  })

  test('wrong-digest and corrupt-body: a lie in the header, a lie in the content', async () => {
    strike({ kind: 'wrong-digest' })
    expect((await get()).headers.get('docker-content-digest')).toBe(`sha256:${'0'.repeat(64)}`)
    strike({ kind: 'corrupt-body' })
    const answer = await get()
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes).toHaveLength(index.bytes.length)
    expect(digestOf(bytes)).not.toBe(index.digest)
    expect(await (await get()).text()).toBe(index.bytes.toString())
  })

  test('short-page: fewer items, and no link', async () => {
    strike({ kind: 'short-page', items: 1 })
    const answer = await get('tags/list?n=2')
    expect([await answer.json(), answer.headers.get('link')]).toEqual([{ name: 'app', tags: ['a'] }, null])
  })

  test('delay: before the answer', async () => {
    strike({ kind: 'delay', milliseconds: 60 })
    const began = performance.now()
    expect((await get()).status).toBe(200)
    expect(performance.now() - began).toBeGreaterThan(55)
  })

  test('hang: no answer until the server closes', async () => {
    strike({ kind: 'hang' })
    const answer = get().catch((error: Error) => error.message)
    expect((await get()).status).toBe(200)
    await registry.close()
    expect(await answer).toBe('fetch failed')
  })
})

test('expired-token: a token that was good is refused, and a new one is good again', async () => {
  await registry.close()
  registry = await startRegistryDouble({ flavour: 'ghcr' })
  registry.manifests.put('app', 'a', index)
  const ask = async () => {
    const answer = await fetch(`${registry.url}/token?service=ghcr.io&scope=repository:app:pull`)
    return ((await answer.json()) as { token: string }).token
  }
  const read = async (token: string) => {
    const headers = { accept: INDEX, authorization: `Bearer ${token}` }
    return (await fetch(`${registry.url}/v2/app/manifests/a`, { headers })).status
  }
  const token = await ask()
  strike({ kind: 'expired-token' }, { path: '/manifests/', nth: 2 })
  expect([await read(token), await read(token), await read(token), await read(await ask())]).toEqual([
    200, 401, 401, 200,
  ])
})

test('rules and the log are steered from another process', async () => {
  const rule = { method: 'GET', path: '/manifests/', fault: { kind: 'status', status: 503 } }
  const post = (body: unknown) =>
    fetch(`${registry.url}/__faults`, { method: 'POST', body: JSON.stringify(body) })
  expect((await post([rule])).status).toBe(204)
  expect([(await get()).status, (await get()).status]).toEqual([503, 200])
  const log = (await (await fetch(`${registry.url}/__requests`)).json()) as LoggedRequest[]
  expect(log.map(({ method, path, status, faults }) => [method, path, status, faults])).toEqual([
    ['GET', '/v2/app/manifests/a', 503, ['status']],
    ['GET', '/v2/app/manifests/a', 200, []],
  ])
  expect(log.map(({ sent }) => sent)).toEqual([0, index.bytes.length])
  await post({ ...rule, times: 0 })
  await fetch(`${registry.url}/__faults`, { method: 'DELETE' })
  expect((await get()).status).toBe(200)
  expect((await post({ fault: { kind: 'explode' } })).status).toBe(400)
})

test('latency is paid by every request', async () => {
  await registry.close()
  registry = await startRegistryDouble({ flavour: 'oci', latency: 30 })
  const began = performance.now()
  for (const _ of [1, 2, 3]) await fetch(`${registry.url}/v2/`)
  expect(performance.now() - began).toBeGreaterThan(85)
})

test('a narrow line takes its time, shared by all who use it', async () => {
  await registry.close()
  registry = await startRegistryDouble({ flavour: 'oci', bytesPerSecond: 2_000_000 })
  const digest = await registry.blobs.add('app', Buffer.alloc(200_000))
  const began = performance.now()
  await Promise.all([1, 2].map(async () => (await get(`blobs/${digest}`)).arrayBuffer()))
  const seconds = (performance.now() - began) / 1000
  expect(seconds).toBeGreaterThan(0.18)
  expect(seconds).toBeLessThan(1)
})
