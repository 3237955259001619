import { isDeepStrictEqual } from 'node:util'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isUserError } from '../../../actions/base/errors.ts'
import { hostile } from './hostile.ts'
import type { Parser } from './parsers.ts'

/** Of the processor: what is read in no time, and by all means before anybody notices. */
const MOST_TIME = 2_000_000

/** What is wrong is told as what a user can put right; anything else is a bug. */
async function read({ parse }: Parser, text: string): Promise<{ value: unknown } | undefined> {
  const before = process.cpuUsage()
  try {
    return { value: await parse(text) }
  } catch (error) {
    if (!isUserError(error)) throw error
    return undefined
  } finally {
    expect(process.cpuUsage(before).user).toBeLessThan(MOST_TIME)
  }
}

/** What is written out again reads the same. */
async function readsAgain(parser: Parser, value: unknown): Promise<void> {
  const written = parser.write?.(value as never)
  if (written === undefined) return
  const again = await read(parser, written)
  if (!isDeepStrictEqual(again?.value, value))
    expect({ written, value: again?.value }).toEqual({ written, value })
}

/** One test for each. */
export function fuzz(parsers: readonly Parser[]): void {
  test.each(parsers.map((parser) => [parser.where, parser] as const))(
    '%s',
    async (_where, parser) => {
      await fc.assert(
        fc.asyncProperty(hostile(parser.samples), async (text) => {
          const result = await read(parser, text)
          if (result) await readsAgain(parser, result.value)
        }),
      )
    },
    600_000,
  )
}
