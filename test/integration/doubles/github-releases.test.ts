import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type GithubDouble, type GraphRepository, startGithubDouble } from '../../doubles/github/index.ts'
import { GithubSchemas } from './github-schemas.ts'

const schemas = new GithubSchemas()
const head = 'a'.repeat(40)
const PUBLISHED = '/repos/{owner}/{repo}/releases'
let repository: GraphRepository
let github: GithubDouble

beforeEach(async () => {
  repository = { defaultBranch: 'main', branches: { main: head }, commits: { [head]: [] } }
  github = await startGithubDouble({
    repositories: { 'octo/app': repository },
    tokens: {
      ghs_write: { packages: 'none', contents: 'write' },
      ghs_read: { packages: 'none' },
    },
  })
})
afterEach(() => github.close())

async function call(method: string, path: string, body?: unknown, token = 'ghs_write') {
  const sent = Buffer.isBuffer(body) ? { body } : body === undefined ? {} : { body: JSON.stringify(body) }
  const headers = { 'content-type': 'application/octet-stream', authorization: `Bearer ${token}` }
  const response = await fetch(`${github.url}/repos/octo/app/releases${path}`, { method, headers, ...sent })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

async function draft(tag = 'v1.0.0') {
  return (await call('POST', '', { tag_name: tag, draft: true })).body as { id: number }
}

test('every answer on the way to a release is as GitHub publishes it', async () => {
  const step = async (method: string, path: string, published: string, body?: unknown) => {
    const answer = await call(method, path, body)
    expect(schemas.problems(method, PUBLISHED + published, answer.status, answer.body)).toEqual([])
    return answer.body
  }
  const { id } = await step('POST', '', '', { tag_name: 'v1.0.0', draft: true, body: 'B' })
  const asset = await step('POST', `/${id}/assets?name=a`, '/{release_id}/assets', Buffer.from('abc'))
  expect(asset.digest).toMatch(/^sha256:ba7816bf/)
  await step('DELETE', `/assets/${asset.id}`, '/assets/{asset_id}')
  await step('POST', `/${id}/assets?name=a`, '/{release_id}/assets', Buffer.from('abc'))
  await step('PATCH', `/${id}`, '/{release_id}', { draft: false, make_latest: 'true' })
  const read = await step('GET', '/tags/v1.0.0', '/tags/{tag}')
  expect(read).toMatchObject({ draft: false, body: 'B', assets: [{ name: 'a', size: 3 }] })
  expect(await step('GET', `/${id}`, '/{release_id}')).toEqual(read)
  expect(await step('GET', '', '')).toEqual([read])
})

test('a draft is for those who may publish it, and has no address by its tag', async () => {
  await draft()
  expect((await call('GET', '')).body).toHaveLength(1)
  expect((await call('GET', '', undefined, 'ghs_read')).body).toEqual([])
  expect((await call('GET', '/tags/v1.0.0')).status).toBe(404)
})

test('publishing without a tag makes one, wherever the branch is; a tag that is there stays', async () => {
  repository.tags = { 'v1.0.0': 'b'.repeat(40) }
  for (const tag of ['v1.0.0', 'v2.0.0']) await call('PATCH', `/${(await draft(tag)).id}`, { draft: false })
  expect(repository.tags).toEqual({ 'v1.0.0': 'b'.repeat(40), 'v2.0.0': head })
})

test('a long list comes in pages', async () => {
  for (const tag of ['v1', 'v2', 'v3']) await draft(tag)
  expect((await call('GET', '?per_page=2&page=2')).body).toMatchObject([{ tag_name: 'v3' }])
})

test.each([
  ['who may only read', 403, () => call('POST', '', { tag_name: 'v1.0.0' }, 'ghs_read')],
  ['a release without a tag', 422, () => call('POST', '', { draft: true })],
  ['too long notes', 422, () => call('POST', '', { tag_name: 'v1', body: 'x'.repeat(125_001) })],
  ['a release that is not there', 404, () => call('PATCH', '/1', { draft: false })],
  ['a file that is not there', 404, () => call('DELETE', '/assets/1')],
  ['an empty file', 400, async () => call('POST', `/${(await draft()).id}/assets?name=a`, Buffer.alloc(0))],
  [
    'a second file of one name',
    422,
    async () => {
      const { id } = await draft()
      await call('POST', `/${id}/assets?name=a`, Buffer.from('1'))
      return call('POST', `/${id}/assets?name=a`, Buffer.from('2'))
    },
  ],
  [
    'a second published release of one tag',
    422,
    async () => {
      await call('POST', '', { tag_name: 'v1.0.0', draft: false })
      return call('POST', '', { tag_name: 'v1.0.0', draft: false })
    },
  ],
  [
    'a file of a release that is immutable',
    422,
    async () => {
      repository.immutableReleases = true
      const { id } = (await call('POST', '', { tag_name: 'v1.0.0', draft: false })).body
      return call('POST', `/${id}/assets?name=a`, Buffer.from('1'))
    },
  ],
])('%s is refused: %i', async (_what, status, ask) => {
  expect(await ask()).toMatchObject({ status })
})
