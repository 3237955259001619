import { afterAll, expect, test } from '@jest/globals'
import { MemoryRegistries } from './memory-registries.ts'
import { GHCR, HUB, LATEST, planFor } from './plans.ts'
import { newWorld, publishBefore, pushChildren } from './world.ts'

const world = newWorld()
afterAll(() => world.remove())

const MOVING = [LATEST, { ...LATEST, name: 'edge' }]
const NAMES = MOVING.map(({ name }) => name)

test('moving tags are put back in the reverse of the order in which they moved', async () => {
  const plan = planFor({ revision: 'r2', tags: MOVING })
  const registries = new MemoryRegistries()
  const before = publishBefore(registries, planFor({ revision: 'r1', tags: MOVING }), NAMES)
  pushChildren(registries, plan)
  let answered = true
  registries.trouble = ({ method, repository, reference }) => {
    const last = answered && method === 'PUT' && repository === HUB && reference === 'edge'
    if (last) answered = false
    return last ? 'late' : undefined
  }
  const { error } = await world.merge(plan, registries)
  expect(String(error)).toContain('edge was put back')
  const puts = registries.calls
    .filter(({ method, reference }) => method === 'PUT' && NAMES.includes(reference))
    .map(({ repository, reference }) => `${repository}:${reference}`)
  const moved = [GHCR, HUB].flatMap((repository) => NAMES.map((name) => `${repository}:${name}`))
  expect(puts).toEqual([...moved, ...moved.toReversed()])
  for (const repository of [GHCR, HUB])
    for (const name of NAMES) expect(registries.tag(repository, name)).toBe(before)
})
