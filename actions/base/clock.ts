import { setTimeout as delay } from 'node:timers/promises'

/** Time as everything here sees it; tests bring their own, so that waiting takes none. */
export interface Clock {
  now(): number
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await delay(milliseconds, undefined, signal ? { signal } : {})
  },
}
