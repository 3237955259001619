import { expect, test } from '@jest/globals'
import { systemClock } from '../../../actions/base/clock.ts'
import { within } from '../../../actions/base/within.ts'
import { testClock } from '../merge/world.ts'

test('what comes in time is the answer, and nobody waits on', async () => {
  let waiting: AbortSignal | undefined
  const sleep = (milliseconds: number, signal?: AbortSignal) => {
    waiting = signal
    return systemClock.sleep(milliseconds, signal)
  }
  expect(await within(60_000, async () => 'answer', { ...systemClock, sleep })).toBe('answer')
  expect(waiting?.aborted).toBe(true)
})

test('what fails in time is the failure', async () => {
  await expect(within(60_000, () => Promise.reject(new Error('503')), systemClock)).rejects.toThrow('503')
})

test('what does not come is given up, and may still fail unheard', async () => {
  const late = Promise.withResolvers<never>()
  await expect(within(2_000, () => late.promise, testClock())).rejects.toThrow('There was no answer for 2 s.')
  late.reject(new Error('too late'))
})
