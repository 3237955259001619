import { expect, test } from '@jest/globals'
import { digestSchema } from '../../../actions/base/digest-schema.ts'
import { checkDocument } from '../../../actions/base/schema.ts'

test('a digest is one in a document too', () => {
  const digest = `sha256:${'0a'.repeat(32)}`
  expect(checkDocument(digestSchema, digest, 'It')).toBe(digest)
})

test.each([['sha256:abc'], [`sha512:${'0a'.repeat(32)}`], [''], [7], [null]])('%j is none', (value) => {
  expect(() => checkDocument(digestSchema, value, 'It')).toThrow('is not a digest (sha256:…)')
})
