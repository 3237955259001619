import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { closest, distance, suggestion } from '../../../../actions/base/written/suggestions.ts'

describe('the distance of two words', () => {
  test.each([
    ['http', 'http', 0],
    ['htp', 'http', 1],
    ['htttp', 'http', 1],
    ['hxtp', 'http', 1],
    ['htpt', 'http', 1],
    ['', 'run', 3],
    ['image', 'matrix', 5],
  ])('%s, %s: %d', (from, to, expected) => {
    expect(distance(from, to)).toBe(expected)
  })

  test('is the same both ways, and at most the longer word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(distance(one, other)).toBe(distance(other, one))
        expect(distance(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length))
        expect(distance(one, other) === 0).toBe(one === other)
      }),
    )
  })
})

test.each([
  ['healtcheck', ['health', 'healthcheck'], 'healthcheck'],
  ['TERM', ['SIGINT', 'SIGTERM'], 'SIGTERM'],
  ['max_layers', ['max-size', 'max-layers'], 'max-layers'],
  ['timeout', ['within', 'exit'], 'within'],
  ['Timeout', ['within', 'exit'], 'within'],
  ['timeout', ['interval', 'exit'], undefined],
  ['x', ['http', 'exec'], undefined],
])('of %s in %j is meant %s', (word, known, meant) => {
  expect(closest(word, known, { timeout: 'within' })).toBe(meant)
})

test('a slip of one letter in a word is always understood', () => {
  const known = [
    'version',
    'variables',
    'image',
    'files',
    'hardening',
    'secrets',
    'services',
    'matrix',
    'rebuild',
  ]
  fc.assert(
    fc.property(fc.constantFrom(...known), fc.nat(), (word, position) => {
      const at = position % word.length
      expect(closest(word.slice(0, at) + word.slice(at + 1), known)).toBe(word)
    }),
  )
})

test('where nothing is near, all that there is is told', () => {
  expect(suggestion('zzz', ['a', 'b'], 'keys')).toBe('Known keys: a, b.')
  expect(suggestion('zzz', [], 'names')).toBe('There are no names.')
})
