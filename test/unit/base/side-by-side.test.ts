import { describe, expect, test } from '@jest/globals'
import { CancelledError } from '../../../actions/base/errors.ts'
import { sideBySide } from '../../../actions/base/side-by-side.ts'

const never = new AbortController().signal

function untilAborted(signal: AbortSignal, error: Error = new CancelledError()): Promise<void> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(error)))
}

const fails = async () => {
  throw new Error('first')
}

describe('work side by side', () => {
  test('ends when all of it has ended', async () => {
    const ended: number[] = []
    await sideBySide(
      never,
      [1, 2].map((each) => async () => {
        await Promise.resolve()
        ended.push(each)
      }),
    )
    expect(ended).toEqual([1, 2])
  })

  test('is given up when one fails, which alone is told', async () => {
    await expect(sideBySide(never, [(signal) => untilAborted(signal), fails])).rejects.toThrow(/^first$/)
  })

  test('is cancelled, whatever else goes wrong then', async () => {
    const cancelled = new AbortController()
    const work = sideBySide(cancelled.signal, [(signal) => untilAborted(signal, new Error('because of it'))])
    cancelled.abort()
    await expect(work).rejects.toThrow(CancelledError)
  })
})
