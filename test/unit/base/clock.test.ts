import { expect, test } from '@jest/globals'
import { systemClock } from '../../../actions/base/clock.ts'

test.each([1e12, Number.MAX_VALUE, Number.POSITIVE_INFINITY])(
  'a sleep of %d ms does not end at once',
  async (long) => {
    const awake = new AbortController()
    const slept = systemClock.sleep(long, awake.signal).then(() => 'slept')
    const first = await Promise.race([slept, systemClock.sleep(30).then(() => 'waited')])
    awake.abort()
    await expect(slept).rejects.toThrow('aborted')
    expect(first).toBe('waited')
  },
)
