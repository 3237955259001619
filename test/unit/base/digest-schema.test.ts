import { expect, test } from '@jest/globals'
import { digestSchema } from '../../../actions/base/digest-schema.ts'
import { checkDocument } from '../../../actions/base/schema.ts'

const told = { what: 'It', code: 'IMG1407', hint: 'Write another.' } as const

test('a digest is one in a document too', () => {
  const digest = `sha256:${'0a'.repeat(32)}`
  expect(checkDocument(digestSchema, digest, told)).toBe(digest)
})

test.each([['sha256:abc'], [`sha512:${'0a'.repeat(32)}`], [''], [7], [null]])('%j is none', (value) => {
  expect(() => checkDocument(digestSchema, value, told)).toThrow('is not a digest (sha256:…)')
})
