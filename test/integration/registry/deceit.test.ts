import { afterEach, describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import type { RepositoryClient } from '../../../actions/registry/types.ts'
import { accessWith, blobOf, imageOf, type Opened, openTest } from './fixtures.ts'
import { type Reply, type Script, type Scripted, startScripted } from './scripted.ts'

const servers: Scripted[] = []
let opened: Opened

afterEach(async () => {
  opened.registries.close()
  await Promise.all(servers.splice(0).map((server) => server.stop()))
})

async function start(script: Script): Promise<Scripted> {
  const server = await startScripted(script)
  servers.push(server)
  return server
}

function open(server: Scripted): RepositoryClient {
  const logins = new Map([[server.host, { username: 'octocat', password: 's3cret' }]])
  opened = openTest({ ...accessWith(), logins })
  return opened.registries.open({ host: server.host, path: 'app' })
}

const image = imageOf(blobOf('{}'), [])
const other = digestOf('other')
const typed = (more: Record<string, string> = {}) => ({ 'Content-Type': image.mediaType, ...more })
const body = image.bytes

describe('another digest than ours is an error, whoever says it', () => {
  test.each<[string, Reply, (app: RepositoryClient) => Promise<unknown>]>([
    ['GET of other bytes', { status: 200, headers: typed(), body }, (app) => app.getManifest(other)],
    [
      'GET with another header',
      { status: 200, headers: typed({ 'Docker-Content-Digest': other }), body },
      (app) => app.getManifest('v1'),
    ],
    [
      'HEAD with another header',
      { status: 200, headers: typed({ 'Docker-Content-Digest': other }), body },
      (app) => app.headManifest(image.digest),
    ],
    [
      'PUT with another header',
      { status: 201, headers: { 'Docker-Content-Digest': other } },
      (app) => app.putManifest('v1', image),
    ],
    ['a blob of other bytes', { status: 200, body: 'x' }, (app) => app.getBlob(other)],
  ])('%s', async (_name, reply, act) => {
    const app = open(await start(() => reply))
    await expect(act(app)).rejects.toThrow(other)
    expect(opened.clock.waits).toEqual([])
  })

  test('an upload stored under another one', async () => {
    const server = await start(({ method }) => {
      if (method === 'HEAD') return { status: 404 }
      if (method === 'POST') return { status: 202, headers: { Location: '/upload' } }
      return { status: 201, headers: { 'Docker-Content-Digest': other } }
    })
    await expect(open(server).uploadBlob(blobOf('content'))).rejects.toThrow(`stored ${other}`)
  })
})

test('a manifest above 4 MiB is not read', async () => {
  const server = await start(() => ({ status: 200, headers: typed(), body: Buffer.alloc(5 * 1024 * 1024) }))
  await expect(open(server).getManifest('v1')).rejects.toThrow(/above 4\.2 MB/)
})

test('a HEAD that says too little is followed by a GET', async () => {
  const server = await start(({ method }) => ({
    status: 200,
    ...(method === 'GET' ? { headers: typed(), body } : {}),
  }))
  expect(await open(server).headManifest('v1')).toMatchObject({ digest: image.digest, size: body.length })
})

test('every request for a manifest names all four types', async () => {
  const server = await start(() => ({ status: 404 }))
  const app = open(server)
  await Promise.all([app.headManifest('v1'), app.getManifest('v1')])
  for (const { headers } of server.seen) expect(headers.accept?.split(', ')).toHaveLength(4)
})

describe('a redirect', () => {
  /** Asks for Basic credentials, then points elsewhere. */
  const redirecting =
    (to: string): Script =>
    ({ headers }) =>
      headers.authorization
        ? { status: 307, headers: { Location: to } }
        : { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="r"' } }

  test('to another origin carries no credentials along', async () => {
    const store = await start(() => ({ status: 200, body: 'content' }))
    const server = await start(redirecting(`http://${store.host}/blob?signature=secret`))
    const content = await open(server).getBlob(digestOf('content'))
    expect(Buffer.from(content ?? []).toString()).toBe('content')
    expect(store.lines()).toEqual(['GET /blob?signature=secret'])
    expect(store.seen[0]?.headers.authorization).toBeUndefined()
    expect(JSON.stringify(opened.traced)).not.toContain('secret')
  })

  test('to who asks for credentials gets none', async () => {
    const thief = await start(() => ({
      status: 401,
      headers: { 'WWW-Authenticate': `Bearer realm="http://${servers[0]?.host}/token"` },
    }))
    const server = await start(() => ({
      status: 307,
      headers: { Location: `http://${thief.host}/blob?signature=secret` },
    }))
    const app = open(server)
    for (const _ of ['at once', 'remembered']) {
      const failure = await app.getBlob(digestOf('content')).catch((error) => error)
      expect(failure).toMatchObject({ status: 401, message: expect.not.stringContaining('secret') })
    }
    expect(new Set(thief.lines())).toEqual(new Set(['GET /blob?signature=secret']))
  })

  test('after redirect is followed five times', async () => {
    const server = await start(({ path }) => ({ status: 302, headers: { Location: `${path}1` } }))
    await expect(open(server).getBlob(other)).rejects.toThrow(/redirects more than 5 times/)
    expect(server.seen).toHaveLength(6)
  })

  test.each(['http://192.0.2.1/blob', 'file:///etc/passwd'])('to %s is not followed', async (to) => {
    const server = await start(redirecting(to))
    await expect(open(server).getBlob(other)).rejects.toThrow(/which is not https/)
  })

  test('of a PUT is an error', async () => {
    const server = await start(() => ({ status: 307, headers: { Location: '/elsewhere' } }))
    await expect(open(server).putManifest('v1', image)).rejects.toMatchObject({ status: 307 })
  })
})

test.each([
  ['/v2/app/blobs/uploads/1?state=a%2Bb', '/v2/app/blobs/uploads/1?state=a%2Bb&digest='],
  ['uploads/1', '/v2/app/blobs/uploads/uploads/1?digest='],
  ['http://HOST/up/1?_state=x=', '/up/1?_state=x=&digest='],
])('Location %s is taken as it is', async (location, path) => {
  const server = await start(({ method, headers }) => {
    if (method === 'HEAD') return { status: 404 }
    const to = location.replace('HOST', headers.host ?? '')
    return method === 'POST' ? { status: 202, headers: { Location: to } } : { status: 201 }
  })
  const blob = blobOf('content')
  await open(server).uploadBlob(blob)
  expect(server.lines().at(-1)).toBe(`PUT ${path}${encodeURIComponent(blob.digest)}`)
})
