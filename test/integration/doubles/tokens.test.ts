import { afterEach, describe, expect, test } from '@jest/globals'
import {
  type RegistryDouble,
  type RegistryOptions,
  startRegistryDouble,
} from '../../doubles/registry/index.ts'
import { document, INDEX } from './images.ts'

const credentials = { user: 'octocat', password: 'pass:word' }
const basic = `Basic ${Buffer.from('octocat:pass:word').toString('base64')}`

let registry: RegistryDouble
afterEach(() => registry.close())

async function start(options: RegistryOptions): Promise<void> {
  registry = await startRegistryDouble({ credentials, ...options })
  registry.manifests.put('octocat/app', 'latest', document(INDEX, { manifests: [] }))
}

async function token(scope: string, authorization?: string): Promise<string> {
  const service = registry.flavour === 'ghcr' ? 'ghcr.io' : 'registry.docker.io'
  const headers: Record<string, string> = authorization ? { authorization } : {}
  const answer = await fetch(`${registry.url}/token?service=${service}&scope=${scope}`, { headers })
  return ((await answer.json()) as { token: string }).token
}

function request(method: string, path: string, bearer?: string): Promise<Response> {
  const headers: Record<string, string> = { accept: INDEX }
  if (bearer !== undefined) headers.authorization = `Bearer ${bearer}`
  return fetch(`${registry.url}/v2/octocat/app/${path}`, { method, headers })
}
const pull = (bearer?: string) => request('GET', 'manifests/latest', bearer)
const push = (bearer?: string) => request('POST', 'blobs/uploads/', bearer)

describe.each(['ghcr', 'dockerhub'] as const)('%s', (flavour) => {
  test('challenges with realm, service and the scope that is missing', async () => {
    await start({ flavour })
    const response = await push()
    expect(response.status).toBe(401)
    const service = flavour === 'ghcr' ? 'ghcr.io' : 'registry.docker.io'
    expect(response.headers.get('www-authenticate')).toBe(
      `Bearer realm="${registry.url}/token",service="${service}",scope="repository:octocat/app:pull,push"`,
    )
  })

  test.each([
    ['anonymous, asking to pull', undefined, 'pull', 200, 401],
    ['anonymous, asking to push', undefined, 'pull,push', 200, 403],
    ['a user, asking to pull', basic, 'pull', 200, 401],
    ['a user, asking to push', basic, 'pull,push', 200, 202],
  ])('%s', async (_case, authorization, actions, pulled, pushed) => {
    await start({ flavour })
    const bearer = await token(`repository:octocat/app:${actions}`, authorization)
    expect([(await pull(bearer)).status, (await push(bearer)).status]).toEqual([pulled, pushed])
  })

  test('a token is of one repository', async () => {
    await start({ flavour })
    const bearer = await token('repository:octocat/other:pull,push', basic)
    expect((await push(bearer)).status).toBe(401)
  })

  test('fewer rights than asked for are no error, until they are used', async () => {
    await start({ flavour, rights: ['pull'] })
    const bearer = await token('repository:octocat/app:pull,push', basic)
    expect([(await pull(bearer)).status, (await push(bearer)).status]).toEqual([200, 403])
  })

  test('a private repository is closed to who is anonymous', async () => {
    await start({ flavour, private: true })
    expect((await pull(await token('repository:octocat/app:pull'))).status).toBe(403)
    expect((await pull(await token('repository:octocat/app:pull', basic))).status).toBe(200)
  })

  test('a token ends with its time', async () => {
    let now = 1_000_000
    await start({ flavour, tokenLifetime: 60_000, now: () => now })
    const bearer = await token('repository:octocat/app:pull', basic)
    now += 59_999
    expect((await pull(bearer)).status).toBe(200)
    now += 1
    const refused = await pull(bearer)
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('error="invalid_token"'),
    ])
  })
})

test.each([
  ['ghcr', 403],
  ['dockerhub', 401],
] as const)('a wrong password at %s: %i', async (flavour, status) => {
  await start({ flavour })
  const service = flavour === 'ghcr' ? 'ghcr.io' : 'registry.docker.io'
  const headers = { authorization: `Basic ${btoa('octocat:wrong')}` }
  expect((await fetch(`${registry.url}/token?service=${service}`, { headers })).status).toBe(status)
})

test.each([
  ['ghcr', ['token']],
  ['dockerhub', ['expires_in', 'issued_at', 'token']],
] as const)('what %s tells about a token', async (flavour, keys) => {
  await start({ flavour })
  const service = flavour === 'ghcr' ? 'ghcr.io' : 'registry.docker.io'
  const answer = (await (await fetch(`${registry.url}/token?service=${service}`)).json()) as object
  expect(Object.keys(answer).sort()).toEqual(keys)
})

test.each([
  [undefined, 200, 401],
  [basic, 200, 202],
  [`Basic ${btoa('octocat:wrong')}`, 401, 401],
])('a plain registry with a login asks for it by Basic: %s', async (authorization, pulled, pushed) => {
  await start({ flavour: 'oci' })
  const headers: Record<string, string> = { accept: INDEX, ...(authorization ? { authorization } : {}) }
  const url = `${registry.url}/v2/octocat/app`
  expect((await fetch(`${url}/manifests/latest`, { headers })).status).toBe(pulled)
  const post = await fetch(`${url}/blobs/uploads/`, { method: 'POST', headers })
  expect(post.status).toBe(pushed)
  if (pushed === 401) expect(post.headers.get('www-authenticate')).toBe('Basic realm="registry"')
})

test('a mount needs a token that may read the source too', async () => {
  await start({ flavour: 'ghcr' })
  const digest = await registry.blobs.add('octocat/base', 'layer')
  const mount = (bearer: string) =>
    request('POST', `blobs/uploads/?mount=${digest}&from=octocat/base`, bearer)
  const one = await token('repository:octocat/app:pull,push', basic)
  expect((await mount(one)).status).toBe(202)
  const both = await token('repository:octocat/app:pull,push&scope=repository:octocat/base:pull', basic)
  expect((await mount(both)).status).toBe(201)
})
