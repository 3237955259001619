import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Version } from '../../../actions/packages/types.ts'
import { GithubWorld } from './github-fixture.ts'

const ORG = '/orgs/acme/packages/container/tools%2Fapp'
let world: GithubWorld
beforeEach(async () => {
  world = new GithubWorld()
  await world.start()
})
afterEach(() => world.stop())

describe('the list', () => {
  test('has every version, the newest first, with its tags and times', async () => {
    const [one, two] = world.push('latest', undefined)
    const { time } = world.clock
    world.ghcr.manifests.put('acme/tools/app', 'v1', one!)
    const versions = await world.open().versions()
    expect(versions).toEqual([
      { id: String(two!.id), digest: two!.digest, tags: [], created: time, updated: time },
      expect.objectContaining({
        id: String(one!.id),
        digest: one!.digest,
        created: time - 60_000,
        updated: time,
      }),
    ])
    expect([...versions[1]!.tags].sort()).toEqual(['latest', 'v1'])
  })

  test('of ten thousand takes a hundred requests and one for the owner, and tells how far it is', async () => {
    world.push(...Array.from({ length: 10_000 }, (_, index) => (index % 20 === 0 ? `v${index}` : undefined)))
    const told: string[] = []
    const versions = await world
      .open({ progress: (what, done, total) => told.push(`${what} ${done}/${total}`) })
      .versions()
    expect(new Set(versions.map(({ digest }) => digest)).size).toBe(10_000)
    expect(
      versions.every(({ id }, index) => index === 0 || Number(id) < Number(versions[index - 1]!.id)),
    ).toBe(true)
    expect(world.github.requests).toHaveLength(101)
    expect([told.length, told.at(-1)]).toEqual([100, `Listing ${world.ghcr.host}/acme/tools/app 100/100`])
  })

  test.each([
    ['an empty list', 0],
    ['one page', 100],
    ['one page and a version', 101],
  ])('%s', async (_case, count) => {
    world.push('latest')
    world.push(...Array.from({ length: count - 1 }, () => undefined))
    if (count === 0)
      world.ghcr.manifests.remove('acme/tools/app', world.ghcr.manifests.list('acme/tools/app')[0]!.digest)
    expect(await world.open().versions()).toHaveLength(count)
  })

  test('is whole although versions are pushed meanwhile', async () => {
    world.push(...Array.from({ length: 300 }, () => undefined))
    const before = world.ghcr.manifests.list('acme/tools/app').map(({ digest }) => digest)
    const listed = await world
      .open({ trace: ({ url }) => url.endsWith('/versions') && world.push('latest') })
      .versions()
    const digests = listed.map(({ digest }) => digest)
    expect(digests).toEqual(expect.arrayContaining(before))
    expect(new Set(digests).size).toBe(digests.length)
  })

  test.each([
    ['first', 1],
    ['middle', 2],
  ])('whose %s page is short is an error', async (_case, number) => {
    world.push(...Array.from({ length: 250 }, () => undefined))
    const link = `<${world.github.url}${ORG}/versions?page=3>; rel="last"`
    const body = JSON.stringify([])
    world.github.faults.add({
      path: `&page=${number}$`,
      fault: { kind: 'status', status: 200, headers: { 'content-type': 'application/json', link }, body },
    })
    await expect(world.open().versions()).rejects.toThrow(`only 0 versions on page ${number} of ${ORG}`)
  })

  test('that ends in its midst is an error', async () => {
    world.push(...Array.from({ length: 250 }, () => undefined))
    world.github.faults.add({ path: 'page=2', fault: { kind: 'short-page', items: 40 } })
    await expect(world.open().versions()).rejects.toThrow('only 40 versions on page 2')
  })

  test.each([
    ['no JSON', '<html>'],
    ['no list', '{}'],
    ['a version without digest', JSON.stringify([{ id: 1, name: 'v1' }])],
    ['a version that hides its tags', 'NO TAGS'],
  ])('that is %s is an error', async (_case, body) => {
    const [one] = world.push('latest')
    const times = { created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z' }
    const untold = JSON.stringify([{ id: 1, name: one!.digest, ...times }])
    const headers = { 'content-type': 'application/json' }
    world.github.faults.add({
      path: 'versions',
      fault: { kind: 'status', status: 200, headers, body: body === 'NO TAGS' ? untold : body },
    })
    await expect(world.open().versions()).rejects.toThrow('no list of versions')
  })

  test.each([
    ['ghs_admin', 'octocat/app', ['/users/octocat'], '/users/octocat'],
    ['ghp_octocat', 'octocat/app', ['/users/octocat', '/user'], '/user'],
    ['gho_app', 'octocat/app', ['/users/octocat', '/user'], '/users/octocat'],
    ['ghp_octocat', 'hubot/app', ['/users/hubot', '/user'], '/users/hubot'],
    ['ghs_admin', 'acme/app', ['/users/acme'], '/orgs/acme'],
    ['ghp_octocat', 'acme/app', ['/users/acme'], '/orgs/acme'],
  ])('asked with %s for %s is found in its place, and only once', async (token, path, questions, home) => {
    world.pushTo(path, 'latest')
    const opened = world.open({ token, path })
    expect(await opened.versions()).toHaveLength(1)
    await opened.versions()
    const lists = Array.from({ length: 2 }, () => `${home}/packages/container/app/versions`)
    expect(world.github.requests.map((request) => request.path.split('?')[0])).toEqual([
      ...questions,
      ...lists,
    ])
  })
})

describe('removing', () => {
  const remove = async (version: Version, token?: string) =>
    world.open(token === undefined ? {} : { token }).remove(version)
  const listed = async (): Promise<Version[]> => {
    const versions = await world.open().versions()
    world.github.requests.length = 0
    return versions
  }

  test('takes two requests, and the owner’s', async () => {
    world.push('latest', undefined)
    const [untagged] = await listed()
    expect(await remove(untagged!)).toEqual({ outcome: 'done' })
    const path = `${ORG}/versions/${untagged!.id}`
    expect(world.asked()).toEqual(['GET /users/acme 200', `GET ${path} 200`, `DELETE ${path} 204`])
    expect(world.ghcr.manifests.find('acme/tools/app', untagged!.digest)).toBeUndefined()
  })

  test('what is gone is done already', async () => {
    world.push('latest', undefined)
    const [untagged] = await listed()
    world.ghcr.manifests.remove('acme/tools/app', untagged!.digest)
    expect(await remove(untagged!)).toEqual({ outcome: 'absent' })
  })

  test('what somebody else deletes in between is done as well', async () => {
    world.push('latest', undefined)
    const [untagged] = await listed()
    const gone = () => world.ghcr.manifests.remove('acme/tools/app', untagged!.digest)
    const opened = world.open({
      trace: ({ method, url }) => method === 'GET' && url.endsWith(untagged!.id) && gone(),
    })
    expect(await opened.remove(untagged!)).toEqual({ outcome: 'absent' })
  })

  test('what was deleted by an attempt whose answer was lost is deleted', async () => {
    world.push('latest', undefined)
    const [untagged] = await listed()
    world.github.faults.add({ method: 'DELETE', fault: { kind: 'status', status: 502, late: true } })
    expect(await remove(untagged!)).toEqual({ outcome: 'done' })
  })

  test.each([
    ['got a tag', 'stable', 'its tags changed after the list was read: stable'],
    ['was pushed again', undefined, 'it was updated after the list was read'],
  ])('what %s is left alone', async (_case, tag, reason) => {
    const [, untagged] = world.push('latest', undefined)
    const [version] = await listed()
    world.clock.time += 1000
    world.ghcr.manifests.put('acme/tools/app', tag ?? untagged!.digest, untagged!)
    expect(await remove(version!)).toEqual({ outcome: 'changed', reason })
    expect(world.asked().some((line) => line.startsWith('DELETE'))).toBe(false)
  })

  test('looks at tags, not at their order', async () => {
    const [one] = world.push('a', 'latest')
    world.ghcr.manifests.put('acme/tools/app', 'b', one!)
    const version = (await listed()).find(({ digest }) => digest === one!.digest)!
    const turned = { ...version, tags: [...version.tags].reverse() }
    expect(await remove(turned)).toEqual({ outcome: 'done' })
  })

  test.each([
    ['the last tagged version', ['latest', undefined], 0, /^it is the last version with a tag/],
    [
      'a version that many have downloaded',
      ['latest', 'v1'],
      5001,
      /^it was downloaded more than 5,000 times/,
    ],
  ])('%s is kept, with the reason', async (_case, tags, downloads, reason) => {
    const [one] = world.push(...tags)
    world.github.downloads.set(one!.digest, downloads)
    const version = (await listed()).at(-1)!
    expect(await remove(version)).toEqual({ outcome: 'kept', reason: expect.stringMatching(reason) })
  })

  test.each([
    ['a workflow', 'ghs_write', 403, 'Resource not accessible by integration'],
    ['a user', 'ghp_write', 404, 'Package not found'],
  ])('without the right, as %s, is an error that says what to do', async (_case, token, status, words) => {
    world.push('latest', undefined)
    const [untagged] = await listed()
    const removing = remove(untagged!, token)
    await expect(removing).rejects.toMatchObject({
      message: `GitHub answered DELETE ${ORG}/versions/${untagged!.id} with ${status}: ${words}.`,
      hint: expect.stringMatching(
        /packages: write.*role Admin under "Manage Actions access".*delete:packages/,
      ),
    })
    await expect(removing).rejects.not.toThrow(token)
    expect(world.clock.waits).toEqual([])
  })

  test('of a package that can’t be seen any more is no success', async () => {
    world.push('latest', undefined)
    const opened = world.open()
    const [untagged] = await opened.versions()
    world.github.tokens.ghs_admin = { packages: 'none' }
    await expect(opened.remove(untagged!)).rejects.toThrow('with 404: Package not found.')
  })

  test('a tag alone is nothing GitHub can do', async () => {
    const [one] = world.push('latest')
    expect(await world.open().untag('latest', one!.digest)).toMatchObject({ outcome: 'unsupported' })
    expect(world.asked()).toEqual([])
  })
})
