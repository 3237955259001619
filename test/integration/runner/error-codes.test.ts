import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, jest } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import type { RunEvent } from '../../../actions/base/event.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { githubArtifacts } from '../../../actions/runner/artifacts.ts'
import { earlierDocument } from '../../../actions/runner/earlier-artifacts.ts'
import { openGithub } from '../../../actions/runner/github-api.ts'
import { type Proposal, Proposals } from '../../../actions/runner/proposal.ts'
import type { Fault } from '../../doubles/faults.ts'
import { type GithubDouble, startGithubDouble } from '../../doubles/github/index.ts'
import { type ResultsDouble, runtimeToken, startResultsDouble } from '../../doubles/results/index.ts'
import { reproduce } from '../../error-codes.ts'

const COMMIT = '1'.repeat(40)
const before = { ...process.env }
let temp: string
let github: GithubDouble
let results: ResultsDouble
beforeAll(async () => {
  temp = await mkdtemp(join(tmpdir(), 'codes-'))
})
afterAll(() => rm(temp, { recursive: true }))
beforeEach(async () => {
  // The client of artifacts speaks to a runner, in commands it would obey.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  const repository = { defaultBranch: 'main', branches: { main: COMMIT }, commits: { [COMMIT]: [] } }
  results = await startResultsDouble()
  const tokens = {
    ghs_all: { packages: 'none', contents: 'write', pulls: 'write', actions: 'read' },
  } as const
  github = await startGithubDouble({ repositories: { 'octo/app': repository }, tokens, results })
  github.git.trees.set(COMMIT, {})
  Object.assign(process.env, {
    ACTIONS_RESULTS_URL: `${results.url}/`,
    ACTIONS_RUNTIME_TOKEN: runtimeToken('ce7f54c7-61c7-4aae-887f-30da475f5f1a', 'job-1'),
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: temp,
  })
})
afterEach(async () => {
  await Promise.all([github.close(), results.close()])
  jest.restoreAllMocks()
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
})

const event = () => ({ repository: 'octo/app', apiUrl: github.url }) as RunEvent
const access = () => ({
  token: 'ghs_all',
  clock: { now: () => 0, sleep: async () => {} },
  signal: new AbortController().signal,
  log: silentLog,
})

/** Where GitHub answers a path so. */
async function asking(path: string, fault: Fault) {
  github.faults.add({ path, times: 0, fault })
  return openGithub(github.url, access(), 'contents: read').get('/repos/octo/app')
}
const moved = (location: string): Fault => ({ kind: 'status', status: 301, headers: { location } })

async function downloading(location: string) {
  github.faults.add({ path: '/zip', fault: { kind: 'status', status: 302, headers: { location } } })
  return openGithub(github.url, access(), 'actions: read').download('/repos/octo/app/actions/artifacts/1/zip')
}

const PROPOSAL: Proposal = {
  revision: COMMIT,
  branch: 'update/nodes',
  base: 'main',
  title: 'Update',
  body: 'Because.',
  labels: [],
  files: [{ path: 'a.json', content: '{}' }],
}
const propose = (proposal: Proposal) =>
  new Proposals(event(), openGithub(github.url, access(), 'contents: write')).propose(proposal)

async function onBranchOfOthers() {
  github.repositories['octo/app']!.branches['update/nodes'] = COMMIT
  return propose(PROPOSAL)
}

/** A document that was put, then changed as somebody else might. */
async function changed(change: object) {
  const artifacts = githubArtifacts(temp)
  await artifacts.put('plan-0123', '{}')
  Object.assign(results.artifacts[0] ?? {}, change)
  return artifacts.get('plan-0123')
}

async function twice() {
  const artifacts = githubArtifacts(temp)
  await artifacts.put('record-1', '{}')
  return artifacts.put('record-1', '{}')
}

async function hiddenArtifacts() {
  github.faults.add({ path: '/actions/artifacts', times: 0, fault: { kind: 'status', status: 404 } })
  return earlierDocument('receipt-0-1', event(), access())
}

reproduce([
  ['IMG9301', 'an outage of GitHub', () => asking('/repos', { kind: 'status', status: 503 })],
  ['IMG9302', 'an answer that leads to another host', () => asking('/repos', moved('http://127.0.0.2:9/x'))],
  ['IMG9302', 'a download in the clear', () => downloading('http://example.com/x')],
  ['IMG9303', 'a token that sees no artifacts', hiddenArtifacts],
  ['IMG9304', 'a commit that was not pushed', () => propose({ ...PROPOSAL, revision: '9'.repeat(40) })],
  ['IMG9305', 'a branch that others have worked on', onBranchOfOthers],
  ['IMG9401', 'an artifact that arrives damaged', () => changed({ digest: digestOf('other') })],
  ['IMG9402', 'an artifact that is far too large', () => changed({ size: 65 * 1024 * 1024 })],
  ['IMG9403', 'the same artifact twice', twice],
  ['IMG9404', 'no such artifact', () => earlierDocument('receipt-0-1', event(), access())],
])
