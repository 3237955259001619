import { CancelledError } from './errors.ts'
import { joined } from './joined.ts'

/** Where one fails, nobody needs the others' answers any more; what went wrong is told when all have ended. */
export async function sideBySide(
  cancelled: AbortSignal,
  works: readonly ((signal: AbortSignal) => Promise<unknown>)[],
): Promise<void> {
  const failed = new AbortController()
  const signal = AbortSignal.any([cancelled, failed.signal])
  const endings = works.map(async (work) => {
    try {
      await work(signal)
    } catch (error) {
      failed.abort()
      throw error
    }
  })
  const errors = (await Promise.allSettled(endings)).flatMap((ending) =>
    ending.status === 'rejected' ? [ending.reason as unknown] : [],
  )
  if (errors.length === 0) return
  if (cancelled.aborted) throw new CancelledError()
  const faults = errors.filter((error) => !(error instanceof CancelledError))
  throw joined(faults.length > 0 ? faults : errors)
}
