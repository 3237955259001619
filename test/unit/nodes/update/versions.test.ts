import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { newOwners } from '../../../../actions/nodes/update/owners.ts'
import { newestPublished } from '../../../../actions/nodes/update/published.ts'
import { changedLines } from '../../../../actions/nodes/update/scrutiny.ts'
import { byVersion, versionOf } from '../../../../actions/nodes/update/versions.ts'

describe('a tag is a version', () => {
  test.each([
    ['v1.2.3', '1.2.3'],
    ['1.2.3', '1.2.3'],
    ['V1.2', '1.2.0'],
    ['v01.2.3', '1.2.3'],
    ['1.2.3-beta.1', undefined],
    ['v1', undefined],
    ['nightly', undefined],
    ['release-1.2.3', undefined],
    ['1.2.3.4', undefined],
  ])('%s: %s', (tag, version) => {
    expect(versionOf(tag)).toBe(version)
  })

  test('the highest comes first, whatever the order', () => {
    const part = fc.nat(30)
    fc.assert(
      fc.property(fc.array(fc.tuple(part, part, part), { minLength: 1 }), (versions) => {
        const [first] = byVersion(versions, (numbers) => `v${numbers.join('.')}`)
        const weight = ([a, b, c]: [number, number, number]) => (a * 100 + b) * 100 + c
        expect(weight(first!)).toBe(Math.max(...versions.map(weight)))
      }),
    )
  })
})

test.each([
  [10, '1.10.0'],
  [3, '1.9.0'],
  [0, undefined],
])('of what the registry offers until %i the newest is %s', (before, expected) => {
  const version = (name: string, date: number, offered = true) => ({
    version: name,
    date,
    offered,
    requirements: [],
  })
  const versions = [
    version('1.9.0', 1),
    version('1.10.0', 5),
    version('2.0.0', 2, false),
    version('2.0.0-rc.1', 2),
    version('nightly', 2),
  ]
  expect(newestPublished(versions, before)?.version).toBe(expected)
})

describe('changed lines', () => {
  test('are those of one side alone; comments, blanks and order mean nothing', () => {
    const before = ['# a', 'six', 'numpy>=1 ', '']
    expect(changedLines(before, ['numpy>=1', '', 'torch', 'six'])).toEqual(['+ torch'])
    expect(changedLines(before, ['# b', 'six'])).toEqual(['- numpy>=1'])
  })

  test('turn one into the other', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c==1', '# d', ' e '))
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const meant = (all: string[]) =>
          all.map((line) => line.trim()).filter((line) => !line.startsWith('#'))
        const result = new Set(meant(before))
        for (const change of changedLines(before, after))
          if (change.startsWith('- ')) result.delete(change.slice(2))
          else result.add(change.slice(2))
        expect([...result].sort()).toEqual([...new Set(meant(after))].sort())
      }),
    )
  })
})

test('an owner of whom nothing was there is named', () => {
  const of = (...names: string[]) => ({
    ...{ comfyui: null, registry: [], files: [], packages: [] },
    git: names.map((name) => ({
      url: `https://github.com/${name}`,
      commit: 'a'.repeat(40),
      disabled: false,
    })),
  })
  const found = newOwners(of('ann/One', 'bob/Two'), of('Ann/Other', 'eve/Three'))
  expect(found.map(({ subject, text }) => `${subject} ${text}`)).toEqual([
    'Three belongs to eve, of whom nothing was there before',
  ])
})
