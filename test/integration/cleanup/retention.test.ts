import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { RegistryDouble } from '../../doubles/registry/index.ts'
import { descriptor, document, INDEX, image, type Put } from '../doubles/images.ts'
import { brokenTags, DAY, NAME, presentIn, startWorld, type World } from './servers.ts'

let world: World
let images: string
beforeEach(async () => {
  world = await startWorld()
  images = `${world.ghcr.host}/${NAME}`
})
afterEach(() => world.close())

/** An index of these images, under these tags; each image is one of a kind unless it is named again. */
async function push(registry: RegistryDouble, seeds: string[], ...tags: string[]): Promise<Put> {
  const children = await Promise.all(seeds.map((seed) => image(registry, NAME, seed)))
  for (const child of children) registry.manifests.put(NAME, child.digest, child)
  const annotations = { tags: tags.join() }
  const index = document(INDEX, { manifests: children.map(descriptor), annotations })
  for (const reference of [index.digest, ...tags]) registry.manifests.put(NAME, reference, index)
  return index
}

describe('on GHCR', () => {
  /** Five pull requests, a day apart, the first one ten days ago; then what main built. */
  beforeEach(async () => {
    for (const number of [1, 2, 3, 4, 5]) {
      await push(world.ghcr, [`pr-${number}`, 'shared by all'], `pr-${number}`)
      world.clock.advance(DAY)
    }
    world.clock.advance(5 * DAY)
    await push(world.ghcr, ['main', 'shared by all'], 'latest', '1.0.0')
  })
  const tags = () => world.ghcr.manifests.tags(NAME)

  test.each<[string, Record<string, string>, string[]]>([
    ['keep-n-tagged', { tags: 'pr-*', 'keep-n-tagged': '2' }, ['1.0.0', 'latest', 'pr-4', 'pr-5']],
    ['older-than', { 'older-than': '8d' }, ['1.0.0', 'latest', 'pr-4', 'pr-5']],
    ['both', { 'keep-n-tagged': '1', 'older-than': '9d' }, ['1.0.0', 'latest', 'pr-3', 'pr-4', 'pr-5']],
    ['a name', { tags: '/^pr-[13]$/' }, ['1.0.0', 'latest', 'pr-2', 'pr-4', 'pr-5']],
    [
      'keep-at-least',
      { 'older-than': '1h', 'keep-at-least': '4' },
      ['1.0.0', 'latest', 'pr-3', 'pr-4', 'pr-5'],
    ],
    [
      'nothing but exclude-tags',
      { 'exclude-tags': 'pr-*' },
      ['1.0.0', 'latest', 'pr-1', 'pr-2', 'pr-3', 'pr-4', 'pr-5'],
    ],
  ])('%s', async (_what, rules, expected) => {
    const { error } = await world.clean({ inputs: { images, 'exclude-tags': 'latest', ...rules } })
    expect(error).toBeUndefined()
    expect(tags()).toEqual(expected)
    expect(brokenTags(world.ghcr)).toEqual([])
    // An index and a child of its own each; what they share stays while one of them does.
    expect(world.ghcr.manifests.list(NAME)).toHaveLength(2 * (expected.length - 1) + 1)
  })

  test('without a rule it is an inventory, with a hint', async () => {
    const { outputs, summary, printed } = await world.clean({ inputs: { images } })
    expect(tags()).toHaveLength(7)
    expect(JSON.parse(outputs.get('report') ?? '').repositories[0].stays).toEqual([
      { reason: 'needed by something that stays', count: 7 },
      { reason: 'has a tag, and no rule takes tags', count: 6 },
    ])
    for (const text of [summary, printed.join('\n')]) expect(text).toContain('Without a rule nothing goes')
  })

  test('a version of which one tag is named stays, with the reason', async () => {
    const { report } = await world.clean({ inputs: { images, tags: '1.*' } })
    expect(tags()).toContain('1.0.0')
    const held = report.repositories[0]?.entries.find((entry) => entry.tags.includes('1.0.0'))
    expect(held).toMatchObject({ verdict: 'stays', reason: expect.stringContaining('GitHub can’t') })
  })

  test('untagged takes whole trees that are old, and what a build has not finished yet stays', async () => {
    const old = await push(world.ghcr, ['forgotten', 'shared by all'])
    world.clock.advance(3 * DAY)
    const young = await image(world.ghcr, NAME, 'being built')
    world.ghcr.manifests.put(NAME, young.digest, young)
    const before = world.ghcr.manifests.list(NAME).length
    const { error } = await world.clean({ inputs: { images, untagged: '2d' } })
    expect(error).toBeUndefined()
    expect(presentIn(world.ghcr, [old.digest, young.digest])).toEqual([young.digest])
    expect(world.ghcr.manifests.list(NAME)).toHaveLength(before - 2)
    expect(brokenTags(world.ghcr)).toEqual([])
  })

  test('a spent budget stops, breaks nothing, and the next run goes on', async () => {
    const inputs = { images, tags: 'pr-*' }
    const first = await world.clean({ inputs: { ...inputs, 'max-requests': '10' } })
    expect(first.error).toBeUndefined()
    expect(first.report.repositories[0]).toMatchObject({ outcome: 'partial' })
    expect(first.printed.join('\n')).toMatch(/warning: .*(A|a) later run goes on/)
    expect(first.summary).toContain('a later run goes on from here')
    expect(brokenTags(world.ghcr)).toEqual([])
    const some = JSON.parse(first.outputs.get('deleted') ?? '').length
    expect(some).toBeGreaterThan(0)
    const second = await world.clean({ inputs })
    expect(some + JSON.parse(second.outputs.get('deleted') ?? '').length).toBe(10)
    expect(tags()).toEqual(['1.0.0', 'latest'])
    expect(brokenTags(world.ghcr)).toEqual([])
  })

  test('an index that can not be read keeps everything', async () => {
    const latest = world.ghcr.manifests.find(NAME, 'latest')?.digest
    const path = `/manifests/${latest}`
    world.ghcr.faults.add({ method: 'GET', path, times: 0, fault: { kind: 'status', status: 404 } })
    const { error } = await world.clean({ inputs: { images, tags: 'pr-*' } })
    expect(String(error)).toMatch(/which latest needs|which 1\.0\.0 needs/)
    expect(tags()).toHaveLength(7)
  })
})

test('a list that goes on lacking a tag of the registry deletes nothing, and fails', async () => {
  await world.close()
  world = await startWorld({ listLag: 60_000 })
  images = `${world.ghcr.host}/${NAME}`
  const old = await push(world.ghcr, ['old'], 'pr-1')
  world.clock.advance(DAY)
  await push(world.ghcr, ['new'], 'latest')
  const asked = { inputs: { images, tags: 'pr-*' } }
  const { error, outputs, report } = await world.clean(asked)
  expect(String(error)).toMatch(/The registry has the tag latest in .*, but its list of versions does not/)
  expect(report.repositories[0]).toMatchObject({ outcome: 'failed', entries: [] })
  expect(outputs.get('deleted')).toBe('[]')
  expect(presentIn(world.ghcr, [old.digest])).toEqual([old.digest])
  world.clock.advance(60_000)
  expect((await world.clean(asked)).error).toBeUndefined()
  expect(world.ghcr.manifests.tags(NAME)).toEqual(['latest'])
})

describe('on Docker Hub', () => {
  test('single tags go, and so do images that have no other', async () => {
    await push(world.hub, ['a'], 'pr-1')
    await push(world.hub, ['b'], 'pr-2', '1.0.0')
    world.clock.advance(9 * DAY)
    await push(world.hub, ['c'], 'pr-3', 'latest')
    const repository = `${world.hub.host}/${NAME}`
    const { error, summary } = await world.clean({
      inputs: { images: repository, tags: 'pr-*', 'older-than': '7d' },
    })
    expect(error).toBeUndefined()
    expect(world.hub.manifests.tags(NAME)).toEqual(['1.0.0', 'latest', 'pr-3'])
    expect(brokenTags(world.hub)).toEqual([])
    expect(summary).toContain('## Deleted 2 manifests and 1 tag')
  })

  test('untagged finds nothing, and says so', async () => {
    const orphan = await push(world.hub, ['a'])
    await push(world.hub, ['b'], 'latest')
    world.clock.advance(9 * DAY)
    const repository = `${world.hub.host}/${NAME}`
    const { error, printed } = await world.clean({ inputs: { images: repository, untagged: '1d' } })
    expect(error).toBeUndefined()
    expect(printed.join('\n')).toContain(`warning: "untagged" finds nothing in ${repository}`)
    expect(presentIn(world.hub, [orphan.digest])).toEqual([orphan.digest])
  })

  test('several repositories are looked at in one run, one after another', async () => {
    await push(world.ghcr, ['a'], 'pr-1')
    await push(world.ghcr, ['b'], '1.0.0')
    await push(world.hub, ['a'], 'pr-1')
    await push(world.hub, ['b'], '1.0.0')
    const both = `${images}\n${world.hub.host}/${NAME}`
    const { report } = await world.clean({ inputs: { images: both, tags: 'pr-*' } })
    expect(report.repositories.map(({ outcome }) => outcome)).toEqual(['done', 'done'])
    expect([world.ghcr, world.hub].map(({ manifests }) => manifests.tags(NAME))).toEqual([
      ['1.0.0'],
      ['1.0.0'],
    ])
  })
})
