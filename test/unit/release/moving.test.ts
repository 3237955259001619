import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { movesOf, pushOf, type RemoteTag } from '../../../scripts/release/moving.ts'
import { isNewer, isPrerelease, movingNames } from '../../../scripts/release/version.ts'

/** Tags of an origin; each version's commit is called as the version. */
function tagsOf(tags: Record<string, string>): Map<string, RemoteTag> {
  return new Map(Object.entries(tags).map(([tag, commit]) => [tag, { object: `object ${commit}`, commit }]))
}

describe('the tags that a release takes along', () => {
  test.each([
    ['the first', '1.0.0', { 'v1.0.0': '1.0.0' }, ['v1', 'v1.0']],
    [
      'a newer one',
      '1.2.0',
      { v1: '1.1.0', 'v1.1': '1.1.0', 'v1.1.0': '1.1.0', 'v1.2.0': '1.2.0' },
      ['v1', 'v1.2'],
    ],
    ['a new major', '2.0.0', { v1: '1.1.0', 'v1.1.0': '1.1.0', 'v2.0.0': '2.0.0' }, ['v2', 'v2.0']],
    [
      'a backport',
      '1.1.9',
      { v1: '1.2.0', 'v1.2.0': '1.2.0', 'v1.1': '1.1.8', 'v1.1.8': '1.1.8', 'v1.1.9': '1.1.9' },
      ['v1.1'],
    ],
    ['a prerelease', '1.3.0-rc.1', { v1: '1.2.0', 'v1.2.0': '1.2.0', 'v1.3.0-rc.1': '1.3.0-rc.1' }, []],
    ['one that moved them', '1.0.0', { v1: '1.0.0', 'v1.0': '1.0.0', 'v1.0.0': '1.0.0' }, []],
    ['one that moved half of them', '1.0.0', { v1: '1.0.0', 'v1.0.0': '1.0.0' }, ['v1.0']],
    // What was never there is as if the newest had it.
    ['a backport where none ever moved', '1.1.9', { 'v1.2.0': '1.2.0', 'v1.1.9': '1.1.9' }, ['v1.1']],
    [
      'one after a tag whose release failed',
      '1.2.4',
      { v1: '1.2.3', 'v1.2': '1.2.3', 'v1.2.3': '1.2.3', 'v1.3.0': '1.3.0' },
      ['v1', 'v1.2'],
    ],
  ])('%s: %s', (_what, version, tags, expected) => {
    expect(movesOf(version, version, tagsOf(tags)).map(({ tag }) => tag)).toEqual(expected)
  })

  test('a tag that holds no release is not touched', () => {
    expect(() => movesOf('1.0.0', '1.0.0', tagsOf({ v1: 'whatever', 'v1.0.0': '1.0.0' }))).toThrow(
      /v1 names whatever, which is no release\./,
    )
  })

  test('of an annotated tag, the push insists on its object', () => {
    const [first] = movesOf('1.1.0', '1.1.0', tagsOf({ v1: '1.0.0', 'v1.0.0': '1.0.0', 'v1.1.0': '1.1.0' }))
    expect(first).toEqual({ tag: 'v1', from: 'object 1.0.0' })
  })

  test('in whatever order releases are made, v1 and v1.2 end at the newest of theirs', () => {
    const part = fc.nat(3)
    const rc = fc.option(fc.nat(2), { freq: 4, nil: undefined })
    const version = fc
      .tuple(part, part, part, rc)
      .map(([a, b, c, candidate]) => `${a}.${b}.${c}${candidate === undefined ? '' : `-rc.${candidate}`}`)
    fc.assert(
      fc.property(fc.uniqueArray(version, { maxLength: 12 }), (versions) => {
        const tags = new Map<string, RemoteTag>()
        for (const each of versions) {
          const at = { object: each, commit: each }
          tags.set(`v${each}`, at)
          for (const { tag } of movesOf(each, each, tags)) {
            expect(isNewer(each, tags.get(tag)?.commit ?? '0.0.0-0')).toBe(true)
            tags.set(tag, at)
          }
        }
        const finals = versions.filter((each) => !isPrerelease(each))
        for (const each of finals)
          for (const tag of movingNames(each)) expect(isNewer(each, tags.get(tag)?.commit ?? '')).toBe(false)
        expect(tags.size).toBe(versions.length + new Set(finals.flatMap(movingNames)).size)
      }),
    )
  })
})

test('the push moves all or none, each only from where it was seen', () => {
  const moves = [
    { tag: 'v1', from: 'aaa' },
    { tag: 'v1.2', from: undefined },
  ]
  expect(pushOf(moves, 'ccc')).toEqual([
    '--atomic',
    '--force-with-lease=refs/tags/v1:aaa',
    '--force-with-lease=refs/tags/v1.2:',
    'origin',
    'ccc:refs/tags/v1',
    'ccc:refs/tags/v1.2',
  ])
})
