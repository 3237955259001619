import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { watch } from '../../../../actions/checks/running/patience.ts'

/** Time passes only by waiting. */
function clockOf() {
  let now = 0
  const clock = {
    now: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds
    },
  }
  return { clock, now: () => now }
}

const never = new AbortController().signal

test('it is looked at once even where there is no patience', async () => {
  const { clock } = clockOf()
  expect(await watch(async () => 'no', { limit: 0, interval: 1000 }, clock, never)).toBe('no')
  expect(await watch(async () => undefined, { limit: 0, interval: 1000 }, clock, never)).toBeUndefined()
})

test('it ends exactly when the patience does, with what was seen last', async () => {
  const { clock, now } = clockOf()
  const seen = await watch(
    async () => `at ${Math.round(now())}`,
    { limit: 30_000, interval: 1000 },
    clock,
    never,
  )
  expect([seen, Math.round(now())]).toEqual(['at 30000', 30_000])
})

test('whenever it gets ready, little time is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 29_000 }), async (moment) => {
      const { clock, now } = clockOf()
      let looks = 0
      const look = async () => {
        looks++
        return now() >= moment ? undefined : 'not yet'
      }
      expect(await watch(look, { limit: 30_000, interval: 1000 }, clock, never)).toBeUndefined()
      expect(now() - moment).toBeLessThanOrEqual(Math.max(25, moment / 10))
      expect(looks).toBeLessThan(80)
    }),
  )
})
