import { setTimeout as delay } from 'node:timers/promises'

/** Time as everything here sees it; tests bring their own, so that waiting takes none. */
export interface Clock {
  now(): number
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/** A timer that is given more ends at once. */
const LONGEST = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await delay(Math.min(milliseconds, LONGEST), undefined, signal ? { signal } : {})
  },
}
