import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type GithubDouble, startGithubDouble } from '../../doubles/github/index.ts'
import { type ResultsDouble, runtimeToken, startResultsDouble } from '../../doubles/results/index.ts'
import { GithubSchemas } from './github-schemas.ts'

const schemas = new GithubSchemas()
const [a, b] = ['a', 'b'].map((letter) => letter.repeat(40)) as [string, string]
const ACTIONS = '/repos/octocat/app/actions'
const PUBLISHED = '/repos/{owner}/{repo}/actions'
const before = { ...process.env }
let results: ResultsDouble
let github: GithubDouble
let folder: string
let client: InstanceType<typeof import('@actions/artifact').DefaultArtifactClient>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'github-actions-test-'))
  results = await startResultsDouble()
  const repository = { defaultBranch: 'main', branches: { main: a }, commits: { [a]: [], [b]: [a] } }
  github = await startGithubDouble({
    results,
    repositories: { 'octocat/app': repository, 'octocat/other': repository },
    runs: {
      41: { repository: 'octocat/app', branch: 'main', sha: a, event: 'push' },
      42: {
        ...{ repository: 'octocat/app', headRepository: 'stranger/app' },
        ...{ branch: 'change', sha: b, event: 'pull_request', conclusion: 'failure' },
      },
      43: { repository: 'octocat/other', branch: 'main', sha: a, event: 'push' },
    },
    tokens: {
      ghs_actions: { packages: 'none', actions: 'read' },
      ghs_packages: { packages: 'admin' },
      ghp_packages: { login: 'octocat', packages: 'admin' },
    },
  })
  Object.assign(process.env, {
    ACTIONS_RESULTS_URL: `${results.url}/`,
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: folder,
  })
  // The client reads the address of the API when it is loaded.
  client = new (await import('@actions/artifact')).DefaultArtifactClient()
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  await leave(41, 'receipt-1-1', '{"run":41}')
  await leave(42, 'receipt-1-1', '{"run":42}')
  await leave(43, 'receipt-1-1', '{"run":43}')
  await leave(41, 'plan-1', '{}')
})
beforeEach(() => {
  // The client speaks to a runner, in commands it would obey.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
})
afterEach(() => {
  jest.restoreAllMocks()
  github.expiredArtifacts.clear()
})
afterAll(async () => {
  await Promise.all([github.close(), results.close(), rm(folder, { recursive: true })])
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
})

/** As a job of that run leaves a single document. */
async function leave(run: number, name: string, content: string): Promise<void> {
  process.env.ACTIONS_RUNTIME_TOKEN = runtimeToken(String(run), 'job')
  await writeFile(join(folder, name), content)
  await client.uploadArtifact(name, [join(folder, name)], folder, { skipArchive: true })
}

async function call(path: string, token: string | null = 'ghs_actions') {
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(github.url + path, { headers, redirect: 'manual' })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : undefined, headers: response.headers }
}

describe('every answer is as GitHub publishes it', () => {
  test.each([
    [`${ACTIONS}/artifacts`, '/artifacts', 200],
    [`${ACTIONS}/artifacts/1`, '/artifacts/{artifact_id}', 200],
    [`${ACTIONS}/artifacts/1/zip`, '/artifacts/{artifact_id}/{archive_format}', 302],
    [`${ACTIONS}/artifacts/2/zip`, '/artifacts/{artifact_id}/{archive_format}', 410],
    [`${ACTIONS}/runs/41`, '/runs/{run_id}', 200],
    [`${ACTIONS}/runs/42`, '/runs/{run_id}', 200],
    [`${ACTIONS}/runs/42/artifacts`, '/runs/{run_id}/artifacts', 200],
  ])('GET %s', async (path, published, status) => {
    github.expiredArtifacts.add(2)
    const answer = await call(path)
    expect(answer.status).toBe(status)
    expect(schemas.problems('GET', PUBLISHED + published, status, answer.body)).toEqual([])
  })
})

test.each([
  [`${ACTIONS}/artifacts`, 'ghs_packages', 403, 'Resource not accessible by integration'],
  [`${ACTIONS}/artifacts/1/zip`, 'ghs_packages', 403, 'Resource not accessible by integration'],
  [`${ACTIONS}/runs/41`, 'ghp_packages', 404, 'Not Found'],
  [`${ACTIONS}/artifacts/1/zip`, null, 401, 'Requires authentication'],
  [`${ACTIONS}/artifacts/3`, 'ghs_actions', 404, 'Not Found'],
  [`${ACTIONS}/artifacts/9/zip`, 'ghs_actions', 404, 'Not Found'],
  [`${ACTIONS}/runs/43`, 'ghs_actions', 404, 'Not Found'],
  [`${ACTIONS}/runs/43/artifacts`, 'ghs_actions', 404, 'Not Found'],
  ['/repos/octocat/none/actions/artifacts', 'ghs_actions', 404, 'Not Found'],
])('%s with %s is refused: %i %s', async (path, token, status, message) => {
  expect(await call(path, token)).toMatchObject({ status, body: { message } })
})

test('a run tells where its commit comes from, and so do its artifacts', async () => {
  const { body: own } = await call(`${ACTIONS}/runs/41`)
  const { body: foreign } = await call(`${ACTIONS}/runs/42`)
  expect([own.event, own.head_repository.id]).toEqual(['push', own.repository.id])
  expect(foreign).toMatchObject({ event: 'pull_request', conclusion: 'failure' })
  expect(foreign.head_repository.full_name).toBe('stranger/app')
  const { body } = await call(`${ACTIONS}/artifacts/2`)
  expect(body.workflow_run).toEqual({
    ...{ id: 42, head_branch: 'change', head_sha: b },
    ...{ repository_id: own.repository.id, head_repository_id: foreign.head_repository.id },
  })
})

test.each([
  ['', [4, 2, 1]],
  ['?name=receipt-1-1', [2, 1]],
  ['?name=receipt-1', []],
  ['?per_page=2', [4, 2]],
  ['?per_page=2&page=2', [1]],
])('artifacts%s: the newest first', async (query, ids) => {
  const { body, headers } = await call(`${ACTIONS}/artifacts${query}`)
  expect(body.artifacts.map(({ id }: { id: number }) => id)).toEqual(ids)
  expect(/rel="next"/.test(headers.get('link') ?? '')).toBe(query === '?per_page=2')
})

test('the signed address takes no token, and what it gives was never an archive', async () => {
  const { headers } = await call(`${ACTIONS}/artifacts/1/zip`)
  const address = headers.get('location') ?? ''
  const answer = await fetch(address)
  expect(await answer.text()).toBe('{"run":41}')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="receipt-1-1"')
  expect((await fetch(address, { headers: { authorization: 'Bearer ghs_actions' } })).status).toBe(400)
})

test('the real client finds an artifact of an earlier run and reads it', async () => {
  const findBy = {
    ...{ token: 'ghs_actions', workflowRunId: 41 },
    ...{ repositoryOwner: 'octocat', repositoryName: 'app' },
  }
  const { artifact } = await client.getArtifact('receipt-1-1', { findBy })
  expect(artifact).toMatchObject({ id: 1, size: 10 })
  const path = join(folder, 'down')
  await client.downloadArtifact(artifact.id, { findBy, path })
  expect(await readFile(join(path, 'receipt-1-1'), 'utf8')).toBe('{"run":41}')
})

test('of an expired artifact the list says so, and its address is gone', async () => {
  github.expiredArtifacts.add(1)
  const { body } = await call(`${ACTIONS}/runs/41/artifacts`)
  expect(body.artifacts.map(({ expired }: { expired: boolean }) => expired)).toEqual([false, true])
  expect(await call(`${ACTIONS}/artifacts/1/zip`)).toMatchObject({
    status: 410,
    body: { message: 'Artifact has expired' },
  })
})
