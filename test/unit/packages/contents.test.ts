import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { digestOf, isDigest } from '../../../actions/base/digest.ts'
import { contentsOf } from '../../../actions/packages/reach/contents.ts'
import { OCI_INDEX } from '../../../actions/registry/mediatypes.ts'

function read(text: string) {
  const bytes = Buffer.from(text)
  return contentsOf({ digest: digestOf(bytes), mediaType: OCI_INDEX, bytes })
}

const digest = fc.stringMatching(/^sha256:[0-9a-f]{64}$/)
const almost = fc.oneof(fc.stringMatching(/^sha256:[0-9a-fA-F]{63,65}$/), fc.json(), fc.constant(undefined))
const listed = fc.array(fc.record({ digest: fc.oneof({ weight: 5, arbitrary: digest }, almost) }), {
  maxLength: 4,
})

test('of whatever is no manifest nothing is said, and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (text) => {
      const contents = read(text)
      if (contents) expect(JSON.parse(text)).toEqual(expect.any(Object))
    }),
  )
})

test('what lists something that can’t be read is no manifest, so nothing it lists is overread', () => {
  fc.assert(
    fc.property(listed, fc.option(digest), (manifests, subject) => {
      const contents = read(JSON.stringify({ manifests, subject: subject && { digest: subject } }))
      const clear = manifests.every((each) => typeof each.digest === 'string' && isDigest(each.digest))
      const expected = clear ? manifests.map((each) => each.digest) : undefined
      expect(contents?.children.map((child) => child.digest)).toEqual(expected)
      if (contents) expect(contents.subject).toBe(subject ?? undefined)
    }),
  )
})
