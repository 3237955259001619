import { afterEach, describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import type { Login, RepositoryClient, Rights } from '../../../actions/registry/types.ts'
import { accessWith, blobOf, imageOf, type Opened, openTest } from './fixtures.ts'
import { errorBody, type Reply, type Scripted, type Seen, startScripted } from './scripted.ts'

let server: Scripted
let opened: Opened

afterEach(async () => {
  opened.registries.close()
  await server.stop()
})

interface Behaviour {
  login?: Login | undefined
  /** Of the token service. */
  token?: (seen: Seen, count: number) => Reply
  /** Of the registry, to whoever is let in. */
  registry?: (seen: Seen) => Reply | undefined
  /** Which tokens are good at this moment. */
  good?: (token: string) => boolean
  challenge?: (host: string) => string
  rights?: Rights
}

const LOGIN: Login = { username: 'octocat', password: 's3cret' }
const BASIC = `Basic ${Buffer.from('octocat:s3cret').toString('base64')}`

async function openGuarded(behaviour: Behaviour): Promise<RepositoryClient> {
  let tokens = 0
  const { good = () => true, registry = () => ({ status: 404 }) } = behaviour
  const { token = (_seen, count) => ({ status: 200, body: JSON.stringify({ token: `t${count}` }) }) } =
    behaviour
  const challenge =
    behaviour.challenge ?? ((host) => `Bearer realm="http://${host}/token",service="registry"`)
  server = await startScripted((seen) => {
    if (seen.path.startsWith('/token')) return token(seen, ++tokens)
    const [scheme, value = ''] = seen.headers.authorization?.split(' ') ?? []
    if (scheme !== undefined && good(value)) return registry(seen)
    return { status: 401, headers: { 'WWW-Authenticate': challenge(server.host) } }
  })
  const logins = new Map(behaviour.login ? [[server.host, behaviour.login]] : [])
  opened = openTest({ ...accessWith(), logins })
  return opened.registries.open({ host: server.host, path: 'team/app' }, behaviour.rights)
}

const askedFor = () =>
  server.seen
    .filter(({ path }) => path.startsWith('/token'))
    .map(({ path }) => new URL(path, 'http://x').searchParams.getAll('scope').join(' '))

test('one token does for many requests at once, of reading and of writing', async () => {
  const registry = ({ method }: Seen) => ({ status: method === 'PUT' ? 201 : 404 })
  const app = await openGuarded({ login: LOGIN, registry })
  await Promise.all(['a', 'b', 'c', 'd'].map((tag) => app.headManifest(tag)))
  await app.putManifest('e', imageOf(blobOf('{}'), []))
  expect(askedFor()).toEqual(['repository:team/app:pull,push'])
  expect(server.seen.filter(({ headers }) => headers.authorization === undefined)).toHaveLength(1)
  expect(server.seen[1]?.headers.authorization).toBe(BASIC)
})

test('nobody in particular asks to read only, and sends no credentials', async () => {
  const app = await openGuarded({})
  await app.headManifest('v1')
  expect(askedFor()).toEqual(['repository:team/app:pull'])
  expect(server.seen[1]?.headers.authorization).toBeUndefined()
})

test.each([
  ['nobody', undefined, 'Nobody is logged in: give registry-auth'],
  ['a user', LOGIN, 'Check user and password'],
])('%s who is refused is told what is missing', async (_who, login, hint) => {
  const app = await openGuarded({ login, registry: () => ({ status: 403 }) })
  await expect(app.headManifest('v1')).rejects.toMatchObject({ hint: expect.stringContaining(hint) })
})

test('rights are asked for as the client was opened with, and more when a request needs more', async () => {
  const app = await openGuarded({ login: LOGIN, rights: 'pull' })
  await app.headManifest('v1')
  await app.deleteManifest(digestOf('x'))
  expect(askedFor()).toEqual(['repository:team/app:pull', 'repository:team/app:pull,push,delete'])
})

test('a token that expires is replaced before its end', async () => {
  const token = (_seen: Seen, count: number) => ({
    status: 200,
    body: JSON.stringify({ access_token: `t${count}`, expires_in: 300 }),
  })
  const app = await openGuarded({ login: LOGIN, token })
  for (const seconds of [0, 200, 75, 100]) {
    opened.clock.time += seconds * 1000
    await app.headManifest('v1')
  }
  expect(server.seen.map(({ headers }) => headers.authorization?.replace(BASIC, 'Basic'))).toEqual([
    undefined,
    'Basic',
    'Bearer t1',
    'Bearer t1',
    'Basic',
    'Bearer t2',
    'Bearer t2',
  ])
})

test('a token refused in the middle of an upload is replaced once, and the stream opened anew', async () => {
  let expired = false
  const registry = ({ method }: Seen): Reply => {
    if (method === 'POST') expired = true
    if (method === 'POST') return { status: 202, headers: { Location: '/v2/team/app/blobs/uploads/1' } }
    return { status: method === 'PUT' ? 201 : 404 }
  }
  const app = await openGuarded({ login: LOGIN, registry, good: (token) => !expired || token === 't2' })
  const blob = blobOf('content')
  expect(await app.uploadBlob(blob)).toBe('pushed')
  expect(blob.opened).toBe(2)
  expect(askedFor()).toHaveLength(2)
  expect(opened.clock.waits).toEqual([])
})

test('a new token that is refused as well is the end', async () => {
  const app = await openGuarded({ login: LOGIN, good: () => false })
  await expect(app.headManifest('v1')).rejects.toMatchObject({ status: 401 })
  expect(server.seen.map(({ method }) => method)).toEqual(['HEAD', 'GET', 'HEAD'])
})

describe('the token service', () => {
  test('that fails is asked again', async () => {
    const token = (_seen: Seen, count: number) =>
      count === 1 ? { status: 503 } : { status: 200, body: '{"token":"t"}' }
    const app = await openGuarded({ login: LOGIN, token })
    expect(await app.headManifest('v1')).toBeUndefined()
    expect(opened.clock.waits).toEqual([10_000])
  })

  test('that refuses is not, and the error names no secret', async () => {
    const token = () => ({ status: 401, body: errorBody('UNAUTHORIZED', 'incorrect username or password') })
    const app = await openGuarded({ login: LOGIN, token })
    const failure: Error = await app.headManifest('v1').then(
      () => new Error('none'),
      (error) => error,
    )
    expect(failure.message).toBe(
      `GET http://${server.host}/token answered 401 UNAUTHORIZED incorrect username or password.`,
    )
    expect(askedFor()).toHaveLength(1)
  })

  test.each(['{}', 'oops', '{"token":""}', '{"token":"a\\r\\nX: b"}', '[]'])(
    'that answers %s gave none',
    async (body) => {
      const app = await openGuarded({ login: LOGIN, token: () => ({ status: 200, body }) })
      await expect(app.headManifest('v1')).rejects.toThrow(/without a token/)
    },
  )

  test('takes an identity token by POST', async () => {
    const app = await openGuarded({ login: { identityToken: 'refresh-me' } })
    await app.headManifest('v1')
    expect(server.seen[1]).toMatchObject({ method: 'POST', path: '/token' })
    expect(Object.fromEntries(new URLSearchParams(server.seen[1]?.body.toString()))).toEqual({
      client_id: 'image-actions',
      grant_type: 'refresh_token',
      refresh_token: 'refresh-me',
      scope: 'repository:team/app:pull,push',
      service: 'registry',
    })
  })

  test('elsewhere without https gets nothing', async () => {
    const app = await openGuarded({ login: LOGIN, challenge: () => 'Bearer realm="http://192.0.2.1/token"' })
    await expect(app.headManifest('v1')).rejects.toThrow(
      /wants credentials sent to http:\/\/192\.0\.2\.1\/token/,
    )
  })
})

test('a registry may ask for user and password themselves', async () => {
  const app = await openGuarded({ login: LOGIN, challenge: () => 'Basic realm="registry"' })
  expect(await app.headManifest('v1')).toBeUndefined()
  expect(server.seen[1]?.headers.authorization).toBe(BASIC)
})

describe('a mount', () => {
  const registry = ({ method, path }: Seen): Reply => {
    if (method !== 'POST') return { status: method === 'PUT' ? 201 : 404 }
    const headers = { Location: '/v2/team/app/blobs/uploads/1' }
    return { status: path.includes('mount=') ? 201 : 202, headers }
  }

  test('needs no token beside that of the upload', async () => {
    const app = await openGuarded({ login: LOGIN, registry })
    expect(await app.uploadBlob(blobOf('x'), { mountFrom: ['team/base'] })).toBe('mounted')
    expect(askedFor()).toEqual(['repository:team/app:pull,push repository:team/base:pull'])
  })

  test('from what may not be read is given up, and the blob sent', async () => {
    const token = ({ path }: Seen) =>
      path.includes('other') ? { status: 403 } : { status: 200, body: '{"token":"t"}' }
    const app = await openGuarded({ login: LOGIN, registry, token })
    expect(await app.uploadBlob(blobOf('x'), { mountFrom: ['other/private'] })).toBe('pushed')
    expect(server.lines().some((line) => line.includes('mount='))).toBe(false)
  })
})
