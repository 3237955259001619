import { afterAll, expect, test } from '@jest/globals'
import type { MergeOptions } from '../../../actions/merge/inputs.ts'
import { MemoryRegistries } from './memory-registries.ts'
import { GHCR, HUB, LATEST, planFor } from './plans.ts'
import { newWorld, publishBefore, pushChildren } from './world.ts'

const world = newWorld()
afterAll(() => world.remove())

const older = planFor({ revision: 'r0', tags: [LATEST] })
const old = planFor({ revision: 'r1', tags: [LATEST] })
const plan = planFor({ revision: 'r2', tags: [LATEST] })

/** Publishes where `latest` holds r1, and its slot what the test says. */
async function publish(previous: typeof plan | undefined, keepPrevious = true) {
  const registries = new MemoryRegistries()
  const left = publishBefore(registries, old, ['latest'])
  const slot = previous && publishBefore(registries, previous, ['latest-previous'])
  pushChildren(registries, plan)
  const options: MergeOptions = { forceMove: false, keepPrevious, index: 'auto' }
  const { error, receipt } = await world.merge(plan, registries, { options })
  expect(error).toBeUndefined()
  const told = receipt.images[0]?.repositories.map(({ superseded }) => superseded)
  const slots = [GHCR, HUB].map((repository) => registries.tag(repository, 'latest-previous'))
  return { left, slot, told, slots }
}

test('what left the slot of the previous state is superseded', async () => {
  const { left, slot, told, slots } = await publish(older)
  const gone = [{ tag: 'latest-previous', digest: slot }]
  expect(told).toEqual([gone, gone])
  expect(slots).toEqual([left, left])
})

test('what the slot held already, and still holds, is not', async () => {
  const { left, told, slots } = await publish(old)
  expect(told).toEqual([[], []])
  expect(slots).toEqual([left, left])
})

test('nothing is, where the slot was empty', async () => {
  const { left, told, slots } = await publish(undefined)
  expect(told).toEqual([[], []])
  expect(slots).toEqual([left, left])
})

test('what a moving tag left is, where no previous state is kept', async () => {
  const { left, told, slots } = await publish(undefined, false)
  const gone = [{ tag: 'latest', digest: left }]
  expect(told).toEqual([gone, gone])
  expect(slots).toEqual([undefined, undefined])
})
