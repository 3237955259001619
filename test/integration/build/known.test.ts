import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Digest, digestOf } from '../../../actions/base/digest.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { findKnownLayers, type Pulled } from '../../../actions/build/known.ts'
import type { Image } from '../../../actions/engine/image.ts'
import type { CompressedLayer } from '../../../actions/engine/store.ts'
import type { Manifest, Registries } from '../../../actions/registry/types.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { accessTo, connect, LOGIN } from '../merge/servers.ts'

const credentials = { user: LOGIN.username, password: LOGIN.password }
const NOTHING: Pulled = { layers: [], names: [] }
const layers = ['base', 'app'].map((text): CompressedLayer & { bytes: Buffer } => {
  const bytes = Buffer.from(`${text}, compressed`)
  return { diffId: digestOf(text), digest: digestOf(bytes), size: bytes.length, bytes }
})
const [base, app] = layers as [(typeof layers)[0], (typeof layers)[0]]
const image = {
  layers: layers.map(({ diffId }) => diffId),
  platform: { os: 'linux', architecture: 'arm64' },
} as Image
const plain = ({ diffId, digest, size }: CompressedLayer) => ({ diffId, digest, size })

let doubles: RegistryDouble[]
let registries: Registries
beforeAll(async () => {
  doubles = await Promise.all(
    (['ghcr', 'dockerhub'] as const).map((flavour) => startRegistryDouble({ flavour, credentials })),
  )
  registries = connect(accessTo({ [doubles[0]!.host]: 'ghcr', [doubles[1]!.host]: 'dockerhub' }))
})
afterAll(async () => {
  registries.close()
  await Promise.all(doubles.map((double) => double.close()))
})

let path = ''
let count = 0
beforeEach(() => {
  path = `octo/known-${++count}`
  for (const double of doubles) double.faults.clear()
})
const clients = () => doubles.map(({ host }) => registries.open({ host, path }))
const find = (pulled: Pulled = NOTHING, tags = ['latest']) =>
  findKnownLayers(image, pulled, clients(), tags, silentLog)

async function put(double: RegistryDouble, to: string, bytes: Buffer): Promise<Digest> {
  const digest = digestOf(bytes)
  const blob = { digest, size: bytes.length, open: () => Readable.from([bytes]) }
  await registries.open({ host: double.host, path: to }).uploadBlob(blob)
  return digest
}

/** The image as published before, for one platform; the tag holds an index with what else may stand there. */
async function publish(double: RegistryDouble, architecture: string, mediaType = 'gzip'): Promise<void> {
  const client = registries.open({ host: double.host, path })
  const config = Buffer.from(JSON.stringify({ architecture, rootfs: { diff_ids: image.layers } }))
  await put(double, path, config)
  for (const { bytes } of layers) await put(double, path, bytes)
  const child = manifest('application/vnd.oci.image.manifest.v1+json', {
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: digestOf(config),
      size: config.length,
    },
    layers: layers.map(({ digest, size }) => ({
      mediaType: `application/vnd.oci.image.layer.v1.tar+${mediaType}`,
      digest,
      size,
    })),
  })
  await client.putManifest(child.digest, child)
  const entry = { mediaType: child.mediaType, digest: child.digest, size: child.bytes.length }
  const index = manifest('application/vnd.oci.image.index.v1+json', {
    manifests: [
      { ...entry, platform: { os: 'unknown', architecture: 'unknown' } },
      { ...entry, platform: { os: 'linux', architecture, variant: 'v8' } },
    ],
  })
  await client.putManifest('latest', index)
}

function manifest(mediaType: string, content: object): Manifest {
  const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, ...content }))
  return { mediaType, digest: digestOf(bytes), bytes }
}

describe('layers of the image before', () => {
  test('are known where every registry has them, behind an attestation as well', async () => {
    for (const double of doubles) await publish(double, 'arm64')
    expect(await find()).toEqual(layers.map(plain))
  })

  test('are not known to a registry that lacks them', async () => {
    await publish(doubles[0]!, 'arm64')
    await put(doubles[1]!, path, base.bytes)
    expect(await find()).toEqual([plain(base)])
  })

  test.each([
    ['another platform', 'amd64', 'gzip'],
    ['another compression', 'arm64', 'zstd'],
  ])('of %s are of no use', async (_name, architecture, mediaType) => {
    for (const double of doubles) await publish(double, architecture, mediaType)
    expect(await find()).toEqual([])
  })

  test.each([
    ['an answer that breaks', { kind: 'status', status: 500 }],
    ['a manifest that was tampered with', { kind: 'corrupt-body' }],
    ['a refusal', { kind: 'status', status: 403 }],
  ] as const)('are asked of the next registry after %s', async (_name, fault) => {
    for (const double of doubles) await publish(double, 'arm64')
    doubles[0]!.faults.add({ method: 'GET', path: `${path}/manifests/`, times: 0, fault })
    expect(await find()).toEqual(layers.map(plain))
  })

  test('nothing is known of an image that is new, and nothing fails', async () => {
    expect(await find()).toEqual([])
  })
})

describe('layers that the store pulled', () => {
  const pulled = (names: string[] = []): Pulled => ({ layers: [plain(base), plain(app)], names })

  test('are mounted from where they came from, in the same registry', async () => {
    for (const double of doubles) {
      await put(double, 'octo/base', base.bytes)
      double.requests.splice(0)
    }
    const names = [...doubles.map(({ host }) => `${host}/octo/base:1`), 'not a reference', `${path}:x`]
    expect(await find(pulled(names))).toEqual([plain(base)])
    for (const double of doubles) {
      expect(double.requests.some(({ path }) => path.includes('from=octo%2Fbase'))).toBe(true)
      expect(await registries.open({ host: double.host, path }).headBlob(base.digest)).toBe(base.size)
    }
  })

  test('of another size are not those', async () => {
    for (const double of doubles) await put(double, path, base.bytes)
    expect(await find({ layers: [{ ...plain(base), size: base.size + 1 }], names: [] })).toEqual([])
  })

  test('that this image has not are never asked for', async () => {
    for (const double of doubles) double.requests.splice(0)
    await find({ layers: [{ ...plain(base), diffId: digestOf('foreign') }], names: [] }, [])
    expect(doubles.flatMap(({ requests }) => requests)).toEqual([])
  })
})
