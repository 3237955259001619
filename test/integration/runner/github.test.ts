import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CancelledError } from '../../../actions/base/errors.ts'
import type { RunEvent } from '../../../actions/base/event.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { ancestry, changedFiles } from '../../../actions/runner/github.ts'
import { type GithubDouble, startGithubDouble } from '../../doubles/github/index.ts'

const sha = (digit: string) => digit.repeat(40)
const [first, second, third, side] = ['1', '2', '3', '4'].map(sha) as [string, string, string, string]

let github: GithubDouble
beforeAll(async () => {
  github = await startGithubDouble({
    repositories: {
      'octo/app': {
        defaultBranch: 'main',
        branches: { main: third, 'feature/x': side },
        commits: { [first]: [], [second]: [first], [third]: [second], [side]: [first] },
        files: { [second]: ['app/main.ts'], [third]: ['docs/a.md', 'app/b.ts'] },
      },
    },
  })
})
afterAll(() => github.close())

const waits: number[] = []
const access = {
  token: 'ghs_double',
  clock: { now: () => 0, sleep: async (milliseconds: number) => void waits.push(milliseconds) },
  signal: new AbortController().signal,
  log: silentLog,
}
function event(more: Partial<RunEvent> = {}): RunEvent {
  return {
    repository: 'octo/app',
    apiUrl: github.url,
    sha: third,
    name: 'push',
    payload: {},
    ...more,
  } as RunEvent
}

describe('history', () => {
  test.each([
    [first, third, 'ahead'],
    [third, first, 'behind'],
    [third, third, 'identical'],
    [third, side, 'diverged'],
    [sha('9'), third, 'diverged'],
  ])('%s … %s is %s', async (base, head, relation) => {
    expect(await ancestry(event(), access).compare(base, head)).toBe(relation)
  })

  test('that nobody waits for any more is cancelled, which is no error of GitHub’s', async () => {
    const controller = new AbortController()
    github.faults.add({ path: '/compare/', fault: { kind: 'hang' } })
    const asked = ancestry(event(), { ...access, signal: controller.signal }).compare(first, third)
    const seen = github.requests.length
    const stop = setInterval(() => github.requests.length > seen && controller.abort(), 5)
    await expect(asked).rejects.toThrow(CancelledError)
    clearInterval(stop)
  })

  test('knows where branches stand, and what is on them', async () => {
    const history = ancestry(event(), access)
    expect(await history.head('main')).toBe(third)
    expect(await history.head('feature/x')).toBe(side)
    expect(await history.head('none')).toBeUndefined()
    expect(await history.contains('main', first)).toBe(true)
    expect(await history.contains('main', side)).toBe(false)
  })

  test('is asked again after an outage', async () => {
    waits.length = 0
    github.faults.add({ path: '/compare/', times: 2, fault: { kind: 'status', status: 502 } })
    expect(await ancestry(event(), access).compare(first, third)).toBe('ahead')
    expect(waits).toHaveLength(2)
  })

  test('that gives no answer is an error with its remedy, and without the token', async () => {
    github.faults.add({ path: '/compare/', times: 3, fault: { kind: 'status', status: 500 } })
    const failing = ancestry(event(), access).compare(first, third)
    await expect(failing).rejects.toThrow('GitHub did not answer /repos/octo/app/compare/')
    await expect(failing).rejects.not.toThrow('ghs_double')
  })

  test('that may not be read is not asked twice', async () => {
    waits.length = 0
    github.faults.add({ path: '/compare/', fault: { kind: 'status', status: 403 } })
    await expect(ancestry(event(), access).compare(first, third)).rejects.toThrow('did not answer')
    expect(waits).toEqual([])
  })
})

describe('changed files', () => {
  test('of a push', async () => {
    const files = await changedFiles(event({ payload: { before: first } }), access)
    expect(files?.toSorted()).toEqual(['app/b.ts', 'app/main.ts', 'docs/a.md'])
  })

  test('of a pull request', async () => {
    const payload = { pull_request: { base: { sha: second } } }
    expect((await changedFiles(event({ name: 'pull_request', payload }), access))?.toSorted()).toEqual([
      'app/b.ts',
      'docs/a.md',
    ])
  })

  test.each([
    ['a new branch', { before: sha('0') }],
    ['an event without a range', {}],
  ])('of %s can’t be known', async (_name, payload) => {
    expect(await changedFiles(event({ payload }), access)).toBeUndefined()
  })

  test('beyond what GitHub lists can’t be known', async () => {
    const many = Array.from({ length: 301 }, (_, position) => `file-${position}`)
    github.repositories['octo/app']!.files![third] = many
    expect(await changedFiles(event({ payload: { before: second } }), access)).toBeUndefined()
  })
})
