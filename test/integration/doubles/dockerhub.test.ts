import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type DockerHubOptions, startDockerHubApi, tooManyRequests } from '../../doubles/dockerhub/index.ts'
import {
  type RegistryDouble,
  type RegistryOptions,
  startRegistryDouble,
} from '../../doubles/registry/index.ts'
import type { Double } from '../../doubles/server.ts'
import { descriptor, document, INDEX, image } from './images.ts'

const TAGS = '/v2/namespaces/octo/repositories/app/tags'
let now: number
let registry: RegistryDouble
let hub: Double

async function startRegistry(options: Partial<RegistryOptions> = {}): Promise<void> {
  registry = await startRegistryDouble({
    flavour: 'dockerhub',
    credentials: { user: 'octo', password: 'dckr_pat_1' },
    now: () => now,
    immutableTags: /^v\d/,
    ...options,
  })
  const child = await image(registry, 'octo/app', 'one')
  registry.manifests.put('octo/app', child.digest, child)
  const index = document(INDEX, { manifests: [descriptor(child)] })
  for (const tag of ['latest', 'old', 'v1']) registry.manifests.put('octo/app', tag, index)
}
async function start(options: Partial<DockerHubOptions> = {}): Promise<void> {
  hub = await startDockerHubApi({ registry, ...options })
}
beforeEach(async () => {
  now = Date.parse('2026-06-01T00:00:00Z')
  await startRegistry()
  await start()
})
afterEach(async () => {
  await hub.close()
  await registry.close()
})

async function call(request: string, token?: string, body?: object) {
  const [method = '', path = ''] = request.split(' ')
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(new URL(path, hub.url), { method, headers, ...content })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : undefined, headers: response.headers }
}

function logIn(secret = 'dckr_pat_1') {
  return call('POST /v2/auth/token', undefined, { identifier: 'octo', secret })
}
async function token(): Promise<string> {
  return (await logIn()).body.access_token
}

describe('tags', () => {
  test('are described with the images behind them', async () => {
    const { body } = await call(`GET ${TAGS}/latest`)
    const index = registry.manifests.find('octo/app', 'latest')!
    expect(body).toMatchObject({ name: 'latest', digest: index.digest, media_type: INDEX, full_size: 32 })
    expect(body.images).toEqual([
      expect.objectContaining({ architecture: 'arm64', os: 'linux', size: 32, status: 'active' }),
    ])
  })

  test('come in pages', async () => {
    const first = await call(`GET ${TAGS}?page_size=2`)
    const second = await call(`GET ${first.body.next.replace(hub.url, '')}`)
    expect([first.body.count, first.body.results.length, second.body.results.length]).toEqual([3, 2, 1])
    expect(second.body).toMatchObject({ next: null, previous: expect.stringContaining('page=1') })
  })

  test('are deleted, by the old address too; the manifest stays', async () => {
    const bearer = await token()
    const digest = registry.manifests.find('octo/app', 'latest')!.digest
    expect((await call(`DELETE ${TAGS}/latest`, bearer)).status).toBe(204)
    expect((await call('DELETE /v2/repositories/octo/app/tags/old/', bearer)).status).toBe(204)
    expect((await call(`DELETE ${TAGS}/old`, bearer)).status).toBe(404)
    expect(registry.manifests.tags('octo/app')).toEqual(['v1'])
    expect(registry.manifests.find('octo/app', digest)).toBeDefined()
  })

  test('that are immutable stay', async () => {
    expect((await call(`DELETE ${TAGS}/v1`, await token())).status).toBe(403)
  })

  test.each([
    ['none', undefined, 401],
    ['made up', 'abc', 401],
  ])('are not deleted with a token that is %s', async (_case, bearer, status) => {
    expect((await call(`DELETE ${TAGS}/latest`, bearer)).status).toBe(status)
    expect(registry.manifests.tags('octo/app')).toContain('latest')
  })

  test('need the right to delete', async () => {
    await hub.close()
    await start({ rights: ['read', 'write'] })
    const answer = await call(`DELETE ${TAGS}/latest`, await token())
    expect([answer.status, answer.body.message]).toEqual([403, 'access denied: insufficient scope'])
  })

  test.each([
    ['a known login', 'token', 200],
    ['nobody', undefined, 404],
  ])('of a private repository are shown to %s', async (_case, login, status) => {
    await Promise.all([hub.close(), registry.close()])
    await startRegistry({ private: true })
    await start()
    expect((await call(`GET ${TAGS}`, login && (await token()))).status).toBe(status)
  })

  test.each([`GET ${TAGS}/none`, 'GET /v2/namespaces/octo/repositories/none/tags', 'GET /v2/else'])(
    'that are not there: %s',
    async (request) => {
      const answer = await call(request)
      expect([answer.status, answer.body.message]).toEqual([404, 'httperror 404: object not found'])
    },
  )
})

describe('logins', () => {
  test('last ten minutes', async () => {
    const bearer = await token()
    now += 10 * 60_000
    expect((await call(`GET ${TAGS}`, bearer)).status).toBe(401)
  })

  test('the old way refuses tokens of organisations', async () => {
    const login = (password: string) =>
      call('POST /v2/users/login', undefined, { username: 'octo', password })
    expect((await login('dckr_pat_1')).body.token).toEqual(expect.any(String))
    expect((await login('dckr_oat_1')).status).toBe(401)
  })

  test('of an organisation read, and delete nothing', async () => {
    await Promise.all([hub.close(), registry.close()])
    await startRegistry({ credentials: { user: 'octo', password: 'dckr_oat_1' } })
    await start()
    const bearer = (await logIn('dckr_oat_1')).body.access_token
    expect((await call(`GET ${TAGS}`, bearer)).status).toBe(200)
    const message = 'token issued from organization access token is not allowed'
    expect(await call(`DELETE ${TAGS}/latest`, bearer)).toMatchObject({ status: 403, body: { message } })
  })

  test('that fail too often lock the account for ten minutes', async () => {
    for (let failure = 1; failure <= 5; failure++) expect((await logIn('wrong')).status).toBe(401)
    expect(await logIn()).toMatchObject({
      status: 401,
      body: { detail: 'Incorrect authentication credentials' },
    })
    now += 10 * 60_000
    expect((await logIn()).status).toBe(200)
  })
})

test('too many requests are told when to come back, as a unix time', async () => {
  await hub.close()
  await start({ rateLimit: 1 })
  await call(`GET ${TAGS}`)
  const answer = await call(`GET ${TAGS}`)
  expect([answer.status, answer.headers.get('x-retry-after')]).toEqual([429, String(now / 1000 + 3600)])
})

test.each([
  [{ at: 1_780_272_060 }, '1780272060', null],
  [{ seconds: 60 }, null, '60'],
  [{}, null, null],
])('or in other forms: %j', async (hint, unixTime, seconds) => {
  hub.faults.add({ fault: tooManyRequests(hint) })
  const { status, headers } = await call(`GET ${TAGS}`)
  expect([status, headers.get('x-retry-after'), headers.get('retry-after')]).toEqual([429, unixTime, seconds])
})
