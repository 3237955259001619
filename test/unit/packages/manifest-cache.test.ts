import { expect, test } from '@jest/globals'
import type { Digest } from '../../../actions/base/digest.ts'
import { ManifestCache } from '../../../actions/packages/reach/manifest-cache.ts'
import type { Manifest } from '../../../actions/registry/types.ts'
import { image, index } from '../cleanup/images.ts'

const amd64 = image('amd64')
const top = index('top', amd64)

function registryOf(...stored: Manifest[]) {
  const asked: string[] = []
  return {
    asked,
    getManifest: async (reference: string) => {
      asked.push(reference)
      return stored.find(({ digest }) => digest === reference)
    },
  }
}

test('each manifest is read once, however many ask for it at a time', async () => {
  const registry = registryOf(top)
  const read = new ManifestCache().reader(registry)
  expect(await Promise.all([read(top.digest), read(top.digest)])).toEqual([top, top])
  expect(await read(top.digest)).toEqual(top)
  expect(registry.asked).toEqual([top.digest])
})

test('what is not there may be there the next time', async () => {
  const registry = registryOf()
  const read = new ManifestCache().reader(registry)
  expect([await read(top.digest), await read(top.digest)]).toEqual([undefined, undefined])
  expect(registry.asked).toHaveLength(2)
})

test('the next run knows what this one used, and only that, unless this one broke off', async () => {
  const cache = new ManifestCache()
  const unused = image('unused')
  for (const manifest of [top, amd64, unused]) cache.add(manifest)
  await cache.reader(registryOf())(top.digest)
  cache.keep([amd64.digest])
  const next = ManifestCache.parse(cache.serialise({ whole: true }))
  expect([top, amd64, unused].map(({ digest }) => next.at(digest))).toEqual([top, amd64, undefined])
  const brokenOff = ManifestCache.parse(cache.serialise({ whole: false }))
  expect([top, amd64, unused].map(({ digest }) => brokenOff.at(digest))).toEqual([top, amd64, unused])
})

test('it is worth saving when something was added', async () => {
  const cache = new ManifestCache()
  cache.add(top)
  cache.keep([top.digest])
  const next = ManifestCache.parse(cache.serialise({ whole: true }))
  next.add(top)
  expect([cache.grown, next.grown]).toEqual([true, false])
  await next.reader(registryOf(amd64))(amd64.digest)
  expect(next.grown).toBe(true)
})

test('nobody can make a manifest list less than it does', async () => {
  const cache = new ManifestCache()
  cache.add(top)
  cache.keep([top.digest])
  const poisoned = cache.serialise({ whole: true }).replaceAll(amd64.digest, image('another').digest)
  expect(poisoned).not.toBe(cache.serialise({ whole: true }))
  const registry = registryOf(top)
  const read = ManifestCache.parse(poisoned).reader(registry)
  expect(await read(top.digest)).toEqual(top)
  expect(registry.asked).toEqual([top.digest])
})

test.each(['', 'null', '[]', '{', '{"schema":2,"manifests":[]}', '{"schema":1,"manifests":[1,"x","[]"]}'])(
  'a cache that reads %j is as good as none',
  (text) => {
    const cache = ManifestCache.parse(text)
    expect(cache.at(`sha256:${'0'.repeat(64)}` as Digest)).toBeUndefined()
    expect(cache.grown).toBe(false)
  },
)
