import type { Outcome } from './types.ts'

/**
 * Thrown before another attempt at a deletion that needs none. A wait is long enough for somebody to give a tag to what was
 * looked at before it, so each attempt is preceded by a look of its own.
 */
export class Settled extends Error {
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    super(outcome.outcome)
    this.name = 'Settled'
    this.outcome = outcome
  }
}

export async function untilSettled(deletion: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await deletion()
  } catch (error) {
    if (error instanceof Settled) return error.outcome
    throw error
  }
}
