import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type GithubDouble, startGithubDouble } from '../../doubles/github/index.ts'
import { GithubSchemas } from './github-schemas.ts'

const schemas = new GithubSchemas()
const first = 'a'.repeat(40)
const PUBLISHED = '/repos/{owner}/{repo}'
let github: GithubDouble
beforeAll(async () => {
  github = await startGithubDouble({
    repositories: {
      'octo/app': {
        defaultBranch: 'main',
        branches: { main: first },
        commits: { [first]: [] },
        releases: [{ tag: 'v1.0.0', published: '2026-01-01T00:00:00Z' }],
      },
    },
    tokens: {
      ghs_all: { packages: 'none', contents: 'write', pulls: 'write' },
      ghs_none: { packages: 'none' },
      ghp_none: { login: 'octocat', packages: 'none' },
    },
    moved: { 'old/name': 'octo/app' },
  })
})
afterAll(() => github.close())

async function call(method: string, path: string, body?: unknown, token = 'ghs_all') {
  const headers: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(`${github.url}/repos/octo/app${path}`, { method, headers, ...sent })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

test('every answer on the way to a pull request is as GitHub publishes it', async () => {
  const step = async (method: string, path: string, published: string, body?: unknown) => {
    const answer = await call(method, path, body)
    expect(schemas.problems(method, PUBLISHED + published, answer.status, answer.body)).toEqual([])
    return answer.body
  }
  await step('GET', '/git/ref/heads/main', '/git/ref/{ref}')
  const base = await step('GET', `/git/commits/${first}`, '/git/commits/{commit_sha}')
  expect(base.sha).toBe(first)
  const entry = { path: 'a.json', mode: '100644', type: 'blob', content: '{}' }
  const tree = await step('POST', '/git/trees', '/git/trees', { base_tree: first, tree: [entry] })
  const commit = await step('POST', '/git/commits', '/git/commits', {
    message: 'One',
    tree: tree.sha,
    parents: [first],
  })
  await step('POST', '/git/refs', '/git/refs', { ref: 'refs/heads/x/y', sha: commit.sha })
  await step('PATCH', '/git/refs/heads/x/y', '/git/refs/{ref}', { sha: commit.sha, force: true })
  await step('POST', '/pulls', '/pulls', { title: 'T', body: 'B', head: 'x/y', base: 'main' })
  expect(await step('GET', '/pulls?head=octo:x/y&base=main', '/pulls')).toHaveLength(1)
  await step('POST', '/issues/1/labels', '/issues/{issue_number}/labels', { labels: ['nodes'] })
  await step('POST', '/issues/1/comments', '/issues/{issue_number}/comments', { body: 'Why' })
  await step('PATCH', '/pulls/1', '/pulls/{pull_number}', { state: 'closed' })
  expect(await step('GET', '/pulls?head=octo:x/y&base=main', '/pulls')).toHaveLength(0)
  await step('GET', '/releases', '/releases')
})

test.each([
  ['POST', '/git/trees', 'ghs_none', 403],
  ['POST', '/pulls', 'ghs_none', 403],
  ['PATCH', '/pulls/1', 'ghp_none', 404],
  ['POST', '/git/refs', '', 401],
])('%s %s with “%s” is refused: %i', async (method, path, token, status) => {
  expect(await call(method, path, {}, token)).toMatchObject({ status })
})

test.each([
  ['POST', '/git/refs', { ref: 'refs/heads/main', sha: first }, 'Reference already exists'],
  ['POST', '/git/refs', { ref: 'refs/heads/new', sha: 'b'.repeat(40) }, 'Object does not exist'],
  ['POST', '/git/trees', { base_tree: 'c'.repeat(40), tree: [] }, 'base_tree is not a valid tree oid'],
  [
    'POST',
    '/git/trees',
    { base_tree: first, tree: [{ path: 'no', sha: null }] },
    'GitRPC::BadObjectState: no',
  ],
  ['POST', '/pulls', { title: 'T', body: '', head: 'main', base: 'main' }, 'Validation Failed'],
  [
    'POST',
    '/pulls',
    { title: 'T', body: 'x'.repeat(65_537), head: 'main', base: 'main' },
    expect.stringContaining('too long'),
  ],
])('%s %s says what is wrong', async (method, path, body, message) => {
  expect(await call(method, path, body)).toMatchObject({ status: 422, body: { message } })
})

test('a repository that has moved is found by its number', async () => {
  const response = await fetch(`${github.url}/repos/old/name`)
  expect(await response.json()).toMatchObject({ full_name: 'octo/app' })
  expect(response.redirected).toBe(true)
})
