import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { OCI_INDEX } from '../../../actions/registry/mediatypes.ts'
import { fallbackTag } from '../../../actions/registry/referrers.ts'
import type { RepositoryClient } from '../../../actions/registry/types.ts'
import { type RunningRegistry, startRegistry } from '../docker-registry.ts'
import { blobOf, imageOf, indexOf, linesOf, type Opened, openTest } from './fixtures.ts'

let server: RunningRegistry
let opened: Opened
let app: RepositoryClient
let count = 0

beforeAll(async () => {
  server = await startRegistry()
})
afterAll(() => server.stop())
beforeEach(() => {
  opened = openTest()
  app = opened.registries.open({ host: server.host, path: `team/app${++count}` })
})
afterEach(() => opened.registries.close())

/** An image in the repository, and what it is made of. */
async function pushImage(client = app, content = 'layer') {
  const config = blobOf('{}')
  const layer = blobOf(content)
  await Promise.all([client.uploadBlob(config), client.uploadBlob(layer)])
  const image = imageOf(config, [layer])
  await client.putManifest(image.digest, image)
  return { config, layer, image }
}

describe('blobs', () => {
  test('are sent with HEAD, POST and one PUT, and not again', async () => {
    const blob = blobOf(randomBytes(3_000_000))
    let sent = 0
    const onSent = (bytes: number) => {
      sent += bytes
    }
    expect(await app.uploadBlob(blob, { onSent })).toBe('pushed')
    expect(sent).toBe(blob.size)
    expect(opened.traced.map(({ method }) => method)).toEqual(['HEAD', 'POST', 'PUT'])
    expect(await app.uploadBlob(blob, { onSent })).toBe('present')
    expect(sent).toBe(blob.size)
    expect(await app.headBlob(blob.digest)).toBe(blob.size)
  })

  test('are mounted from another repository', async () => {
    const { layer } = await pushImage()
    const other = opened.registries.open({ host: server.host, path: `team/other${count}` })
    expect(await other.uploadBlob(layer, { mountFrom: [app.repository.path] })).toBe('mounted')
    expect(layer.opened).toBe(1)
    expect(await other.headBlob(layer.digest)).toBe(layer.size)
  })

  test('go up through the upload that a failed mount opened', async () => {
    const blob = blobOf('not to be mounted')
    expect(await app.mountBlob(blob.digest, 'team/nothing')).toBe(false)
    opened.traced.length = 0
    expect(await app.uploadBlob(blob, { mountFrom: ['team/nothing'] })).toBe('pushed')
    expect(opened.traced.map(({ method }) => method)).toEqual(['HEAD', 'POST', 'PUT'])
  })

  test('are read back up to a limit', async () => {
    const blob = blobOf('small')
    await app.uploadBlob(blob)
    expect(Buffer.from((await app.getBlob(blob.digest)) ?? []).toString()).toBe('small')
    expect(await app.getBlob(digestOf('absent'))).toBeUndefined()
    await expect(app.getBlob(blob.digest, 4)).rejects.toThrow(/above 4 B/)
  })

  test('of the wrong content are refused by the registry, and not tried again', async () => {
    const wrong = { ...blobOf('content'), digest: digestOf('other') }
    await expect(app.uploadBlob(wrong)).rejects.toMatchObject({ status: 400, reason: 'DIGEST_INVALID' })
    expect(opened.clock.waits).toEqual([])
  })

  test('shorter than promised fail without waiting for the rest', async () => {
    const short = { ...blobOf('content'), size: 100 }
    await expect(app.uploadBlob(short)).rejects.toThrow('The blob ended after 7 of 100 bytes.')
  })
})

describe('manifests', () => {
  test('are put by digest and by tag, and read as the same bytes', async () => {
    const { image } = await pushImage()
    const index = indexOf([image])
    await app.putManifest('v1', index)
    const expected = { mediaType: OCI_INDEX, digest: index.digest, size: index.bytes.byteLength }
    expect(await app.headManifest('v1')).toEqual(expected)
    expect(await app.getManifest('v1')).toEqual(index)
    expect(await app.getManifest(image.digest)).toEqual(image)
    expect(await app.getManifest('v2')).toBeUndefined()
    expect(await app.headManifest('v2')).toBeUndefined()
  })

  test('whose parts are missing are refused', async () => {
    const image = imageOf(blobOf('{}'), [blobOf('never sent')])
    await expect(app.putManifest('v1', image)).rejects.toMatchObject({
      status: 400,
      reason: 'MANIFEST_BLOB_UNKNOWN',
    })
  })

  test('are deleted by digest, once', async () => {
    const { image } = await pushImage()
    expect(await app.deleteManifest(image.digest)).toBe('deleted')
    expect(await app.deleteManifest(image.digest)).toBe('absent')
    expect(await app.headManifest(image.digest)).toBeUndefined()
  })

  test('keep their tags: docker-registry 2 deletes none alone', async () => {
    const { image } = await pushImage()
    await app.putManifest('v1', image)
    expect(await app.deleteTag('v1')).toBe('unsupported')
    expect(await app.listTags()).toEqual(['v1'])
  })

  test('stay where deletion is switched off', async () => {
    const keeping = await startRegistry({ deletes: false })
    const kept = opened.registries.open({ host: keeping.host, path: 'app' })
    const { image } = await pushImage(kept)
    expect(await kept.deleteManifest(image.digest)).toBe('unsupported')
    await keeping.stop()
  })

  test('with a subject are listed under its fallback tag, also when put at the same time', async () => {
    const { config, image } = await pushImage()
    const subject = { mediaType: image.mediaType, digest: image.digest, size: image.bytes.byteLength }
    const signatures = ['one', 'two', 'three'].map((note) =>
      imageOf(config, [], { artifactType: 'application/x.note', subject, annotations: { note } }),
    )
    await Promise.all(signatures.map((signature) => app.putManifest(signature.digest, signature)))
    const found = await app.referrers(image.digest)
    expect(new Set(found.map(({ digest }) => digest))).toEqual(
      new Set(signatures.map(({ digest }) => digest)),
    )
    expect(new Set(found.map(({ artifactType }) => artifactType))).toEqual(new Set(['application/x.note']))
    expect(found.map(({ annotations }) => annotations?.note).sort()).toEqual(['one', 'three', 'two'])
    expect(await app.listTags()).toEqual([fallbackTag(image.digest)])
  })
})

test('an absent repository has no tags and no referrers', async () => {
  expect(await app.listTags()).toEqual([])
  expect(await app.referrers(digestOf('absent'))).toEqual([])
})

test('requests begin with their purpose', async () => {
  await app.headManifest('latest')
  expect(linesOf(opened.traced)).toEqual([`HEAD /v2/${app.repository.path}/manifests/latest 404`])
})
