import { afterEach, describe, expect, test } from '@jest/globals'
import { type LargePackage, openPackage, PATH, requireWhole } from '../../../scripts/bench/package.ts'
import { countRequests, sumWithout } from '../../../scripts/bench/requests.ts'
import { skippingClock } from '../../../scripts/bench/skipping-clock.ts'

describe('requests are counted by kind', () => {
  const version = '/orgs/acme/packages/container/app/versions'
  test.each([
    ['version pages', 'GET', `${version}?per_page=100&page=2`],
    ['looks at a version', 'GET', `${version}/786001`],
    ['deletions', 'DELETE', `${version}/786001`],
    ['tag pages', 'GET', `/v2/${PATH}/tags/list?n=100&last=1.0.9`],
    ['manifests', 'HEAD', `/v2/${PATH}/manifests/latest`],
    ['tokens', 'GET', '/token?service=ghcr.io'],
    ['accounts', 'GET', '/users/acme'],
    ['others', 'GET', `/v2/${PATH}/referrers/sha256:00`],
    ['others', 'POST', `${version}/786001/restore`],
  ])('%s: %s %s', (kind, method, path) => {
    const log = { method, path, status: 200, received: 0, sent: 0, authorization: '', faults: [] }
    const counts = countRequests([[log], [log]])
    expect(counts).toEqual(new Map([[kind, 2]]))
    expect([sumWithout(counts), sumWithout(counts, 'version pages')]).toEqual([
      2,
      kind === 'version pages' ? 0 : 2,
    ])
  })
})

test('a pause is over at once, and has taken its time; a deadline has its time', async () => {
  const clock = skippingClock({ now: () => 1000, sleep: () => Promise.reject(new Error('This would wait.')) })
  await clock.sleep(10_000)
  await clock.sleep(5)
  expect([clock.now(), clock.skipped]).toEqual([11_005, 10_005])
  await expect(clock.sleep(20_000)).rejects.toThrow('This would wait.')
})

describe('a package that was filled', () => {
  let target: LargePackage
  afterEach(() => target.close())

  test('has so many versions and tagged indexes, the newest under tags', async () => {
    target = await openPackage({ versions: 32, tagged: 4 })
    const { manifests } = target.registry
    expect(manifests.list(PATH)).toHaveLength(32)
    expect(manifests.tags(PATH)).toEqual(['1.0.10', '1.0.7', '1.0.8', '1.0.9'])
    const ages = ['1.0.7', '1.0.10'].map((tag) => Date.now() - manifests.find(PATH, tag)!.created)
    expect(ages.map((age) => Math.round(age / 86_400_000))).toEqual([4, 1])
  })

  test('is whole until a tag lacks a child', async () => {
    target = await openPackage({ versions: 9, tagged: 2 })
    const { manifests } = target.registry
    expect(() => requireWhole(target, 0)).not.toThrow()
    expect(() => requireWhole(target, 3)).toThrow('0 versions are gone, not 3')
    manifests.remove(PATH, manifests.find(PATH, '1.0.3')!.content.manifests![1]!.digest)
    expect(() => requireWhole(target, 1)).toThrow('1.0.3 lacks 1 of its platforms')
  })
})
