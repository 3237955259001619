import { expect, test } from '@jest/globals'
import { type ErrorCode, isUserError, type UserError, userErrorsOf } from '../actions/base/errors.ts'

/** A code, what somebody has done, and how to do it; `trigger` throws, or gives a promise that is rejected. */
export type Reproduction = readonly [code: ErrorCode, what: string, trigger: () => unknown]

/** Really causes each error, and looks at what a person would read: its code, and whole sentences. */
export function reproduce(reproductions: readonly Reproduction[]): void {
  test.each(reproductions)('%s: %s', async (code, _what, trigger) => {
    const errors = await complaintsOf(trigger)
    expect(errors.map((error) => error.code)).toEqual([code])
    for (const { message, hint } of errors) {
      expect(message).toMatch(/^\S.*[.?!]$/s)
      expect(hint).toMatch(/^[\p{Lu}"“`].*[.?!]$/su)
      expect(message + hint).not.toMatch(/undefined|\[object|NaN|\.\.(?!\/|\.)/)
    }
  })
}

/** All that is complained of; whatever is no complaint about the user's doing fails the test. */
async function complaintsOf(trigger: () => unknown): Promise<readonly UserError[]> {
  try {
    await trigger()
  } catch (error) {
    if (isUserError(error)) return userErrorsOf(error)
    throw error
  }
  return []
}
