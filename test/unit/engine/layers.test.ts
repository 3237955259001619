import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fromRoot } from '../../../actions/engine/layers.ts'

test.each([
  ['usr/bin', 'usr/bin'],
  ['./usr//bin/', 'usr/bin'],
  ['/usr/bin', 'usr/bin'],
  ['../../etc/passwd', 'etc/passwd'],
  ['a/b/../c', 'a/c'],
  ['a/.hidden/..b', 'a/.hidden/..b'],
  ['./', ''],
  ['', ''],
])('"%s" is "%s" from the root', (path, expected) => {
  expect(fromRoot(path)).toBe(expected)
})

test('no path leads out of the image', () => {
  const path = fc.array(fc.constantFrom('a', '..', '.', '', '...', '.a')).map((parts) => parts.join('/'))
  fc.assert(
    fc.property(path, (path) => {
      expect(
        fromRoot(path)
          .split('/')
          .filter((part) => ['.', '..'].includes(part)),
      ).toEqual([])
      expect(fromRoot(path)).not.toMatch(/^\/|\/$|\/\//)
      expect(fromRoot(fromRoot(path))).toBe(fromRoot(path))
    }),
  )
})
