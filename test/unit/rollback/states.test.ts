import { beforeEach, expect, test } from '@jest/globals'
import type { Receipt } from '../../../actions/plan/receipt.ts'
import { listStates } from '../../../actions/rollback/states.ts'
import { MemoryRegistries } from '../merge/memory-registries.ts'
import { GHCR, HUB } from '../merge/plans.ts'
import { publishBefore } from '../merge/world.ts'
import { BOTH, imageOf, receiptsOf, revision } from './world.ts'

let registries: MemoryRegistries
beforeEach(() => {
  registries = new MemoryRegistries()
  publishBefore(registries, revision('r2'), ['latest'])
})

async function list(...receipts: Receipt[]) {
  const targets = new Map(BOTH.map((name) => [name, registries.client(name)]))
  return listStates('latest', targets, await receiptsOf(...receipts).list())
}

/** Of a run that gave latest something, in both registries. */
function receipt(plan: string, before: string | null, after: string): Receipt {
  const tag = { name: 'latest', moves: true, outcome: 'moved' as const, reason: '', after: imageOf(after) }
  const tags = [{ ...tag, before: before === null ? null : imageOf(before) }]
  const image = { name: 'app', outcome: 'published' as const, digest: imageOf(after), mediaType: '' }
  return {
    ...{ schema: 1, plan, repository: 'acme/app', revision: after, version: '', attempt: 1 },
    ...{ created: '2026-11-20T10:00:00Z', manifests: {}, leftovers: [], duration: 1 },
    images: [
      {
        ...image,
        platforms: [],
        repositories: BOTH.map((repository) => ({ repository, tags, superseded: [] })),
      },
    ],
  }
}

test('versions come in their order, newest first, and no more than anybody reads', async () => {
  const names = Array.from({ length: 25 }, (_, minor) => `1.${minor}`)
  publishBefore(registries, revision('r1'), [...names, 'v2', 'edge', 'sha-1', 'pr-7'])
  const states = await list()
  expect(states.map(({ to }) => to)).toEqual(['v2', ...names.toReversed()].slice(0, 20))
  expect(states.every(({ revision }) => revision === 'r1')).toBe(true)
})

test('registries that hold the same are told in one line, those that differ in two', async () => {
  publishBefore(registries, revision('r1'), ['latest-previous', '1.0'])
  publishBefore(registries, revision('r0'), ['latest-previous'], [HUB])
  expect((await list()).map(({ to, digest, repositories }) => [to, digest, repositories])).toEqual([
    ['previous', imageOf('r1'), [GHCR]],
    ['previous', imageOf('r0'), [HUB]],
    ['1.0', imageOf('r1'), BOTH],
  ])
})

test('a version that the tag holds now is marked', async () => {
  publishBefore(registries, revision('r2'), ['1.2'])
  expect(await list()).toMatchObject([{ to: '1.2', note: 'held now' }])
})

test('receipts say what it would take, and what is there no more', async () => {
  publishBefore(registries, revision('r1'), [])
  for (const repository of BOTH) registries.store(repository, manifestOf('r1'))
  const last = receipt('cccccccccccc', 'r1', 'r2')
  const earlier = receipt('bbbbbbbbbbbb', 'r0', 'r1')
  const states = await list(
    last,
    earlier,
    receipt('aaaaaaaaaaaa', null, 'r0'),
    receipt('dddddddddddd', 'r2', 'r2'),
  )
  expect(states.map(({ to, digest, note }) => [to, digest, note])).toEqual([
    ['receipt-cccccccccccc-1', imageOf('r1'), 'replaced 2026-11-20'],
    ['receipt-bbbbbbbbbbbb-1', imageOf('r0'), 'replaced 2026-11-20, needs force, deleted'],
  ])
})

function manifestOf(name: string) {
  const memory = new MemoryRegistries()
  publishBefore(memory, revision(name, [GHCR]), ['any'])
  return memory.content(GHCR).manifests.get(imageOf(name))!
}
