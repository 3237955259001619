import type { Clock } from '../../actions/base/clock.ts'

/** Longer waits are deadlines of something else, which is to have its time. */
const LONGEST_PAUSE = 15_000

/** Whoever pauses is told at once that the time has passed. */
export function skippingClock(clock: Clock): Clock & { readonly skipped: number } {
  let skipped = 0
  return {
    now: () => clock.now() + skipped,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted()
      if (milliseconds > LONGEST_PAUSE) return clock.sleep(milliseconds, signal)
      skipped += milliseconds
    },
    get skipped() {
      return skipped
    },
  }
}
