import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { RunEvent } from '../../../actions/base/event.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { type Github, openGithub } from '../../../actions/runner/github-api.ts'
import { type Proposal, Proposals } from '../../../actions/runner/proposal.ts'
import { type GithubDouble, startGithubDouble } from '../../doubles/github/index.ts'

const first = '1'.repeat(40)
const second = '2'.repeat(40)
let github: GithubDouble
let client: Github
let proposals: Proposals
beforeEach(async () => {
  github = await startGithubDouble({
    repositories: {
      'octo/app': {
        defaultBranch: 'main',
        branches: { main: second },
        commits: { [first]: [], [second]: [first] },
      },
    },
    tokens: {
      ghs_all: { packages: 'none', contents: 'write', pulls: 'write' },
      ghs_none: { packages: 'none' },
    },
  })
  github.git.trees.set(second, { 'README.md': 'hello', 'old.json': '{}' })
  client = open('ghs_all')
  proposals = new Proposals({ repository: 'octo/app' } as RunEvent, client)
})
afterEach(async () => {
  client.close()
  await github.close()
})

function open(token: string): Github {
  const clock = { now: () => 0, sleep: async () => {} }
  const signal = new AbortController().signal
  return openGithub(github.url, { token, clock, signal, log: silentLog }, 'contents: write')
}

const PROPOSAL: Proposal = {
  revision: second,
  branch: 'update/nodes',
  base: 'main',
  title: 'Update 2 nodes',
  body: 'Because.',
  labels: ['nodes'],
  files: [
    { path: 'a/new.json', content: '{"a":1}\n' },
    { path: 'old.json', content: null },
  ],
}

/** What the branch is, compared with main. */
function branch() {
  const { branches, commits } = github.repositories['octo/app']!
  const sha = branches['update/nodes']!
  const made = github.git.commits.get(sha)!
  return { sha, parents: commits[sha], message: made.message, files: github.git.trees.get(made.tree) }
}

describe('a proposal', () => {
  test('is one commit with all files, on a branch with a pull request', async () => {
    const made = await proposals.propose(PROPOSAL)
    expect(branch()).toMatchObject({
      parents: [second],
      message: 'Update 2 nodes\n\nMade-by: image-actions snapshot\n',
      files: { 'README.md': 'hello', 'a/new.json': '{"a":1}\n' },
    })
    expect(github.pulls).toMatchObject([
      { number: made.number, title: 'Update 2 nodes', body: 'Because.', state: 'open', labels: ['nodes'] },
    ])
  })

  test('once more leaves the branch and brings the text up to date', async () => {
    await proposals.propose(PROPOSAL)
    const before = branch().sha
    await proposals.propose({ ...PROPOSAL, body: 'Another reason.' })
    expect(branch().sha).toBe(before)
    expect(github.pulls).toMatchObject([{ body: 'Another reason.' }])
    expect(github.pulls).toHaveLength(1)
  })

  test('of other files replaces the commit, and does not follow it', async () => {
    await proposals.propose(PROPOSAL)
    const before = branch().sha
    await proposals.propose({ ...PROPOSAL, files: [{ path: 'b.json', content: '{}' }] })
    expect(branch()).toMatchObject({ parents: [second], files: { 'b.json': '{}', 'old.json': '{}' } })
    expect(branch().sha).not.toBe(before)
    expect(github.pulls).toHaveLength(1)
  })

  test('leaves a branch alone that others have worked on', async () => {
    await proposals.propose(PROPOSAL)
    const repository = github.repositories['octo/app']!
    repository.commits['3'.repeat(40)] = [branch().sha]
    repository.branches['update/nodes'] = '3'.repeat(40)
    await expect(proposals.propose({ ...PROPOSAL, body: 'New' })).rejects.toThrow('holds commits of others')
    expect(repository.branches['update/nodes']).toBe('3'.repeat(40))
    expect(github.pulls[0]?.body).toBe('Because.')
    expect(await proposals.withdraw('update/nodes', 'main', 'Why')).toBeUndefined()
    expect(github.pulls[0]?.state).toBe('open')
  })

  test.each([['/git/refs'], ['/git/trees'], ['/git/commits'], ['/pulls$']])(
    'survives that the answer of %s was lost',
    async (path) => {
      github.faults.add({ method: 'POST', path, fault: { kind: 'status', status: 502, late: true } })
      await proposals.propose(PROPOSAL)
      expect(branch().files).toMatchObject({ 'a/new.json': '{"a":1}\n' })
      expect(github.pulls).toHaveLength(1)
    },
  )

  test('that is refused says which rights are missing', async () => {
    const weak = open('ghs_none')
    const refused = new Proposals({ repository: 'octo/app' } as RunEvent, weak).propose(PROPOSAL)
    await expect(refused).rejects.toMatchObject({
      message: expect.stringContaining('Resource not accessible by integration'),
      hint: expect.stringContaining('contents: write'),
    })
    weak.close()
  })

  test('can begin only where GitHub has been', async () => {
    await expect(proposals.propose({ ...PROPOSAL, revision: '9'.repeat(40) })).rejects.toThrow(
      'does not know',
    )
  })
})

test('is withdrawn with a word on why; where none is open nothing happens', async () => {
  expect(await proposals.withdraw('update/nodes', 'main', 'Why')).toBeUndefined()
  const { number } = await proposals.propose(PROPOSAL)
  expect((await proposals.withdraw('update/nodes', 'main', 'Nothing to do.'))?.number).toBe(number)
  expect(github.pulls).toMatchObject([{ state: 'closed', comments: ['Nothing to do.'] }])
  await proposals.propose(PROPOSAL)
  expect(github.pulls.map(({ state }) => state)).toEqual(['closed', 'open'])
})
