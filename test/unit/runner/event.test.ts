import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { readEvent } from '../../../actions/runner/event.ts'

const folder = mkdtempSync(join(tmpdir(), 'event-'))
afterAll(() => rmSync(folder, { recursive: true }))

let count = 0
function eventOf(payload: unknown, more: Record<string, string> = {}) {
  const path = join(folder, `${++count}.json`)
  writeFileSync(path, JSON.stringify(payload))
  return readEvent({ GITHUB_EVENT_PATH: path, GITHUB_SHA: 'a'.repeat(40), ...more })
}

describe('the commit', () => {
  test.each([
    ['of a push is the runner’s', { after: 'b'.repeat(40) }, 'a'],
    [
      'of a pull request is its head, not the merge that GitHub made',
      { pull_request: { head: { sha: 'b'.repeat(40) } } },
      'b',
    ],
    ['of a pull request that says nothing is the runner’s', { pull_request: {} }, 'a'],
  ])('%s', (_name, payload, letter) => {
    expect(eventOf(payload).sha).toBe(letter.repeat(40))
  })
})

test('everything else comes from variables and payload, as it is there', () => {
  const variables = {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REPOSITORY: 'octo/app',
    GITHUB_ACTOR: 'octocat',
    GITHUB_RUN_ID: '77',
    GITHUB_RUN_ATTEMPT: '3',
    GITHUB_SERVER_URL: 'https://git.example.com',
    GITHUB_API_URL: 'https://git.example.com/api/v3',
    GITHUB_WORKSPACE: '/checkout',
  }
  const payload = { repository: { default_branch: 'trunk' } }
  expect(eventOf(payload, variables)).toEqual({
    name: 'push',
    ref: 'refs/heads/main',
    sha: 'a'.repeat(40),
    repository: 'octo/app',
    defaultBranch: 'trunk',
    payload,
    actor: 'octocat',
    runId: '77',
    attempt: 3,
    serverUrl: 'https://git.example.com',
    apiUrl: 'https://git.example.com/api/v3',
    workspace: '/checkout',
  })
})

test.each([
  ['no variables at all', {}],
  ['a payload that is missing', { GITHUB_EVENT_PATH: '/nonexistent/event.json' }],
  ['an attempt that is no number', { GITHUB_RUN_ATTEMPT: 'x' }],
])('%s leaves an empty event', (_name, environment) => {
  expect(readEvent(environment)).toMatchObject({
    name: '',
    sha: '',
    payload: {},
    defaultBranch: '',
    attempt: 1,
  })
})

test.each([null, 'text', 7])('a payload that is %j is none', (payload) => {
  expect(eventOf(payload).payload).toEqual({})
})

test('a schedule does not always tell the repository', () => {
  expect(eventOf({ schedule: '0 3 * * *' }, { GITHUB_EVENT_NAME: 'schedule' }).defaultBranch).toBe('')
})
