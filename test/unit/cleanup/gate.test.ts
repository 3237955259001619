import { describe, expect, test } from '@jest/globals'
import { closedBecause } from '../../../actions/cleanup/choice/gate.ts'
import { pushEvent } from '../../push-event.ts'

const pull = {
  pull_request: { number: 7, base: { ref: 'main' }, head: { ref: 'x', repo: { full_name: 'octo/app' } } },
}

describe.each([
  ['a push to the default branch', {}, true, true, true],
  ['a run by hand there', { name: 'workflow_dispatch' }, true, true, true],
  ['a schedule', { name: 'schedule', defaultBranch: '' }, true, true, true],
  ['a push to another branch', { ref: 'refs/heads/dev' }, false, true, true],
  ['a branch named like a tag', { ref: 'refs/heads/v1.2.3' }, false, true, true],
  ['a version tag', { ref: 'refs/tags/v1.2.3' }, false, false, false],
  ['a tag named as the default branch', { ref: 'refs/tags/main' }, false, false, false],
  ['a release', { name: 'release', ref: 'refs/tags/v1.2.3' }, false, false, false],
  ['a pull request', { name: 'pull_request', ref: 'refs/pull/7/merge' }, false, false, true],
  [
    'a pull request that runs on its base',
    { name: 'pull_request_target', payload: pull },
    false,
    false,
    true,
  ],
  ['a merge queue', { ref: 'refs/heads/gh-readonly-queue/main/pr-7' }, false, true, true],
  ['no ref at all', { ref: '' }, false, true, true],
] as const)('%s', (_what, more, usual, anyBranch, retention) => {
  const open = (options: { receipt: boolean; anyBranch: boolean }) =>
    closedBecause(pushEvent(more), options) === undefined

  test(`${usual ? 'may' : 'may not'} clean up after itself`, () => {
    expect(open({ receipt: true, anyBranch: false })).toBe(usual)
  })

  test(`${anyBranch ? 'may' : 'may not'}, with any-branch`, () => {
    expect(open({ receipt: true, anyBranch: true })).toBe(anyBranch)
  })

  test(`${retention ? 'may' : 'may not'} take what rules name`, () => {
    expect(open({ receipt: false, anyBranch: false })).toBe(retention)
  })
})

test('says why, and what would change it', () => {
  const closed = closedBecause(pushEvent({ ref: 'refs/heads/dev' }), { receipt: true, anyBranch: false })
  expect(closed).toBe('dev is not the default branch; "any-branch" cleans up after others too')
})
