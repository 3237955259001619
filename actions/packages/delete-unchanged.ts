import type { Again } from '../registry/types.ts'
import type { Outcome } from './types.ts'

/** Thrown before another attempt at a deletion that needs none. */
class Settled extends Error {
  readonly outcome: Outcome

  constructor(outcome: Outcome) {
    super(outcome.outcome)
    this.name = 'Settled'
    this.outcome = outcome
  }
}

/**
 * Deletes what `look` finds nothing against. A wait between two attempts is long enough for somebody to give a tag to what
 * was looked at before it, so each attempt comes after a look of its own; what is gone by then went with the one before.
 */
export async function deleteUnchanged(
  look: (isAgain: boolean) => Promise<Outcome | undefined>,
  attempt: (again: Again) => Promise<Outcome>,
): Promise<Outcome> {
  const again = async () => {
    const found = await look(true)
    if (found) throw new Settled(found.outcome === 'absent' ? { outcome: 'done' } : found)
  }
  try {
    return (await look(false)) ?? (await attempt(again))
  } catch (error) {
    if (error instanceof Settled) return error.outcome
    throw error
  }
}
