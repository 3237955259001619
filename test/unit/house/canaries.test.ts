import { gzipSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Canaries } from '../../canaries.ts'

const secret = fc
  .array(fc.string({ unit: 'grapheme-ascii', minLength: 12 }), { minLength: 1, maxLength: 3 })
  .map((lines) => `canary${lines.join('\ncanary')}`)

const ENCODINGS: Record<string, (text: string) => string | Buffer> = {
  'as it is': (text) => text,
  'in JSON': (text) => JSON.stringify({ text }),
  'in JSON in JSON': (text) => JSON.stringify({ text: JSON.stringify({ text }) }),
  'in an address': (text) => `https://example.com/?a=${encodeURIComponent(text)}`,
  'in base64': (text) => Buffer.from(text).toString('base64'),
  'in base64 for addresses': (text) => Buffer.from(text).toString('base64url'),
  'in hexadecimal digits': (text) => Buffer.from(text).toString('hex'),
  compressed: (text) => gzipSync(text),
}

test.each(Object.entries(ENCODINGS))('a secret %s is found, wherever it stands', (name, encode) => {
  const around = name === 'in hexadecimal digits' ? fc.constant('') : fc.string({ maxLength: 5 })
  fc.assert(
    fc.property(secret, around, around, (text, before, after) => {
      expect(new Canaries({ text }).in(encode(`${before}${text}${after}`))).toEqual(['text'])
    }),
  )
})

test('a line of a secret is found by itself', () => {
  expect(new Canaries({ key: 'canary-line-one\ncanary-line-two' }).in('x canary-line-two y')).toEqual(['key'])
})

test('what merely looks like it is not', () => {
  const canaries = new Canaries({ one: 'canary-one', two: 'canary-two' })
  expect(canaries.in('canary canary-on canary-two canary-onE')).toEqual(['two'])
})
