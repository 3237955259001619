import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { placeOf, quoted, shown } from '../../../../actions/nodes/prove/paths.ts'

const bytes = fc
  .uint8Array({ min: 1, max: 255, minLength: 1 })
  .map((each) => Buffer.from(each).toString('latin1'))

test.each([
  ['nodes/a b.py', 'nodes/a b.py'],
  [Buffer.from('ö.py').toString('latin1'), 'ö.py'],
  ['\xff.py', '"\\377.py"'],
  ['a\nb', '"a\\012b"'],
  ['say "x"', '"say \\"x\\""'],
  // It would turn what is written behind it around.
  [Buffer.from('\u202e.py').toString('latin1'), '"\\342\\200\\256.py"'],
])('%j is shown as %s', (path, expected) => {
  expect(shown(path)).toBe(expected)
})

test('no two paths are shown alike, and none commands a terminal', () => {
  const unquoted = (text: string) =>
    text
      .slice(1, -1)
      .replace(/\\(\d{3})|\\(.)/g, (_all, octal, plain) =>
        octal === undefined ? plain : String.fromCharCode(Number.parseInt(octal, 8)),
      )
  const back = (text: string) =>
    text.startsWith('"') ? unquoted(text) : Buffer.from(text).toString('latin1')
  fc.assert(
    fc.property(bytes, (path) => {
      expect(back(shown(path))).toBe(path)
      expect(shown(path)).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      expect(unquoted(quoted(path))).toBe(path)
    }),
  )
})

test('a path leads to its own bytes', () => {
  fc.assert(
    fc.property(bytes, (path) => {
      const place = placeOf('/höme', path)
      expect(Buffer.from(place)).toEqual(Buffer.concat([Buffer.from('/höme/'), Buffer.from(path, 'latin1')]))
    }),
  )
})
