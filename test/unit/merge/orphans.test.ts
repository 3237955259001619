import { describe, expect, test } from '@jest/globals'
import type { Digest } from '../../../actions/base/digest.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { removeOrphans } from '../../../actions/merge/orphans.ts'
import type { RegistryKind } from '../../../actions/registry/types.ts'
import { MemoryRegistries } from './memory-registries.ts'
import { GHCR, indexFor, LATEST, planFor, recordsOf } from './plans.ts'
import { pushChildren } from './world.ts'

const plan = planFor({ revision: 'r2', tags: [LATEST], repositories: [GHCR] })
const records = recordsOf(plan)
const digests = records.map(({ digest }) => digest)
const references = digests.map((digest) => `${GHCR}@${digest}`)

function staged(): MemoryRegistries {
  const registries = new MemoryRegistries()
  pushChildren(registries, plan)
  return registries
}

function remove(registries: MemoryRegistries, kind: RegistryKind, of = records): Promise<string[]> {
  return removeOrphans(of, { registries, kindOf: () => kind, log: silentLog })
}

function left(registries: MemoryRegistries): Digest[] {
  return digests.filter((digest) => registries.content(GHCR).manifests.has(digest))
}

describe('a plain registry', () => {
  test('loses what nothing refers to', async () => {
    const registries = staged()
    expect(await remove(registries, 'oci')).toEqual([])
    expect(left(registries)).toEqual([])
  })

  test('keeps what a tag reaches through an index', async () => {
    const registries = staged()
    registries.store(GHCR, indexFor(plan), 'someone')
    expect(await remove(registries, 'oci')).toEqual([])
    expect(left(registries)).toEqual(digests)
  })

  test('keeps what was there before this run', async () => {
    const registries = staged()
    const theirs = records.map((record) => ({
      ...record,
      repositories: record.repositories.map((each) => ({ ...each, created: false })),
    }))
    expect(await remove(registries, 'oci', theirs)).toEqual([])
    expect(left(registries)).toEqual(digests)
  })

  test.each([
    [100, 0],
    [101, 2],
  ])('with %i other tags leaves over %i', async (tags, expected) => {
    const registries = staged()
    const other = indexFor(planFor({ revision: 'r1', tags: [LATEST], repositories: [GHCR] }))
    for (let tag = 0; tag < tags; tag++) registries.store(GHCR, other, `t${tag}`)
    expect(await remove(registries, 'oci')).toHaveLength(expected)
    expect(left(registries)).toHaveLength(expected)
  })

  test.each(['TAGS', 'GET', 'DELETE'])('that fails at %s names what is left', async (method) => {
    const registries = staged()
    registries.store(
      GHCR,
      indexFor(planFor({ revision: 'r1', tags: [LATEST], repositories: [GHCR] })),
      'other',
    )
    registries.trouble = (call) => (call.method === method ? 'early' : undefined)
    expect(await remove(registries, 'oci')).toEqual(references)
  })
})

test('GHCR deletes nothing, so all of it is named', async () => {
  const registries = staged()
  expect(await remove(registries, 'ghcr')).toEqual(references)
  expect(registries.calls).toEqual([])
})

test('Docker Hub knows itself what is referred to', async () => {
  const registries = staged()
  expect(await remove(registries, 'dockerhub')).toEqual([])
  expect(registries.calls.map(({ method }) => method)).toEqual(['DELETE', 'DELETE'])
})
