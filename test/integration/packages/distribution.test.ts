import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { distributionPackage } from '../../../actions/packages/distribution/package.ts'
import type { Package, Version } from '../../../actions/packages/types.ts'
import type { Manifest, RepositoryClient } from '../../../actions/registry/types.ts'
import { type RunningRegistry, startRegistry } from '../docker-registry.ts'
import { accessWith, blobOf, imageOf, indexOf, linesOf } from '../registry/fixtures.ts'
import { type OpenedBackend, openBackend } from './backend.ts'

let server: RunningRegistry
let keeping: RunningRegistry
let opened: OpenedBackend
let client: RepositoryClient
let app: Package
let count = 0

beforeAll(async () => {
  server = await startRegistry()
  keeping = await startRegistry({ deletes: false })
})
afterAll(() => Promise.all([server.stop(), keeping.stop()]))
beforeEach(() => openAt(server))
afterEach(() => opened.close())

function openAt({ host }: RunningRegistry): void {
  const repository = { host, path: `team/app${++count}` }
  opened = openBackend(distributionPackage, accessWith())
  client = opened.registries.open(repository, 'delete')
  app = opened.open(repository)
}

/** An index of one image, under its tags. */
async function push(seed: string, ...tags: string[]): Promise<{ index: Manifest; image: Manifest }> {
  const config = blobOf(JSON.stringify({ seed }))
  await client.uploadBlob(config)
  const image = imageOf(config, [])
  const index = indexOf([image])
  for (const manifest of [image, index]) await client.putManifest(manifest.digest, manifest)
  for (const tag of tags) await client.putManifest(tag, index)
  return { image, index }
}

async function listed(manifest: Manifest): Promise<Version> {
  const found = (await app.versions()).find(({ digest }) => digest === manifest.digest)
  if (!found) throw new Error('It is not listed.')
  return found
}

describe('a docker-registry', () => {
  test('lists what its tags hold, without dates', async () => {
    const one = await push('one', 'latest', 'v1')
    const two = await push('two', 'v2')
    const version = (manifest: Manifest, tags: string[]) => ({
      id: manifest.digest,
      digest: manifest.digest,
      tags,
    })
    const versions = await app.versions()
    expect(versions).toEqual(
      expect.arrayContaining([version(one.index, ['latest', 'v1']), version(two.index, ['v2'])]),
    )
    expect(versions).toHaveLength(2)
    expect(app).toMatchObject({ kind: 'oci', listsUntagged: false })
  })

  test('that has never seen the repository lists nothing', async () => {
    expect(await app.versions()).toEqual([])
  })

  test('deletes a version with all its tags, then its child', async () => {
    const gone = await push('gone', 'old', 'older')
    const kept = await push('kept', 'latest')
    expect(await app.remove(await listed(gone.index))).toEqual({ outcome: 'done' })
    const child = { id: gone.image.digest, digest: gone.image.digest, tags: [] }
    expect(await app.remove(child)).toEqual({ outcome: 'done' })
    expect(await app.remove(child)).toEqual({ outcome: 'absent' })
    expect(await client.listTags()).toEqual(['latest'])
    expect(await client.headManifest(kept.image.digest)).toBeDefined()
  })

  test.each<[string, (index: Manifest, other: Manifest) => Promise<unknown>, string]>([
    ['a new tag holds', (index) => client.putManifest('v3', index), 'v3 holds it now'],
    ['an old tag has moved to', (index) => rollBack('v2', index), 'v2 holds it now'],
    ['its tag has left', (_, other) => client.putManifest('v1', other), 'v1 does not hold it any more'],
  ])('keeps what %s since it was listed', async (_case, meanwhile, reason) => {
    const one = await push('one', 'v1')
    const two = await push('two', 'v2')
    const version = await listed(one.index)
    await meanwhile(one.index, two.index)
    expect(await app.remove(version)).toEqual({ outcome: 'changed', reason })
    expect(await client.headManifest(one.index.digest)).toBeDefined()
  })

  test('keeps a child that a tag holds', async () => {
    const { image } = await push('one', 'v1')
    await client.putManifest('amd64', image)
    const child = { id: image.digest, digest: image.digest, tags: [] }
    expect(await app.remove(child)).toEqual({ outcome: 'changed', reason: 'amd64 holds it now' })
  })

  test('looks at all tags before each deletion', async () => {
    const one = await push('one', 'v1', 'v2')
    const two = await push('two', 'v3', 'v4')
    const version = await listed(one.index)
    // No new tag, and none of the version's own: an old one that somebody moves.
    await client.putManifest('v3', one.index)
    expect(await app.remove(version)).toEqual({ outcome: 'changed', reason: 'v3 holds it now' })
    expect(await client.headManifest('v4')).toMatchObject({ digest: two.index.digest })
  })

  test('looks only at new tags and its own for as long as the look at all of them took', async () => {
    const one = await push('one', 'v1', 'v2')
    await push('two', 'v3', 'v4')
    // Each look at the clock is a moment later, as requests take their time.
    Object.assign(opened.clock, { now: () => opened.clock.time++ })
    const version = await listed(one.index)
    const looked = opened.clock.time
    await push('three', 'v5')
    opened.clock.time = looked
    opened.traced.length = 0
    await app.remove(version)
    const heads = () => opened.traced.filter(({ method }) => method === 'HEAD').length
    expect(heads()).toBe(3)
    opened.clock.time += 50
    await app.remove({ ...version, tags: [] })
    expect(heads()).toBe(3 + 3)
  })

  test('untags nothing without its manifest', async () => {
    const { index } = await push('one', 'v1', 'v2')
    expect(await app.untag('v1', index.digest)).toMatchObject({
      outcome: 'unsupported',
      reason: expect.stringMatching(/alone/),
    })
    expect(await client.listTags()).toHaveLength(2)
  })

  test('brings nothing back', async () => {
    const { index } = await push('one', 'v1')
    expect(await app.restore(index.digest)).toMatchObject({ outcome: 'unsupported' })
    expect(app.restorable).toBeUndefined()
  })

  test('without deletion says how to switch it on', async () => {
    opened.close()
    openAt(keeping)
    const { index } = await push('one', 'v1')
    expect(await app.remove(await listed(index))).toEqual({
      outcome: 'unsupported',
      reason: expect.stringContaining('REGISTRY_STORAGE_DELETE_ENABLED=true'),
    })
    expect(await client.listTags()).toEqual(['v1'])
  })

  test('is asked for one list and one HEAD a tag', async () => {
    await push('one', ...Array.from({ length: 20 }, (_, number) => `v${number}`))
    opened.traced.length = 0
    await app.versions()
    const lines = linesOf(opened.traced).map((line) => line.replace(/\/v2\/team\/app\d+\/|v\d+ /g, ''))
    expect(lines).toEqual(['GET tags/list 200', ...Array(20).fill('HEAD manifests/200')])
  })
})

/** As somebody else would, long after the list. */
async function rollBack(tag: string, index: Manifest): Promise<void> {
  await client.putManifest(tag, index)
  opened.clock.time += 10_000
}
