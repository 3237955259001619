import { existsSync } from 'node:fs'
import { afterAll, describe, expect, test } from '@jest/globals'
import { CancelledError } from '../../../actions/base/errors.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { journalPath } from '../../../actions/transaction/journal.ts'
import { type Call, MemoryRegistries } from './memory-registries.ts'
import { childDigest, fixed, GHCR, HUB, indexFor, LATEST, planFor } from './plans.ts'
import { newWorld, publishBefore, pushChildren } from './world.ts'

const world = newWorld()
afterAll(() => world.remove())

const FIVE = [...fixed('2.0.0', '2.0.0-debian', 'sha-2', '20261121'), LATEST]
const old = planFor({ revision: 'r1', tags: [LATEST] })
const plan = planFor({ revision: 'r2', tags: FIVE })
const ours = indexFor(plan).digest

function prepared(): { registries: MemoryRegistries; before: string } {
  const registries = new MemoryRegistries()
  const before = publishBefore(registries, old, ['latest'])
  pushChildren(registries, plan)
  return { registries, before }
}

function isPut(call: Call, reference: string): boolean {
  return call.method === 'PUT' && call.reference === reference
}

describe('a publication', () => {
  test('gives every tag the index everywhere, and keeps what latest held', async () => {
    const { registries, before } = prepared()
    const merged = await world.merge(plan, registries)
    expect(merged.error).toBeUndefined()
    for (const repository of [GHCR, HUB]) {
      for (const { name } of FIVE) expect(registries.tag(repository, name)).toBe(ours)
      expect(registries.tag(repository, 'latest-previous')).toBe(before)
    }
    expect(merged.receipt.images[0]?.outcome).toBe('published')
    expect(Object.keys(merged.receipt.manifests).toSorted()).toEqual(
      [before, ...old.legs.map(({ platform }) => childDigest(old, platform))].toSorted(),
    )
    expect(existsSync(journalPath(world.temp, plan.id))).toBe(false)
  })

  test.each([[[GHCR]], [[GHCR, HUB]]])('takes at most 24 requests a registry: %j', async (repositories) => {
    const tags = { revision: 'r2', tags: FIVE, repositories }
    const registries = new MemoryRegistries()
    publishBefore(registries, planFor({ revision: 'r1', tags: [LATEST], repositories }), ['latest'])
    pushChildren(registries, planFor(tags))
    await world.merge(planFor(tags), registries)
    for (const repository of repositories) {
      const calls = registries.calls.filter((call) => call.repository === repository)
      expect(calls.length).toBeLessThanOrEqual(24)
      expect(registries.tag(repository, 'latest')).toBe(indexFor(planFor(tags)).digest)
    }
  })

  test('moves latest after everything else, and keeps its state before', async () => {
    const { registries } = prepared()
    await world.merge(plan, registries)
    const puts = registries.calls.filter(({ method }) => method === 'PUT').map(({ reference }) => reference)
    const first = puts.indexOf('latest')
    expect(puts.slice(first)).toEqual(['latest', 'latest'])
    expect(puts.slice(0, first)).toEqual(expect.arrayContaining(['latest-previous', '2.0.0']))
  })

  test('run again changes nothing and succeeds', async () => {
    const { registries, before } = prepared()
    await world.merge(plan, registries)
    const { error, receipt } = await world.merge(plan, registries, { attempt: 2 })
    expect(error).toBeUndefined()
    expect(receipt.images[0]?.repositories[0]?.tags.map(({ outcome }) => outcome)).toEqual(
      FIVE.map(() => 'unchanged'),
    )
    expect(registries.tag(GHCR, 'latest-previous')).toBe(before)
  })
})

describe('what may not be published', () => {
  test('an image with a child missing in one registry, while the others are published', async () => {
    const two = planFor({ revision: 'r2', tags: [LATEST], images: ['app', 'web'] })
    const registries = new MemoryRegistries()
    pushChildren(registries, two)
    registries.content(HUB).manifests.delete(childDigest(two, 'linux/arm64'))
    const { error, receipt } = await world.merge(two, registries)
    expect(String(error)).toMatch(/docker\.io\/acme\/app@sha256:\w+ \(linux\/arm64\) is not in the registry/)
    expect(receipt.images.map(({ outcome }) => outcome)).toEqual(['failed', 'published'])
    expect(registries.content(GHCR).tags.size).toBe(0)
    expect(registries.tag(`${HUB}-web`, 'latest')).toBeDefined()
  })

  test('a fixed tag that another revision holds: nothing is tagged', async () => {
    const { registries, before } = prepared()
    publishBefore(registries, old, ['2.0.0'], [HUB])
    const { error } = await world.merge(plan, registries)
    expect(String(error)).toMatch(/docker\.io\/acme\/app:2\.0\.0 exists and holds revision r1, not r2/)
    expect(registries.calls.some((call) => isPut(call, 'latest') || isPut(call, 'sha-2'))).toBe(false)
    expect(registries.tag(HUB, '2.0.0')).toBe(before)
  })

  test('anything at all without plan.publish: no registry is touched', async () => {
    const dry = planFor({ revision: 'r3', tags: [LATEST], publish: false })
    const registries = new MemoryRegistries()
    const { receipt, error } = await world.merge(dry, registries)
    expect(error).toBeUndefined()
    expect(receipt.images[0]?.outcome).toBe('built')
    expect(registries.calls).toEqual([])
  })

  test('latest from an older revision, while its fixed tags are published', async () => {
    const { registries } = prepared()
    const newer = publishBefore(registries, planFor({ revision: 'r3', tags: [LATEST] }), ['latest'], [HUB])
    const { error, receipt } = await world.merge(plan, registries)
    expect(error).toBeUndefined()
    expect(registries.tag(HUB, 'latest')).toBe(newer)
    expect(registries.tag(GHCR, 'latest')).toBe(indexFor(old).digest)
    expect(registries.tag(GHCR, '2.0.0')).toBe(ours)
    expect(receipt.images[0]?.repositories.map(({ tags }) => tags.at(-1)?.outcome)).toEqual([
      'stayed',
      'stayed',
    ])
  })
})

describe('a failure', () => {
  test.each(['early', 'late'] as const)('at the last tag (%s) puts back what moved', async (trouble) => {
    const { registries, before } = prepared()
    const older = publishBefore(registries, planFor({ revision: 'r0', tags: [LATEST] }), ['latest-previous'])
    let left = 1
    registries.trouble = (call) =>
      isPut(call, 'latest') && call.repository === HUB && left-- > 0 ? trouble : undefined
    const { error, receipt } = await world.merge(plan, registries)
    expect(String(error)).toMatch(/ghcr\.io\/acme\/app: .*2\.0\.0 is new and stays.*latest was put back/)
    for (const repository of [GHCR, HUB]) {
      expect(registries.tag(repository, 'latest')).toBe(before)
      expect(registries.tag(repository, 'latest-previous')).toBe(older)
    }
    expect(receipt.images[0]?.outcome).toBe('failed')
  })

  test('of putting back is told, and kept for later', async () => {
    const { registries } = prepared()
    let down = false
    registries.trouble = (call) => {
      if (isPut(call, 'latest') && call.repository === HUB) down = true
      return down ? 'early' : undefined
    }
    const { error, receipt } = await world.merge(plan, registries)
    expect(String(error)).toMatch(/latest is in an unknown state/)
    expect(receipt.images[0]?.repositories[0]?.tags.at(-1)?.outcome).toBe('unknown')
    expect(existsSync(journalPath(world.temp, plan.id))).toBe(true)
  })
})

describe('a cancellation', () => {
  test.each([
    ['before anything is tagged', (call: Call) => call.method === 'GET', false],
    ['while fixed tags are put', (call: Call) => isPut(call, '2.0.0'), false],
    ['once latest is on its way', (call: Call) => isPut(call, 'latest'), true],
  ])('%s', async (_when, at, forward) => {
    const { registries, before } = prepared()
    const controller = new AbortController()
    registries.trouble = (call) => {
      if (at(call)) controller.abort(new CancelledError())
      return undefined
    }
    const { error } = await world.merge(plan, registries, { signal: controller.signal })
    for (const repository of [GHCR, HUB])
      expect(registries.tag(repository, 'latest')).toBe(forward ? ours : before)
    if (forward) expect(error).toBeUndefined()
    else expect(error).toBeInstanceOf(CancelledError)
  })
})

test('a tag in force-move moves backwards; one that is not planned is warned of', async () => {
  const { registries } = prepared()
  publishBefore(registries, planFor({ revision: 'r3', tags: [LATEST] }), ['latest'])
  const said: string[] = []
  const options = { forceMove: ['latest', 'edge'], keepPrevious: true, index: 'auto' } as const
  const log = { ...silentLog, warn: (text: string) => said.push(text) }
  const { error } = await world.merge(plan, registries, { options, log })
  expect(error).toBeUndefined()
  expect(registries.tag(HUB, 'latest')).toBe(ours)
  expect(said).toEqual([expect.stringContaining('names edge')])
})

test.each([
  ['is published itself', [...fixed('latest-previous'), LATEST], /would also keep what latest held/],
  ['would be too long', [{ ...LATEST, name: 'x'.repeat(120) }], /longer than 128 characters/],
])('a tag for the previous state that %s is refused before anything is put', async (_what, tags, message) => {
  const registries = new MemoryRegistries()
  const refused = planFor({ revision: 'r2', tags })
  pushChildren(registries, refused)
  const { error } = await world.merge(refused, registries)
  expect(String(error)).toMatch(message)
  expect(registries.calls).toEqual([])
  const options = { forceMove: false, keepPrevious: false, index: 'auto' } as const
  expect((await world.merge(refused, registries, { options, attempt: 2 })).error).toBeUndefined()
})
