import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { imageManifest } from '../../../actions/build/manifest.ts'
import type { ExportedLayer } from '../../../actions/engine/export.ts'
import type { Image } from '../../../actions/engine/image.ts'

const config = Buffer.from('{"os":"linux"}')
const image = { id: digestOf(config), config } as unknown as Image
const layer = (compression: string, size: number): ExportedLayer => ({
  mediaType: `application/vnd.oci.image.layer.v1.tar+${compression}`,
  digest: digestOf(`${compression} ${size}`),
  size,
})
const layers = [layer('gzip', 10), layer('gzip', 20)]
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString()

describe('the bytes', () => {
  test('in the docker format are those of podman, field by field, and say what docker says', () => {
    const entries = layers
      .map(
        ({ size, digest }) =>
          `{"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip","size":${size},"digest":"${digest}"}`,
      )
      .join(',')
    const manifest = imageManifest(image, layers, 'docker', { left: 'out' })
    expect(textOf(manifest.bytes)).toBe(
      '{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json",' +
        `"config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":14,"digest":"${image.id}"},` +
        `"layers":[${entries}]}`,
    )
    expect(manifest.mediaType).toBe('application/vnd.docker.distribution.manifest.v2+json')
  })

  test('in the oci format keep each layer’s own compression, and carry annotations', () => {
    const mixed = [layer('gzip', 10), layer('zstd', 20)]
    const manifest = imageManifest(image, mixed, 'oci', { title: 'a' })
    expect(textOf(manifest.bytes)).toBe(
      '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",' +
        `"config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"${image.id}","size":14},` +
        `"layers":[{"mediaType":"${mixed[0]?.mediaType}","digest":"${mixed[0]?.digest}","size":10},` +
        `{"mediaType":"${mixed[1]?.mediaType}","digest":"${mixed[1]?.digest}","size":20}],` +
        '"annotations":{"title":"a"}}',
    )
  })

  test('without annotations have no such field', () => {
    expect(textOf(imageManifest(image, layers, 'oci', {}).bytes)).not.toContain('annotations')
  })

  test.each(['docker', 'oci'] as const)('%s: are what the digest is of', (format) => {
    const manifest = imageManifest(image, layers, format, {})
    expect(manifest.digest).toBe(digestOf(manifest.bytes))
    expect(manifest.contentSize).toBe(14 + 10 + 20)
  })
})

test('an image of no layers is one, too', () => {
  expect(imageManifest(image, [], 'docker', {}).contentSize).toBe(14)
})
