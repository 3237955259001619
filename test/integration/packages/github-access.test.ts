import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { GithubWorld } from './github-fixture.ts'

const DAY = 24 * 3600 * 1000
const ORG = '/orgs/acme/packages/container/tools%2Fapp'
let world: GithubWorld
beforeEach(async () => {
  world = new GithubWorld()
  await world.start()
})
afterEach(() => world.stop())

describe('a token', () => {
  test('there must be', async () => {
    await expect(world.open({ inputs: { 'github-token': '' } }).versions()).rejects.toMatchObject({
      message: `There is no token for the packages of ${world.ghcr.host}/acme/tools/app.`,
      hint: expect.stringContaining('github-token'),
    })
    expect(world.asked()).toEqual([])
  })

  test('may be one for a part of the registry', async () => {
    world.push('latest')
    const entry = { registry: `${world.ghcr.host}/acme`, username: 'octocat', password: 'ghp_octocat' }
    const inputs = { 'github-token': 'ghs_none', 'registry-auth': JSON.stringify([entry]) }
    expect(await world.open({ inputs }).versions()).toHaveLength(1)
  })

  test('that is wrong is named as such, and never shown', async () => {
    const asking = world.open({ token: 'ghp_expired' }).versions()
    await expect(asking).rejects.toMatchObject({
      message: 'GitHub answered GET /users/acme with 401: Bad credentials.',
      hint: expect.stringContaining('has expired'),
    })
    expect(world.github.requests).toHaveLength(1)
  })

  test('that expires in the midst of it stops everything', async () => {
    world.push('latest', undefined)
    const opened = world.open()
    const [untagged] = await opened.versions()
    delete world.github.tokens.ghs_admin
    await expect(opened.remove(untagged!)).rejects.toThrow('with 401: Bad credentials')
    await expect(opened.restore(untagged!.digest)).rejects.toThrow('with 401: Bad credentials')
  })

  test.each([
    ['that sees nothing', 'ghs_none', 'acme/tools/app', 'Package not found'],
    ['and a package that is not there', 'ghs_admin', 'acme/tools/other', 'Package not found'],
    ['and an owner who is not there', 'ghs_admin', 'nobody/app', 'Not Found'],
  ])('%s look the same, and the hint says both', async (_case, token, path, words) => {
    world.push('latest')
    await expect(world.open({ token, path }).versions()).rejects.toMatchObject({
      message: expect.stringMatching(new RegExp(`^GitHub answered GET /.* with 404: ${words}\\.$`)),
      hint: expect.stringMatching(/Check the owner and the name.*packages: write/),
    })
  })

  test('goes where nobody can listen', async () => {
    const asking = world.open({ apiUrl: 'http://api.example.com' }).versions()
    await expect(asking).rejects.toThrow('GitHub\'s API at "http://api.example.com" is not https.')
  })
})

test('a server of one’s own has its API where registry-kinds says', async () => {
  world.push('latest')
  const inputs = { 'registry-kinds': `${world.ghcr.host}=ghcr ${world.github.url}/api/v3/` }
  const path = '/api/v3/users/acme'
  world.github.faults.add({ path, fault: { kind: 'status', status: 418 } })
  const asking = world.open({ inputs, apiUrl: 'https://api.example.com' }).versions()
  await expect(asking).rejects.toThrow(`GET ${path} with 418`)
})

test('an image without an owner is no package', async () => {
  await expect(world.open({ path: 'app' }).versions()).rejects.toThrow('names no package of an owner')
})

describe('restoring', () => {
  test('brings back what was deleted, without a search where it was us', async () => {
    world.push('latest', undefined)
    const opened = world.open()
    const [untagged] = await opened.versions()
    await opened.remove(untagged!)
    world.github.requests.length = 0
    expect(await opened.restore(untagged!.digest)).toEqual({ outcome: 'done' })
    expect(world.asked()).toEqual([`POST ${ORG}/versions/${untagged!.id}/restore 204`])
    expect(world.ghcr.manifests.find('acme/tools/app', untagged!.digest)).toBeDefined()
  })

  test('searches the pages of deleted versions, each once', async () => {
    const stored = world.push('latest', ...Array.from({ length: 250 }, () => undefined))
    for (const { digest } of stored.slice(1)) world.ghcr.manifests.remove('acme/tools/app', digest)
    const opened = world.open()
    expect(await opened.restorable!(stored[1]!.digest)).toBe(true)
    expect(await opened.restore(stored[1]!.digest)).toEqual({ outcome: 'done' })
    expect(await opened.restore(stored.at(-1)!.digest)).toEqual({ outcome: 'done' })
    expect(world.github.requests.filter(({ path }) => path.includes('state=deleted'))).toHaveLength(3)
  })

  test.each([
    [30, 'done'],
    [31, 'kept'],
  ])('is possible for 30 days: after %i', async (days, outcome) => {
    const [, untagged] = world.push('latest', undefined)
    world.ghcr.manifests.remove('acme/tools/app', untagged!.digest)
    world.clock.time += days * DAY
    const opened = world.open()
    expect(await opened.restorable!(untagged!.digest)).toBe(outcome === 'done')
    expect(await opened.restore(untagged!.digest)).toMatchObject({ outcome })
  })

  test('that GitHub refuses, having lost it after all, is an answer', async () => {
    const [, untagged] = world.push('latest', undefined)
    world.ghcr.manifests.remove('acme/tools/app', untagged!.digest)
    const opened = world.open()
    await opened.restorable!(untagged!.digest)
    world.clock.time += 31 * DAY
    const reason = expect.stringContaining('kept for 30 days')
    expect(await opened.restore(untagged!.digest)).toEqual({ outcome: 'kept', reason })
    expect(world.asked().at(-1)).toMatch(/^POST .* 404$/)
  })

  test('what was never there can’t be', async () => {
    world.push('latest')
    const reason = expect.stringContaining('kept for 30 days')
    expect(await world.open().restore(digestOf('never'))).toEqual({ outcome: 'kept', reason })
  })

  test.each([
    ['ghs_write', 'Resource not accessible by integration'],
    ['gho_reader', 'Package not found'],
  ])('without the right (%s) says so, for whoever has the bytes to put it again', async (token, words) => {
    world.github.tokens.gho_reader = { login: 'octocat', packages: 'read' }
    const [, untagged] = world.push('latest', undefined)
    world.ghcr.manifests.remove('acme/tools/app', untagged!.digest)
    const reason = expect.stringMatching(new RegExp(`^GitHub refused: ${words}\\. .*packages: write`))
    expect(await world.open({ token }).restore(untagged!.digest)).toEqual({ outcome: 'kept', reason })
  })
})
