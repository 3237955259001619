import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { silentLog } from '../../../actions/base/log.ts'
import { openGithub } from '../../../actions/runner/github-api.ts'
import { type GithubDouble, startGithubDouble } from '../../doubles/github/index.ts'

let github: GithubDouble
beforeEach(async () => {
  const commit = '1'.repeat(40)
  const repository = { defaultBranch: 'main', branches: { main: commit }, commits: { [commit]: [] } }
  github = await startGithubDouble({
    repositories: { 'new/name': repository },
    moved: { 'old/name': 'new/name' },
  })
})
afterEach(() => github.close())

async function get(path: string, token: string) {
  const clock = { now: () => 0, sleep: async () => {} }
  const signal = new AbortController().signal
  const client = openGithub(github.url, { token, clock, signal, log: silentLog }, 'contents: read')
  try {
    return await client.get<{ full_name: string }>(path)
  } finally {
    client.close()
  }
}

test.each([
  ['ghs_double', 'bearer'],
  ['', ''],
])('with the token “%s” a repository that moved is found', async (token, scheme) => {
  expect((await get('/repos/old/name', token))?.full_name).toBe('new/name')
  expect(github.requests.map(({ authorization }) => authorization)).toEqual([scheme, scheme])
})

test('the token goes to no other host', async () => {
  const other = await startGithubDouble()
  const headers = { location: `${other.url}/repos/new/name` }
  github.faults.add({ path: '/repos/old/', fault: { kind: 'status', status: 301, headers } })
  await expect(get('/repos/old/name', 'ghs_double')).rejects.toThrow('in the place of')
  expect(other.requests).toEqual([])
  await other.close()
})

test('who is sent on without end gives up', async () => {
  const headers = { location: `${github.url}/repos/old/name` }
  github.faults.add({ path: '/repos/old/', times: 0, fault: { kind: 'status', status: 301, headers } })
  await expect(get('/repos/old/name', 'ghs_double')).rejects.toThrow('answered 301')
  expect(github.requests).toHaveLength(4)
})
