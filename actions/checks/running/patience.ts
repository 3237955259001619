import type { Clock } from '../../base/clock.ts'

/** Ends what takes longer; undefined: it did. */
export async function atMost<T>(
  limit: number,
  work: (signal: AbortSignal) => Promise<T>,
  clock: Clock,
  signal: AbortSignal,
): Promise<T | undefined> {
  const late = new AbortController()
  const done = new AbortController()
  const timer = clock.sleep(limit, AbortSignal.any([done.signal, signal])).then(
    () => late.abort(),
    () => {},
  )
  try {
    return await work(AbortSignal.any([late.signal, signal]))
  } catch (error) {
    if (!late.signal.aborted || signal.aborted) throw error
    return undefined
  } finally {
    done.abort()
    await timer
  }
}

interface Patience {
  /** In milliseconds. */
  limit: number
  /** Between two looks at most. */
  interval: number
  /** Between the first two. */
  first?: number
}

const FIRST = 25

/**
 * Looks until it is as wanted (undefined), or says what was seen last. A pause is a tenth of what has been waited, so that
 * little time is lost at the end, and little spent on looking.
 */
export async function watch<T>(
  look: () => Promise<T | undefined>,
  { limit, interval, first = FIRST }: Patience,
  clock: Clock,
  signal: AbortSignal,
): Promise<T | undefined> {
  const started = clock.now()
  for (;;) {
    const seen = await look()
    const waited = clock.now() - started
    if (seen === undefined || waited >= limit) return seen
    await clock.sleep(Math.min(interval, limit - waited, Math.max(first, waited / 10)), signal)
  }
}
