import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { defaultRetry, type RetryPolicy, retry, waitFor } from '../../../actions/base/retry.ts'

function policy(overrides: Partial<RetryPolicy> = {}) {
  const waits: number[] = []
  let now = 0
  const clock = {
    now: () => now,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds)
      now += milliseconds
    },
  }
  return { waits, policy: { ...defaultRetry, clock, random: () => 0, ...overrides } }
}
const always = { advise: () => ({}) }

describe('retry', () => {
  test('makes three attempts, 10 s and 20 s apart', async () => {
    const { waits, policy: three } = policy()
    let attempts = 0
    const failing = retry(
      async () => {
        attempts++
        throw new Error(`failure ${attempts}`)
      },
      three,
      always,
    )
    await expect(failing).rejects.toThrow('failure 3')
    expect(waits).toEqual([10_000, 20_000])
  })

  test('ends with the first success', async () => {
    const { waits, policy: three } = policy()
    const operation = async (attempt: number) => {
      if (attempt < 2) throw new Error('once')
      return attempt
    }
    expect(await retry(operation, three, always)).toBe(2)
    expect(waits).toHaveLength(1)
  })

  test('tries nothing again that is final', async () => {
    const { waits, policy: three } = policy()
    const failing = retry(() => Promise.reject(new Error('401')), three, { advise: () => undefined })
    await expect(failing).rejects.toThrow('401')
    expect(waits).toEqual([])
  })

  test('does not begin a wait that would end after the deadline', async () => {
    const { waits, policy: short } = policy({ deadline: 15_000 })
    await expect(retry(() => Promise.reject(new Error('down')), short, always)).rejects.toThrow('down')
    expect(waits).toEqual([10_000])
  })

  test('stops when cancelled', async () => {
    const { policy: three } = policy()
    const controller = new AbortController()
    let attempts = 0
    const failing = retry(
      async () => {
        attempts++
        controller.abort()
        throw new Error('down')
      },
      three,
      { ...always, signal: controller.signal },
    )
    await expect(failing).rejects.toThrow('down')
    expect(attempts).toBe(1)
  })
})

test('waits grow, stay within 20 % of the plan, and honour the server up to the longest', () => {
  const cases = fc.record({
    attempt: fc.integer({ min: 1, max: 6 }),
    after: fc.integer({ min: 0, max: 1_000_000 }),
    random: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(cases, ({ attempt, after, random }) => {
      const wait = waitFor(attempt, { after }, { base: 10_000, longest: 120_000, random: () => random })
      const planned = 10_000 * 2 ** (attempt - 1)
      expect(wait).toBeLessThanOrEqual(120_000)
      expect(wait).toBeGreaterThanOrEqual(Math.min(120_000, Math.max(planned, after)))
      expect(wait).toBeLessThanOrEqual(Math.max(planned * 1.2, after))
    }),
  )
})
