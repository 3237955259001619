import { afterEach, describe, expect, test } from '@jest/globals'
import { dockerHubPackage } from '../../../actions/packages/dockerhub/package.ts'
import { accessWith } from '../registry/fixtures.ts'
import { openBackend } from './backend.ts'
import {
  type HubOptions,
  NAME,
  type OpenedHub,
  openHub,
  push,
  SECRET,
  versionOf,
} from './dockerhub-fixture.ts'

let hub: OpenedHub

afterEach(() => hub.stop())

async function start(options: HubOptions = {}): Promise<OpenedHub> {
  hub = await openHub(options)
  return hub
}

/** What the API answers to a login by its new way. */
function answerLogin(status: number, body: object = {}): void {
  const fault = { kind: 'status', status, body: JSON.stringify(body) } as const
  hub.api.faults.add({ path: 'auth/token', times: 0, fault })
}

describe('a login', () => {
  test('is shared by all repositories', async () => {
    const { open, registry, asked } = await start()
    registry.manifests.put('octo/two', 'v1', (await push(registry, 'one', 'v1')).index)
    for (const path of [NAME, 'octo/two']) await open({ host: registry.host, path }).versions()
    expect(asked().filter((line) => line.startsWith('POST'))).toEqual(['POST auth/token 200'])
  })

  test('that is refused is not tried again, by no repository: it would lock the account', async () => {
    const { app, open, registry, asked, clock } = await start({ secret: 'wrong' })
    const { index } = await push(registry, 'one', 'v1')
    const refused = {
      status: 401,
      message: expect.stringMatching(/auth\/token answered 401 Incorrect authentication credentials/),
      hint: expect.stringMatching(/not tried again/),
    }
    await expect(app.versions()).rejects.toMatchObject(refused)
    await expect(app.remove(versionOf(index, 'v1'))).rejects.toMatchObject(refused)
    await expect(open({ host: registry.host, path: 'octo/two' }).versions()).rejects.toMatchObject(refused)
    expect([asked(), clock.waits]).toEqual([['POST auth/token 401'], []])
  })

  test('goes to nobody where nothing says where the API is, such as a mirror’s', async () => {
    await start()
    const opened = openBackend(
      dockerHubPackage,
      accessWith({
        'registry-kinds': `${hub.registry.host}=dockerhub`,
        'dockerhub-username': 'octo',
        'dockerhub-token': SECRET,
      }),
    )
    const asking = opened.open({ host: hub.registry.host, path: NAME }).versions()
    await expect(asking).rejects.toThrow(`Nothing says where the API of ${hub.registry.host} is.`)
    expect(opened.traced).toEqual([])
    opened.close()
  })

  test('that fails for the moment is tried again', async () => {
    const { app, registry, api } = await start()
    await push(registry, 'one', 'v1')
    api.faults.add({ path: 'auth/token', times: 3, fault: { kind: 'status', status: 503 } })
    await expect(app.versions()).rejects.toMatchObject({ status: 503 })
    expect(await app.versions()).toHaveLength(1)
  })

  test.each([404, 405, 410])('goes the old way where the new one answers %i', async (status) => {
    const { app, registry, asked } = await start()
    const { index } = await push(registry, 'one', 'v1')
    answerLogin(status)
    expect(await app.untag('v1', index.digest)).toEqual({ outcome: 'done' })
    expect(asked()[1]).toBe('POST users/login 200')
  })

  test('of an organisation does not go the old way, which would count as a failure', async () => {
    const { app, asked } = await start({ secret: 'dckr_oat_1' })
    answerLogin(404)
    await expect(app.versions()).rejects.toMatchObject({
      message: expect.stringMatching(/no tokens of organisations/),
      hint: expect.stringMatching(/personal access token/),
    })
    expect(asked()).toEqual(['POST auth/token 404'])
  })

  test.each([
    ['an answer without a token', {}, /access_token/],
    ['a token that nothing takes', { access_token: 'made-up' }, /answered 401/],
  ])('that gives %s is an error, not another login', async (_case, body, message) => {
    const { app, registry, asked } = await start()
    await push(registry, 'one', 'v1')
    answerLogin(200, body)
    await expect(app.versions()).rejects.toThrow(message)
    expect(asked().filter((line) => line.startsWith('POST'))).toHaveLength(1)
  })

  test.each<[string, HubOptions]>([
    ['nobody', { inputs: { 'dockerhub-token': '' } }],
    ['an identity token', { given: { login: async () => ({ identityToken: 'x' }) } }],
  ])('is needed, and %s is none', async (_case, options) => {
    const { app, asked } = await start(options)
    await expect(app.versions()).rejects.toMatchObject({
      message: expect.stringMatching(/needs a login for 127.0.0.1:\d+\/octo\/app/),
      hint: expect.stringMatching(/dockerhub-username and dockerhub-token/),
    })
    expect(asked()).toEqual([])
  })
})

describe('a token that ends in the middle', () => {
  const expire = (path: string, times: number) =>
    hub.api.faults.add({ path, times, fault: { kind: 'expired-token' } })

  test('of a list is renewed once, and the list goes on', async () => {
    const { app, registry, asked } = await start()
    const { index } = await push(registry, 'one')
    for (let number = 0; number < 250; number++) registry.manifests.put(NAME, `v${number}`, index)
    expire('page=2', 1)
    expect((await app.versions())[0]?.tags).toHaveLength(250)
    expect(asked().map((line) => line.replace(/ .* /, ' '))).toEqual([
      'POST 200',
      'GET 200',
      'GET 401',
      'POST 200',
      'GET 200',
      'GET 200',
    ])
  })

  test('and whose successor is refused is an error', async () => {
    const { app, registry, asked } = await start()
    const { index } = await push(registry, 'one', 'v1')
    expire('tags/v1', 0)
    await app.versions()
    await expect(app.untag('v1', index.digest)).rejects.toMatchObject({ status: 401 })
    expect(asked().filter((line) => line.startsWith('POST'))).toHaveLength(2)
  })

  test('by its age is renewed before the deletion', async () => {
    const { app, registry, clock } = await start()
    const { index } = await push(registry, 'one', 'v1')
    const [version] = await app.versions()
    clock.time += 11 * 60_000
    expect(version && (await app.remove(version))).toEqual({ outcome: 'done' })
    expect(registry.manifests.find(NAME, index.digest)).toBeUndefined()
  })
})

describe('a right that is missing', () => {
  const insufficient = { status: 403, hint: expect.stringMatching(/Read, Write, Delete/) }

  test.each<[string, HubOptions]>([
    ['to the API', { rights: ['read', 'write'] }],
    ['to the registry', { own: { rights: ['pull', 'push'] } }],
  ])('%s is an error that names it', async (_where, options) => {
    const { app, registry } = await start(options)
    const { index } = await push(registry, 'one', 'v1')
    await expect(app.remove(versionOf(index, 'v1'))).rejects.toMatchObject(insufficient)
    expect(registry.manifests.find(NAME, index.digest)).toBeDefined()
  })

  test('to tokens of organisations says so', async () => {
    const secret = 'dckr_oat_1'
    const { app, registry } = await start({
      secret,
      own: { credentials: { user: 'octo', password: secret } },
    })
    const { index } = await push(registry, 'one', 'v1')
    expect(await app.versions()).toHaveLength(1)
    await expect(app.untag('v1', index.digest)).rejects.toMatchObject({
      status: 403,
      hint: expect.stringMatching(/refuses this to tokens of an organisation/),
    })
  })
})

test('a repository that nobody may see looks absent', async () => {
  const { app } = await start()
  await expect(app.versions()).rejects.toMatchObject({
    message: expect.stringMatching(/answered 404 httperror 404: object not found/),
    hint: expect.stringMatching(/private repository looks absent/),
  })
})

test('credentials go nowhere in the clear', async () => {
  const { traced, app } = await start({ api: 'http://hub.example.com' })
  await expect(app.versions()).rejects.toThrow(/would go to http:\/\/hub.example.com/)
  expect(traced).toEqual([])
})

test('no secret is ever told', async () => {
  const { app, registry, traced, logged, api } = await start()
  await push(registry, 'one', 'v1')
  answerLogin(200, { access_token: 'jwt-of-octo' })
  api.faults.add({ path: 'tags', fault: { kind: 'status', status: 500 } })
  const error = await app.versions().catch((failure: unknown) => failure)
  const told = [String(error), JSON.stringify(error), ...logged, JSON.stringify(traced)].join('\n')
  expect(told).toMatch(/401/)
  expect(told).not.toMatch(new RegExp(`${SECRET}|jwt-of-octo`))
})
