import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { failureOf } from './harness/act-log.ts'
import { pushed } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'
import { inspect } from './harness/inspect.ts'

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

const MINUTES = 120_000

describe('publishing an image', () => {
  test(
    'a push to main publishes latest to both registries, for both platforms',
    async () => {
      const consumer = await world.consumer()
      const run = await world.run(consumer, await pushed(consumer, 'refs/heads/main'))
      expect(failureOf(run)).toBe('')
      const published = await Promise.all(world.hosts.map((host) => inspect(`${host}/octo/app:latest`)))
      expect(published[0]?.platforms).toEqual(['linux/amd64', 'linux/arm64'])
      expect(published[1]).toEqual(published[0])
      expect(run.outputs.digest).toBe(published[0]?.digest)
    },
    MINUTES,
  )
})
