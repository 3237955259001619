import { afterAll, expect, test } from '@jest/globals'
import { type Call, MemoryRegistries } from './memory-registries.ts'
import { childDigest, fixed, GHCR, HUB, indexFor, LATEST, planFor, recordsOf } from './plans.ts'
import { memoryArtifacts, newWorld, publishBefore, pushChildren } from './world.ts'

const world = newWorld()
afterAll(() => world.remove())

const old = planFor({ revision: 'r1', tags: [LATEST] })
const plan = planFor({ revision: 'r2', tags: [...fixed('2.0.0', '2.0.0-slim'), LATEST] })
const before = indexFor(old).digest

/** Does something to the registries once latest has been put at Docker Hub. */
async function mergeWith(spoil: (registries: MemoryRegistries) => void, times = Infinity) {
  const registries = new MemoryRegistries()
  publishBefore(registries, old, ['latest'])
  pushChildren(registries, plan)
  let put = false
  registries.trouble = (call: Call) => {
    if (put && call.method !== 'PUT' && times-- > 0) spoil(registries)
    if (call.method === 'PUT' && call.reference === 'latest' && call.repository === HUB) put = true
    return undefined
  }
  return { registries, ...(await world.merge(plan, registries)) }
}

test.each<[string, (registries: MemoryRegistries) => void, RegExp]>([
  [
    'a child that is gone',
    (registries) => registries.content(HUB).manifests.delete(childDigest(plan, 'linux/arm64')),
    /docker\.io\/acme\/app@sha256:\w+ reads back as missing/,
  ],
  [
    'the first tag at another digest',
    (registries) => registries.content(GHCR).tags.set('2.0.0', before),
    /ghcr\.io\/acme\/app:2\.0\.0 reads back as sha256:\w+, not/,
  ],
  [
    'another tag at another digest',
    (registries) => registries.content(GHCR).tags.set('2.0.0-slim', before),
    /ghcr\.io\/acme\/app:2\.0\.0-slim reads back as sha256:\w+, not/,
  ],
])('%s: what moved is put back', async (_what, spoil, message) => {
  const { registries, error, receipt } = await mergeWith(spoil)
  expect(String(error)).toMatch(message)
  expect(receipt.images[0]?.outcome).toBe('failed')
  for (const repository of [GHCR, HUB]) expect(registries.tag(repository, 'latest')).toBe(before)
})

test('a tag that somebody else moved meanwhile is left to them', async () => {
  const theirs = planFor({ revision: 'r3', tags: [LATEST] })
  const { registries, error } = await mergeWith((registries) =>
    publishBefore(registries, theirs, ['latest'], [HUB]),
  )
  expect(String(error)).toMatch(/latest is untouched/)
  expect(registries.tag(HUB, 'latest')).toBe(indexFor(theirs).digest)
  expect(registries.tag(GHCR, 'latest')).toBe(before)
})

test('a registry that needs a moment to show what it accepted is asked again', async () => {
  let hidden = 0
  const { error, registries } = await mergeWith((registries) => {
    const { tags } = registries.content(GHCR)
    if (hidden++ === 0) tags.delete('2.0.0-slim')
    else tags.set('2.0.0-slim', indexFor(plan).digest)
  })
  expect(error).toBeUndefined()
  expect(registries.tag(GHCR, 'latest')).toBe(indexFor(plan).digest)
})

test.each([
  ['size', { size: 1 }],
  ['media type', { mediaType: 'application/vnd.oci.image.manifest.v1+json' }],
])('a child of another %s than its record says is not published', async (_what, forged) => {
  const registries = new MemoryRegistries()
  pushChildren(registries, plan)
  const [first, second] = recordsOf(plan)
  const artifacts = memoryArtifacts([{ ...first!, ...forged }, second!])
  const { error } = await world.merge(plan, registries, { artifacts })
  expect(String(error)).toMatch(/its record says/)
  expect(registries.calls.some(({ method }) => method === 'PUT')).toBe(false)
})
