import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Clock } from '../../../actions/base/clock.ts'
import { GITHUB_PACE, Pace, type PaceLimits } from '../../../actions/packages/github/pace.ts'

const MINUTE = 60_000

function steppedClock(): Clock & { time: number } {
  return {
    time: 0,
    now() {
      return this.time
    },
    async sleep(milliseconds) {
      this.time += milliseconds
    },
  }
}

/** When requests start that come one after another, each so long after the one before. */
async function startsOf(
  requests: readonly { method: string; after: number }[],
  limits: PaceLimits,
): Promise<{ at: number; points: number }[]> {
  const clock = steppedClock()
  const pace = new Pace(clock, limits)
  const starts = []
  for (const { method, after } of requests) {
    clock.time += after
    await pace.take(method)
    starts.push({ at: clock.time, points: method === 'GET' ? 1 : 5 })
  }
  return starts
}

const requests = fc.array(
  fc.record({ method: fc.constantFrom('GET', 'DELETE', 'POST'), after: fc.nat({ max: 3000 }) }),
  { maxLength: 120 },
)

test('in no minute is there more than the limits allow', async () => {
  const limits = { points: 40, changes: 12 }
  await fc.assert(
    fc.asyncProperty(requests, async (given) => {
      const starts = await startsOf(given, limits)
      for (const { at } of starts) {
        const minute = starts.filter((start) => start.at >= at && start.at < at + MINUTE)
        const changes = minute.filter(({ points }) => points === 5)
        expect(minute.reduce((sum, { points }) => sum + points, 0)).toBeLessThanOrEqual(limits.points)
        expect(changes.length).toBeLessThanOrEqual(limits.changes)
      }
    }),
  )
})

test('nobody waits who is within the limits', async () => {
  const given = Array.from({ length: 75 }, () => ({ method: 'DELETE', after: 800 }))
  expect((await startsOf(given, GITHUB_PACE)).at(-1)?.at).toBe(75 * 800)
})

describe('a pause', () => {
  test('holds everybody back who has not started yet, and no longer than it lasts', async () => {
    const clock = steppedClock()
    const pace = new Pace(clock)
    pace.pause(90_000)
    pace.pause(10_000)
    await pace.take('GET')
    expect(clock.time).toBe(90_000)
    await pace.take('GET')
    expect(clock.time).toBe(90_000)
  })

  test('that begins while somebody waits holds them back, too', async () => {
    const clock = steppedClock()
    const pace = new Pace(clock)
    await pace.take('DELETE')
    const waited: number[] = []
    clock.sleep = async (milliseconds) => {
      if (waited.length === 0) pace.pause(5000)
      waited.push(milliseconds)
      clock.time += milliseconds
    }
    await pace.take('DELETE')
    expect([waited, clock.time]).toEqual([[800, 4200], 5000])
  })
})
