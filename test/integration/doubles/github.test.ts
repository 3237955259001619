import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  type GithubDouble,
  type GithubOptions,
  SecondaryLimit,
  secondaryRateLimit,
  startGithubDouble,
} from '../../doubles/github/index.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { GithubSchemas } from './github-schemas.ts'
import { document, INDEX } from './images.ts'

const schemas = new GithubSchemas()
const [a, b, c] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string]
const DAY = 24 * 3600 * 1000
let now: number
let ghcr: RegistryDouble
let github: GithubDouble

async function start(options: GithubOptions = {}): Promise<void> {
  ghcr = await startRegistryDouble({ flavour: 'ghcr', now: () => now })
  github = await startGithubDouble({
    registry: ghcr,
    accounts: { acme: 'Organization', octocat: 'User' },
    repositories: {
      'octocat/app': {
        defaultBranch: 'main',
        branches: { main: c, 'fix/one': b },
        commits: { [a]: [], [b]: [a], [c]: [a] },
        files: { [c]: ['src/main.ts'] },
      },
    },
    tokens: {
      ghs_admin: { packages: 'admin' },
      ghs_read: { packages: 'read' },
      ghs_writer: { packages: 'write' },
      ghp_writer: { login: 'octocat', packages: 'write' },
      ghp_octocat: { login: 'octocat', packages: 'admin' },
      ghp_reader: { login: 'octocat', packages: 'read' },
      ghp_none: { login: 'octocat', packages: 'none' },
    },
    ...options,
  })
}
beforeEach(async () => {
  now = Date.parse('2026-06-01T00:00:00Z')
  await start()
})
afterEach(async () => {
  await github.close()
  await ghcr.close()
})

interface Answer<T> {
  status: number
  body: T
  headers: Headers
}
type Versions = { name: string; metadata: { container: { tags: string[] } } }[]

async function call<T = { message: string }>(
  request: string,
  token: string | null = 'ghp_octocat',
): Promise<Answer<T>> {
  const [method = '', path = ''] = request.split(' ')
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(github.url + path, { method, headers })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : undefined, headers: response.headers }
}

/** Puts versions into a package, a minute apart; those with a name are tagged. */
function versions(owner: string, ...tags: (string | undefined)[]) {
  return tags.map((tag, index) => {
    now += 60_000
    const manifest = document(INDEX, { manifests: [], annotations: { index: `${now} ${index}` } })
    return ghcr.manifests.put(`${owner}/tools/app`, tag ?? manifest.digest, manifest)
  })
}
const ORG = '/orgs/acme/packages/container/tools%2Fapp'
const USER = '/users/octocat/packages/container/tools%2Fapp'
const OWN = '/user/packages/container/tools%2Fapp'

describe('every answer is as GitHub publishes it', () => {
  const NAMED = '/packages/{package_type}/{package_name}'
  const PACKAGE = `/orgs/{org}${NAMED}`
  const VERSION = `${PACKAGE}/versions/{package_version_id}`
  test.each([
    ['GET', '/repos/octocat/app', '/repos/{owner}/{repo}', 200],
    ['GET', '/repos/octocat/other', '/repos/{owner}/{repo}', 404],
    ['GET', '/repos/octocat/app/commits/main', '/repos/{owner}/{repo}/commits/{ref}', 200],
    ['GET', '/repos/octocat/app/commits/none', '/repos/{owner}/{repo}/commits/{ref}', 422],
    ['GET', '/repos/octocat/app/branches/fix%2Fone', '/repos/{owner}/{repo}/branches/{branch}', 200],
    ['GET', '/repos/octocat/app/branches/none', '/repos/{owner}/{repo}/branches/{branch}', 404],
    ['GET', `/repos/octocat/app/compare/${b}...main`, '/repos/{owner}/{repo}/compare/{basehead}', 200],
    ['GET', `/repos/octocat/app/compare/${b}...none`, '/repos/{owner}/{repo}/compare/{basehead}', 404],
    ['GET', '/user', '/user', 200],
    ['GET', '/users/octocat', '/users/{username}', 200],
    ['GET', '/users/acme', '/users/{username}', 200],
    ['GET', '/users/nobody', '/users/{username}', 404],
    ['GET', ORG, PACKAGE, 200],
    ['GET', `${ORG}/versions`, `${PACKAGE}/versions`, 200],
    ['GET', `${ORG}/versions/ID`, VERSION, 200],
    ['DELETE', `${ORG}/versions/ID`, VERSION, 204],
    ['DELETE', `${ORG}/versions/1`, VERSION, 404],
    ['POST', `${ORG}/versions/ID/restore`, `${VERSION}/restore`, 404],
    ['GET', `${ORG}/versions?state=deleted`, `${PACKAGE}/versions`, 200],
    ['GET', USER, `/users/{username}${NAMED}`, 200],
    ['GET', `${USER}/versions`, `/users/{username}${NAMED}/versions`, 200],
    ['GET', `${OWN}/versions`, `/user${NAMED}/versions`, 200],
    ['DELETE', ORG, PACKAGE, 204],
    ['DELETE', '/orgs/acme/packages/container/none', PACKAGE, 404],
  ])('%s %s', async (method, path, published, status) => {
    const [, untagged, deleted] = versions('acme', 'latest', undefined, undefined)
    ghcr.manifests.remove('acme/tools/app', deleted!.digest)
    versions('octocat', 'latest')
    const answer = await call(`${method} ${path.replace('ID', String(untagged!.id))}`)
    expect(answer.status).toBe(status)
    expect(answer.body).not.toEqual([])
    expect(schemas.problems(method, published, status, answer.body)).toEqual([])
    expect(answer.headers.get('x-ratelimit-remaining')).toBe('4999')
  })

  test.each([
    ['GET', '/user', '/user', 401, null],
    ['GET', '/user', '/user', 403, 'ghs_admin'],
    ['GET', `${ORG}/versions`, `${PACKAGE}/versions`, 401, 'unknown'],
    ['DELETE', `${ORG}/versions/ID`, VERSION, 403, 'ghs_read'],
    ['DELETE', `${ORG}/versions/ID`, VERSION, 404, 'ghp_reader'],
    ['DELETE', `${ORG}/versions/ID`, VERSION, 404, 'ghp_writer'],
    ['POST', `${ORG}/versions/ID/restore`, `${VERSION}/restore`, 403, 'ghs_writer'],
    ['POST', `${ORG}/versions/ID/restore`, `${VERSION}/restore`, 404, 'ghp_reader'],
    ['DELETE', ORG, PACKAGE, 403, 'ghs_writer'],
    ['GET', `${ORG}/versions`, `${PACKAGE}/versions`, 404, 'ghp_none'],
  ])('%s %s, refused with %i', async (method, path, published, status, token) => {
    const [, untagged] = versions('acme', 'latest', undefined)
    const answer = await call(`${method} ${path.replace('ID', String(untagged!.id))}`, token)
    expect(answer.status).toBe(status)
    expect(schemas.problems(method, published, status, answer.body)).toEqual([])
    expect(ghcr.manifests.list('acme/tools/app')).toHaveLength(2)
  })

  test('and a wrong one would be noticed', async () => {
    const { body } = await call('GET /repos/octocat/app')
    const found = schemas.problems('GET', '/repos/{owner}/{repo}', 200, { ...body, id: 'one', url: 'no url' })
    expect(found).toEqual(expect.arrayContaining(['/id must be integer', '/url must match format "uri"']))
  })
})

test.each([
  [`${a}...main`, 'ahead', 1, 0],
  [`main...${a}`, 'behind', 0, 1],
  ['main...main', 'identical', 0, 0],
  ['fix%2Fone...main', 'diverged', 1, 1],
])('compares %s', async (basehead, status, ahead_by, behind_by) => {
  expect((await call(`GET /repos/octocat/app/compare/${basehead}`, null)).body).toMatchObject({
    status,
    ahead_by,
    behind_by,
    merge_base_commit: { sha: status === 'identical' ? c : a },
  })
})

describe('package versions', () => {
  const list = (query = '') => call<Versions>(`GET ${ORG}/versions${query}`)
  const names = ({ body }: Answer<Versions>) => body.map(({ name }) => name)

  test('are the manifests, the newest first, with their tags', async () => {
    const [one, two] = versions('acme', 'latest', undefined)
    const answer = await list()
    expect(names(answer)).toEqual([two!.digest, one!.digest])
    expect(answer.body.map((version) => version.metadata.container.tags)).toEqual([[], ['latest']])
  })

  test('come in pages of at most 100, through links', async () => {
    versions('acme', ...Array.from({ length: 120 }, () => undefined))
    expect(names(await list())).toHaveLength(30)
    const first = await list('?per_page=500')
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
    const second = await call<Versions>(`GET ${next.replace(github.url, '')}`)
    expect([names(first).length, names(second).length]).toEqual([100, 20])
    expect(second.headers.get('link')).not.toContain('rel="next"')
    github.faults.add({ fault: { kind: 'short-page', items: 40 } })
    const short = await list('?per_page=100')
    expect([names(short).length, short.headers.get('link')]).toEqual([40, null])
  })

  test('that were deleted come in pages of their own', async () => {
    const all = versions('acme', 'latest', ...Array.from({ length: 104 }, () => undefined))
    for (const { digest } of all.slice(1)) ghcr.manifests.remove('acme/tools/app', digest)
    const first = await list('?state=deleted&per_page=100')
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
    const second = await call<Versions>(`GET ${next.replace(github.url, '')}`)
    expect([names(first).length, names(second).length]).toEqual([100, 4])
    expect(first.body[0]).toHaveProperty('deleted_at', new Date(now).toISOString())
    expect(names(await list())).toEqual([all[0]!.digest])
  })

  test('go with their package', async () => {
    versions('acme', 'latest', undefined)
    await call(`DELETE ${ORG}`)
    expect(await list()).toMatchObject({ status: 404, body: { message: 'Package not found.' } })
    expect(ghcr.manifests.find('acme/tools/app', 'latest')).toBeUndefined()
  })

  test('count a download for each time that their manifest is fetched', async () => {
    const [one] = versions('acme', 'latest', 'v1')
    const scope = 'service=ghcr.io&scope=repository:acme/tools/app:pull'
    const { token } = (await (await fetch(`${ghcr.url}/token?${scope}`)).json()) as { token: string }
    const headers = { accept: INDEX, authorization: `Bearer ${token}` }
    for (const method of ['GET', 'HEAD'])
      await fetch(`${ghcr.url}/v2/acme/tools/app/manifests/latest`, { method, headers })
    expect(one!.downloads).toBe(1)
    one!.downloads = 5001
    expect((await call(`DELETE ${ORG}/versions/${one!.id}`)).status).toBe(400)
  })

  test.each([
    ['ghp_writer', 204],
    ['ghp_octocat', 204],
    ['ghs_admin', 204],
    ['ghs_writer', 403],
  ])('are restored with %s: %i', async (token, status) => {
    const [, one] = versions('acme', 'latest', undefined)
    ghcr.manifests.remove('acme/tools/app', one!.digest)
    expect((await call(`POST ${ORG}/versions/${one!.id}/restore`, token)).status).toBe(status)
  })

  test.each([
    ['the last tagged one', ['latest', undefined], 0, /last tagged version/],
    ['one of many downloads', ['latest', 'v1'], 5001, /more than 5000 downloads/],
  ])('%s can not be deleted', async (_case, tags, downloads, message) => {
    const [one] = versions('acme', ...tags)
    github.downloads.set(one!.digest, downloads)
    const answer = await call(`DELETE ${ORG}/versions/${one!.id}`)
    expect([answer.status, answer.body.message]).toEqual([400, expect.stringMatching(message)])
  })

  test.each([
    [30, 204],
    [31, 404],
  ])('come back, with their tags, for 30 days: after %i', async (days, status) => {
    const [one] = versions('acme', 'old', 'latest')
    await call(`DELETE ${ORG}/versions/${one!.id}`)
    expect(names(await list('?state=deleted'))).toEqual([one!.digest])
    expect(ghcr.manifests.find('acme/tools/app', 'old')).toBeUndefined()
    now += days * DAY
    expect((await call(`POST ${ORG}/versions/${one!.id}/restore`)).status).toBe(status)
    expect(ghcr.manifests.find('acme/tools/app', 'old')?.digest).toBe(
      status === 204 ? one!.digest : undefined,
    )
  })

  test.each([
    ['/user', 'ghp_octocat', 200],
    ['/user', 'ghs_admin', 403],
    ['/users/octocat', 'ghs_admin', 200],
    ['/orgs/octocat', 'ghs_admin', 404],
    ['/users/acme', 'ghs_admin', 404],
  ])('of %s, asked with %s: %i', async (prefix, token, status) => {
    versions('octocat', 'latest')
    versions('acme', 'latest')
    expect((await call(`GET ${prefix}/packages/container/tools%2Fapp/versions`, token)).status).toBe(status)
  })

  test('may appear late', async () => {
    await Promise.all([github.close(), ghcr.close()])
    await start({ listLag: 5000 })
    versions('acme', 'latest')
    expect(names(await list())).toEqual([])
    now += 5000
    expect(names(await list())).toHaveLength(1)
  })
})

test.each([
  [{}, 429, null],
  [{ status: 403, retryAfter: 60 }, 403, '60'],
] as const)('the secondary limit comes in several forms: %j', async (options, status, hint) => {
  github.faults.add({ fault: secondaryRateLimit(options) })
  const answer = await call('GET /users/octocat')
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, hint])
  expect(answer.body.message).toMatch(/secondary rate limit/)
  expect(answer.headers.get('x-ratelimit-remaining')).not.toBe('0')
})

test('the hourly budget ends with a 403 that names its end', async () => {
  await Promise.all([github.close(), ghcr.close()])
  await start({ rateLimit: 1 })
  await call('GET /users/octocat')
  const answer = await call('GET /users/octocat')
  expect([answer.status, answer.headers.get('x-ratelimit-remaining')]).toEqual([403, '0'])
  expect(Number(answer.headers.get('x-ratelimit-reset')) * 1000).toBe(now + 3_600_000)
  now += 3_600_000
  expect((await call('GET /users/octocat')).status).toBe(200)
})

test.each([
  ['points', { points: 2, writes: 9 }, ['GET /users/octocat', 'GET /users/octocat', 'GET /users/octocat']],
  ['points of a deletion', { points: 5, writes: 9 }, ['DELETE /users/octocat', 'GET /users/octocat']],
  ['writes', { points: 90, writes: 1 }, ['DELETE /users/octocat', 'DELETE /users/octocat']],
])('the limit of a minute is on %s', async (_what, limits, requests) => {
  await Promise.all([github.close(), ghcr.close()])
  const secondary = new SecondaryLimit(() => now, limits)
  await start({ secondary })
  const last = requests.pop()!
  for (const request of requests) expect(String((await call(request)).body.message)).not.toMatch(/secondary/)
  const answer = await call(last)
  expect([answer.status, answer.body.message]).toEqual([403, expect.stringMatching(/secondary rate limit/)])
  expect(secondary).toMatchObject({ refused: 1 })
  now += 60_000
  expect((await call('GET /users/octocat')).status).toBe(200)
})
