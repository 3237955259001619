import type { Clock } from './clock.ts'

/** Waits no longer than this for what others may never do; it goes on, but nobody hears of it. */
export async function within<T>(milliseconds: number, work: () => Promise<T>, clock: Clock): Promise<T> {
  const done = new AbortController()
  const late = clock.sleep(milliseconds, done.signal).then((): never => {
    throw new Error(`There was no answer for ${milliseconds / 1000} s.`)
  })
  try {
    return await Promise.race([work(), late])
  } finally {
    done.abort()
  }
}
