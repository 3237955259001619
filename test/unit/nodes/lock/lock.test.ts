import { describe, expect, test } from '@jest/globals'
import { type InputError, userErrorsOf } from '../../../../actions/base/errors.ts'
import type { Lock } from '../../../../actions/nodes/lock/lock.ts'
import { readLock } from '../../../../actions/nodes/lock/read.ts'
import { lockText } from '../../../../actions/nodes/lock/write.ts'
import { COMMIT, OTHER } from '../snapshots.ts'

const SUM = `sha256:${'ab'.repeat(32)}` as const
const LOCK: Lock = {
  schema: 1,
  snapshot: SUM,
  git: {
    'https://github.com/o/b': { commit: COMMIT, tree: OTHER, submodules: {}, requirements: { 'a.txt': SUM } },
    'https://github.com/o/a': {
      commit: COMMIT,
      tree: OTHER,
      submodules: { inner: { url: 'https://github.com/o/c', commit: COMMIT, tree: OTHER } },
      requirements: {},
    },
  },
  registry: {
    impact: { version: '1.0', address: 'https://example.org/a.zip', archive: SUM, requirements: {} },
  },
  packages: { six: { version: '1.16.0', hashes: [SUM] } },
  extra: [SUM],
}

/** `line:column message → hint` */
function faultsIn(text: string): string[] {
  try {
    readLock(text, 'a.lock.json')
    return []
  } catch (error) {
    return userErrorsOf(error as InputError).map(({ place, message, hint }) => {
      return `${place?.line}:${place?.column} ${message} → ${hint}`
    })
  }
}

test('a lock is read back as it was written', () => {
  expect(readLock(lockText(LOCK), 'a.lock.json')).toEqual(LOCK)
})

test('the same lock is the same text, in whatever order it was made', () => {
  const { git, ...rest } = LOCK
  const other = { git: Object.fromEntries(Object.entries(git).toReversed()), ...rest } as Lock
  expect(lockText(other)).toBe(lockText(LOCK))
  expect(lockText(LOCK).indexOf('/o/a')).toBeLessThan(lockText(LOCK).indexOf('/o/b'))
  expect(lockText(LOCK).endsWith('}\n')).toBe(true)
})

describe('what is wrong with a lock is told with its place', () => {
  const text = lockText(LOCK)
  const ANEW = 'A lock is not written by hand: mode lock writes it anew.'

  test.each([
    [
      'an unknown key',
      text.replace('"packages"', '"package"'),
      /^\d+:3 "package" is not a known key. → Did you mean "packages"\?$/m,
    ],
    ['an unknown key inside', text.replace('"commit"', '"commits"'), /"commits" is not a known key/m],
    ['a missing key', text.replace('"packages"', '"package"'), /^1:1 packages: /m],
    ['another schema', text.replace('"schema": 1', '"schema": 2'), /schema: .*Mode lock writes one that/],
    ['a commit that is none', text.replace(COMMIT, 'main'), /› commit: is no commit \(40 hex digits\)\./],
    ['a checksum that is none', text.replace(SUM, 'sha256:x'), /is no checksum \(sha256:…\)\./],
    ['a merge conflict', text.replace('  "git"', '<<<<<<< HEAD\n  "git"'), /a merge conflict is left here/],
    ['nothing', '', /^1:1 The lock is empty. → Mode lock writes one.$/],
  ])('%s', (_what, content, fault) => {
    expect(content).not.toBe(text)
    expect(faultsIn(content).join('\n')).toMatch(fault)
  })

  test('all of it at once', () => {
    const faults = faultsIn(text.replace(COMMIT, 'main').replace('"schema": 1', '"schema": true'))
    expect(faults.length).toBe(2)
    expect(faults[0]).toContain(ANEW)
  })
})
