import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { mergeOutputs } from '../../../actions/merge/outputs.ts'
import { MemoryRegistries } from './memory-registries.ts'
import { fixed, GHCR, HUB, indexFor, LATEST, planFor } from './plans.ts'
import { newWorld, publishBefore, pushChildren } from './world.ts'

const world = newWorld()
afterAll(() => world.remove())

const old = planFor({ revision: 'r1', tags: [LATEST] })
const plan = planFor({ revision: 'r2', tags: [...fixed('2.0.0'), LATEST] })

async function outputsOf(of = plan) {
  const registries = new MemoryRegistries()
  publishBefore(registries, old, ['latest', 'latest-previous'], [GHCR])
  pushChildren(registries, of)
  return mergeOutputs(
    await world.merge(of, registries, { options: { forceMove: false, keepPrevious: false, index: 'auto' } }),
  )
}

test('the manifest and the code name the same outputs', async () => {
  const { outputs } = parse(readFileSync('merge/action.yml', 'utf8')) as { outputs: object }
  expect(Object.keys(await outputsOf())).toEqual(Object.keys(outputs))
})

test('what can be pulled now, what moved, and what nothing holds any more', async () => {
  const { digest } = indexFor(plan)
  const before = indexFor(old).digest
  const outputs = await outputsOf()
  expect(outputs.digest).toBe(digest)
  expect(outputs.receipt).toMatch(new RegExp(`^receipt-${plan.id}-1@sha256:[0-9a-f]{64}$`))
  expect(JSON.parse(outputs.references)).toEqual(
    [GHCR, HUB].flatMap((repository) => ['2.0.0', 'latest'].map((tag) => `${repository}:${tag}@${digest}`)),
  )
  expect(JSON.parse(outputs.moved)).toEqual([
    { repository: GHCR, tag: 'latest', before, after: digest },
    { repository: HUB, tag: 'latest', before: null, after: digest },
  ])
  expect(JSON.parse(outputs.superseded)).toEqual([{ repository: GHCR, tag: 'latest', digest: before }])
})

test('nothing of an image that was not published', async () => {
  const dry = planFor({ revision: 'r2', tags: [LATEST], publish: false })
  const { digest, references, moved } = await outputsOf(dry)
  expect({ digest, references, moved }).toEqual({ digest: '', references: '[]', moved: '[]' })
})
