import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { NoArtifacts } from '../../../actions/base/artifacts.ts'
import type { Receipt } from '../../../actions/plan/receipt.ts'
import { receiptArtifact } from '../../../actions/plan/receipt.ts'
import { MemoryRegistries } from '../merge/memory-registries.ts'
import { GHCR, HUB } from '../merge/plans.ts'
import { newWorld as mergeWorld, publishBefore, pushChildren } from '../merge/world.ts'
import { BOTH, childrenOf, imageOf, MemoryPackages, newWorld, receiptsOf, revision } from './world.ts'

const merging = mergeWorld()
const world = newWorld()
afterAll(() => {
  merging.remove()
  world.remove()
})

const OLD = imageOf('r1')
const NEW = imageOf('r2')

let registries: MemoryRegistries
let packages: MemoryPackages
let receipt: Receipt
let to: string
beforeEach(async () => {
  registries = new MemoryRegistries()
  packages = new MemoryPackages(registries)
  publishBefore(registries, revision('r1'), ['latest'])
  pushChildren(registries, revision('r2'))
  const merged = await merging.merge(revision('r2'), registries)
  expect(merged.error).toBeUndefined()
  receipt = merged.receipt
  to = receiptArtifact(receipt.plan, receipt.attempt)
  registries.calls.length = 0
})

function rollBack(more: Parameters<typeof world.rollBack>[1] = {}) {
  const asked = { to, receipts: receiptsOf(receipt), openPackages: async () => packages }
  return world.rollBack(registries, { ...asked, ...more })
}

function held(tag = 'latest') {
  return BOTH.map((repository) => registries.tag(repository, tag))
}

function puts(): string[] {
  return registries.calls.filter(({ method }) => method === 'PUT').map(({ reference }) => reference)
}

test('a receipt undoes its run, and asks no registry’s own API where nothing was deleted', async () => {
  const { error, report } = await rollBack()
  expect(error).toBeUndefined()
  expect(held()).toEqual([OLD, OLD])
  expect(report.repositories.flatMap(({ restored }) => restored)).toEqual([])
  expect(packages.opened).toBe(0)
})

test('where GitHub keeps no artifacts, the tag is put back all the same', async () => {
  const put = () => Promise.reject(new NoArtifacts('IMG9405', 'No artifacts here.', { hint: 'So be it.' }))
  const artifacts = async () => ({ put, list: async () => [], get: async () => undefined })
  const { error } = await rollBack({ artifacts })
  expect(error).toBeUndefined()
  expect(held()).toEqual([OLD, OLD])
})

describe('compare and set', () => {
  beforeEach(() => void publishBefore(registries, revision('r3'), ['latest'], [HUB]))

  test('a tag that moved since is named, and nothing is changed', async () => {
    const { error } = await rollBack()
    expect(String(error)).toMatch(
      /docker\.io\/acme\/app:latest holds sha256:\w+, not sha256:\w+: it moved since/,
    )
    expect(String(error)).not.toContain('ghcr.io')
    expect(puts()).toEqual([])
  })

  test('force moves it all the same', async () => {
    await rollBack({ force: true })
    expect(held()).toEqual([OLD, OLD])
  })

  test('one that went back already is no conflict', async () => {
    publishBefore(registries, revision('r1'), ['latest'], [HUB])
    const { error } = await rollBack()
    expect(error).toBeUndefined()
    expect(held()).toEqual([OLD, OLD])
  })
})

test.each([
  [{ tag: 'edge' }, /ghcr\.io\/acme\/app:edge was not touched by the run/],
  [{ repositories: ['ghcr.io/acme/web'] }, /ghcr\.io\/acme\/web:latest was not touched by the run/],
])('a receipt that knows nothing of %j says what it knows of', async (asked, message) => {
  const { error } = await rollBack(asked)
  expect(String(error)).toMatch(message)
  expect(String(error)).toContain('this one gave tags to ghcr.io/acme/app:latest')
})

test('a tag that the run made can’t go back before it', async () => {
  const entry = receipt.images[0]!.repositories[1]!.tags[0]!
  entry.before = null
  const { error } = await rollBack({ force: true })
  expect(String(error)).toContain('docker.io/acme/app:latest did not exist before')
  expect(puts()).toEqual([])
})

describe('what was deleted meanwhile', () => {
  const all = [OLD, ...childrenOf('r1')]

  test('is restored where the registry can, children first, and put again where its blobs are still there', async () => {
    packages.remove(GHCR, ...all)
    for (const digest of all) registries.content(HUB).manifests.delete(digest)
    const { error, report } = await rollBack()
    expect(error).toBeUndefined()
    expect(held()).toEqual([OLD, OLD])
    const [ghcr, hub] = report.repositories.map(({ restored }) => restored)
    expect(ghcr?.map(({ how }) => how)).toEqual(['restore', 'restore', 'restore'])
    expect(hub?.map(({ how }) => how)).toEqual(['put', 'put', 'put'])
    for (const restored of [ghcr, hub]) {
      expect(restored?.map(({ digest }) => digest).toSorted()).toEqual(all.toSorted())
      expect(restored?.at(-1)?.digest).toBe(OLD)
    }
  })

  test('of one child only is all that is brought back', async () => {
    const [child] = childrenOf('r1')
    registries.content(HUB).manifests.delete(child!)
    const { report } = await rollBack()
    expect(report.repositories.map(({ restored }) => restored)).toEqual([[], [{ digest: child, how: 'put' }]])
  })

  test('in one registry is missed there, also while another is asked that never had the index', async () => {
    const [child] = childrenOf('r1')
    registries.content(GHCR).manifests.delete(OLD)
    registries.content(HUB).manifests.delete(child!)
    const { error, report } = await rollBack({ to: OLD })
    expect(error).toBeUndefined()
    expect(report.repositories.map(({ restored }) => restored.map(({ digest }) => digest))).toEqual([
      [OLD],
      [child],
    ])
  })

  test('is put again also where the registry would have restored it earlier', async () => {
    for (const digest of all) registries.content(GHCR).manifests.delete(digest)
    const { error, report } = await rollBack()
    expect(error).toBeUndefined()
    expect(report.repositories[0]?.restored.map(({ how }) => how)).toEqual(['put', 'put', 'put'])
  })

  test('and its blobs with it, is lost: every registry where it is so is named, and nothing changes in any', async () => {
    packages.remove(GHCR, ...all)
    for (const digest of all) registries.content(HUB).manifests.delete(digest)
    registries.content(HUB).blobs.clear()
    const { error, report } = await rollBack()
    expect(String(error)).toMatch(
      /docker\.io\/acme\/app@sha256:\w+ was deleted: its registry restores nothing, and 1 of the blobs it is made of are gone/,
    )
    expect(report.outcome).toBe('failed')
    expect(puts()).toEqual([])
    expect(registries.content(GHCR).manifests.has(OLD)).toBe(false)
  })

  test('shows in a dry run as what would be brought back', async () => {
    packages.remove(GHCR, ...all)
    const { report } = await rollBack({ dryRun: true })
    expect(report.repositories[0]?.restored).toHaveLength(3)
    expect(registries.content(GHCR).manifests.has(OLD)).toBe(false)
  })

  test('by a digest is found in what earlier runs have kept', async () => {
    for (const repository of BOTH)
      for (const digest of all) registries.content(repository).manifests.delete(digest)
    const { error } = await rollBack({ to: OLD })
    expect(error).toBeUndefined()
    expect(held()).toEqual([OLD, OLD])
  })

  test('behind a tag that stands still is repaired, and no tag moves', async () => {
    registries.content(HUB).manifests.delete(childrenOf('r2')[0]!)
    const { error, report } = await rollBack({ to: NEW })
    expect(error).toBeUndefined()
    expect(report.outcome).toBe('done')
    expect(puts()).toEqual([childrenOf('r2')[0]])
  })

  test('a registry that then restores nothing leaves every tag where it was', async () => {
    packages.remove(GHCR, ...all)
    const forgetful = new MemoryPackages(registries)
    const opened = {
      open: (repository: { host: string; path: string }) => ({
        ...packages.open(repository),
        restore: forgetful.open(repository).restore,
      }),
      close: () => {},
    }
    const { error } = await rollBack({ openPackages: async () => opened })
    expect(String(error)).toMatch(/could not be restored: it is gone/)
    expect([held(), held('latest-previous')]).toEqual([
      [NEW, NEW],
      [OLD, OLD],
    ])
  })
})
