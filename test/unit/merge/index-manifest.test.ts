import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { digestOf } from '../../../actions/base/digest.ts'
import { indexManifest, indexType } from '../../../actions/merge/index-manifest.ts'
import { DOCKER_LIST, OCI_INDEX, OCI_MANIFEST } from '../../../actions/registry/mediatypes.ts'
import { LATEST, planFor, recordsOf } from './plans.ts'

const plan = planFor({ revision: 'r2', tags: [LATEST] })
const records = recordsOf(plan)
const oci = records.map((record) => ({ ...record, mediaType: OCI_MANIFEST }))

test('an index names each child with its platform, and carries the annotations', () => {
  const arm = { ...records[0]!, platform: 'linux/arm/v7' }
  const annotations = { b: '2', a: '1' }
  const { bytes, digest } = indexManifest({ records: [arm], annotations, mediaType: OCI_INDEX })
  expect(digest).toBe(digestOf(bytes))
  expect(JSON.parse(Buffer.from(bytes).toString())).toEqual({
    schemaVersion: 2,
    mediaType: OCI_INDEX,
    manifests: [
      {
        mediaType: arm.mediaType,
        digest: arm.digest,
        size: arm.size,
        platform: { architecture: 'arm', os: 'linux', variant: 'v7' },
      },
    ],
    annotations,
  })
})

test('a Docker list has no annotations', () => {
  const { bytes } = indexManifest({ records, annotations: { a: '1' }, mediaType: DOCKER_LIST })
  expect(JSON.parse(Buffer.from(bytes).toString())).not.toHaveProperty('annotations')
})

test('the same records and annotations give the same bytes, in whatever order they come', () => {
  const annotations = fc.dictionary(fc.string(), fc.string())
  fc.assert(
    fc.property(annotations, fc.shuffledSubarray(records, { minLength: 2 }), (notes, shuffled) => {
      const turned = Object.fromEntries(Object.entries(notes).reverse())
      const one = indexManifest({ records, annotations: notes, mediaType: OCI_INDEX })
      const other = indexManifest({ records: shuffled, annotations: turned, mediaType: OCI_INDEX })
      expect(other.digest).toBe(one.digest)
    }),
  )
})

describe('its type', () => {
  const quay = { name: 'app', repositories: ['ghcr.io/acme/app', 'quay.io/acme/app'] }
  const elsewhere = { name: 'app', repositories: ['ghcr.io/acme/app'] }
  test.each([
    ['auto', elsewhere, records, OCI_INDEX],
    ['auto', quay, records, DOCKER_LIST],
    ['auto', quay, oci, OCI_INDEX],
    ['oci', quay, records, OCI_INDEX],
    ['docker', elsewhere, records, DOCKER_LIST],
  ] as const)('%s', (choice, image, children, expected) => {
    expect(indexType(choice, image, children)).toBe(expected)
  })

  test('is no Docker list over OCI children', () => {
    expect(() => indexType('docker', elsewhere, oci)).toThrow(/would hold OCI manifests/)
  })
})
