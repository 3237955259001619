import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { nextLinks, page } from '../../doubles/page.ts'
import { byteRange } from '../../doubles/range.ts'

test.each([
  [undefined, undefined],
  ['bytes=-', undefined],
  ['lines=1-2', undefined],
  ['bytes=0-3', { start: 0, end: 3 }],
  ['bytes=4-', { start: 4, end: 9 }],
  ['bytes=-4', { start: 6, end: 9 }],
  ['bytes=-40', { start: 0, end: 9 }],
  ['bytes=8-40', { start: 8, end: 9 }],
  ['bytes=10-', 'unsatisfiable'],
  ['bytes=5-4', 'unsatisfiable'],
])('of ten bytes, %s', (header, expected) => {
  expect(byteRange(header, 10)).toEqual(expected)
})

test('following the links from the first page gives every item once, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 50 }), fc.integer({ min: 1, max: 20 }), (all, size) => {
      const seen: number[] = []
      let url: string | undefined = 'http://127.0.0.1/list'
      for (let pages = 0; url !== undefined && pages <= all.length; pages++) {
        const at: URL = new URL(url)
        const part = page(all, Number(at.searchParams.get('page') ?? 1), size)
        seen.push(...part.items)
        url = /<([^>]+)>; rel="next"/.exec(nextLinks(at, part).link ?? '')?.[1]
      }
      expect(seen).toEqual(all)
      expect(url).toBeUndefined()
    }),
  )
})
