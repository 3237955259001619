import type { Clock } from '../../actions/base/clock.ts'

/** Whoever waits is told at once that the time has passed. */
export function skippingClock(clock: Clock): Clock & { readonly skipped: number } {
  let skipped = 0
  return {
    now: () => clock.now() + skipped,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted()
      skipped += milliseconds
    },
    get skipped() {
      return skipped
    },
  }
}
