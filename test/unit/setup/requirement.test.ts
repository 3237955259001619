import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isAtLeast } from '../../../actions/engine/buildah.ts'
import { parseMinimum, requirementFor } from '../../../actions/setup/requirement.ts'

const plainFile = { path: 'Containerfile', text: 'FROM scratch\nRUN true\n' }
const heredocFile = { path: 'web/Containerfile', text: 'FROM scratch\nRUN <<EOF\ntrue\nEOF\n' }

test.each([
  ['auto', [], '1.33', 'no Containerfile uses heredocs'],
  ['auto', [plainFile], '1.33', 'no Containerfile uses heredocs'],
  ['auto', [plainFile, heredocFile], '1.35', 'web/Containerfile uses heredocs'],
  ['1.40', [heredocFile], '1.40', 'asked for by "minimum-buildah"'],
])('%s with %j needs %s', (minimum, files, version, reason) => {
  expect(requirementFor(minimum, files)).toEqual({ minimum: version, reason })
})

test.each(['auto', '1.35', '1.35.2', ' auto '])('minimum-buildah may be %j', (text) => {
  expect(parseMinimum(text)).toBe(text.trim())
})

test.each(['', '1', 'latest', '1.35-dev', '>=1.35', '1.35\n1.36'])(
  'minimum-buildah may not be %j',
  (text) => {
    expect(() => parseMinimum(text)).toThrow('Input "minimum-buildah"')
  },
)

test.each([
  ['1.33.7', '1.33', true],
  ['1.33.7-ubuntu1', '1.33.7', true],
  ['1.35.0-dev', '1.35', true],
  ['v1.35', '1.35', true],
  ['1.33.7', '1.35', false],
  ['1.4.0', '1.35', false],
  ['1.100.0', '1.35', true],
  ['2.0', '1.35', true],
  ['1.35', '1.35.1', false],
  ['', '1.33', false],
])('%s is at least %s: %s', (version, minimum, expected) => {
  expect(isAtLeast(version, minimum)).toBe(expected)
})

test('versions compare as their numbers do', () => {
  const version = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60))
  fc.assert(
    fc.property(version, version, (a, b) => {
      const order = a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
      expect(isAtLeast(a.join('.'), b.join('.'))).toBe(order >= 0)
    }),
  )
})
