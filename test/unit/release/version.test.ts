import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  BUMPS,
  chooseVersion,
  isNewer,
  movingNames,
  previousOf,
  tooSmall,
  versionOfTag,
} from '../../../scripts/release/version.ts'

const part = fc.nat(30)
const version = fc.tuple(part, part, part).map((parts) => parts.join('.'))

test.each([
  ['v1.2.3', '1.2.3'],
  ['v1.3.0-rc.1', '1.3.0-rc.1'],
  ['v1', undefined],
  ['v1.2', undefined],
  ['1.2.3', undefined],
  ['v01.2.3', undefined],
  ['v1.2.3+build', undefined],
  ['v1.2.3-', undefined],
  ['v1.2.3-01', undefined],
  ['v1.2.3-$(id)', undefined],
  ['v1.2.3\n', undefined],
])('the tag %j is version %s', (tag, expected) => {
  expect(versionOfTag(tag)).toBe(expected)
})

describe('what was asked for becomes a version', () => {
  test.each([
    ['patch', ['1.2.3'], '1.2.4'],
    ['minor', ['1.2.3', '1.10.0'], '1.11.0'],
    ['major', ['1.2.3'], '2.0.0'],
    ['major', [], '1.0.0'],
    // A prerelease is no base: what follows it is the version that it led to.
    ['minor', ['1.2.3', '1.3.0-rc.1'], '1.3.0'],
    ['1.3.0-rc.2', ['1.2.3', '1.3.0-rc.1'], '1.3.0-rc.2'],
    ['v2.0.0', ['1.2.3'], '2.0.0'],
  ])('%s after %j is %s', (wanted, released, expected) => {
    expect(chooseVersion(wanted, released, released)).toBe(expected)
  })

  test.each(['next', '', '1.2', 'v1', '1.2.3.4', '--force', '1.2.3 4'])('%j is refused', (wanted) => {
    expect(() => chooseVersion(wanted, [], [])).toThrow('Write for example')
  })

  test('a version that exists is refused, on another branch too', () => {
    expect(() => chooseVersion('1.2.3', [], ['1.2.3'])).toThrow('v1.2.3 exists already')
    expect(() => chooseVersion('patch', ['1.1.0'], ['1.1.0', '1.1.1'])).toThrow('v1.1.1 exists already')
  })

  test('a bump is always newer than what it follows, and large enough for itself', () => {
    fc.assert(
      fc.property(version, fc.constantFrom(...BUMPS), (base, bump) => {
        const next = chooseVersion(bump, [base], [base])
        expect(isNewer(next, base)).toBe(true)
        expect(tooSmall(next, base, bump)).toBeUndefined()
      }),
    )
  })
})

test.each([
  ['1.2.4', '1.2.3', 'minor', '1.3.0'],
  ['1.3.0', '1.2.3', 'major', '2.0.0'],
  ['1.2.4-rc.1', '1.2.3', 'minor', '1.3.0'],
] as const)('%s is too small after %s for %s', (next, previous, needed, least) => {
  expect(tooSmall(next, previous, needed)).toContain(`for ${least} or higher`)
})

test.each([
  ['1.3.0', '1.2.3', 'minor'],
  ['2.0.0', '1.2.3', 'patch'],
  ['1.3.0-rc.1', '1.2.3', 'minor'],
  ['0.1.0', undefined, 'major'],
] as const)('%s is large enough after %s for %s', (next, previous, needed) => {
  expect(tooSmall(next, previous, needed)).toBeUndefined()
})

test.each([
  ['1.3.0', ['1.2.0', '1.3.0-rc.1', '1.3.0-rc.2'], '1.2.0'],
  ['1.3.0-rc.2', ['1.2.0', '1.3.0-rc.1'], '1.3.0-rc.1'],
  ['1.1.9', ['1.1.8', '1.2.0'], '1.1.8'],
  ['1.0.0', ['1.0.0-rc.1'], undefined],
])('%s is told as what came after %j: %s', (next, released, expected) => {
  expect(previousOf(next, released)).toBe(expected)
})

test('v1 and v1.2 move with 1.2.3', () => {
  expect(movingNames('1.2.3')).toEqual(['v1', 'v1.2'])
})
