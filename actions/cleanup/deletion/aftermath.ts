import { joined } from '../../base/joined.ts'
import type { Log } from '../../base/log.ts'
import { parseRepository } from '../../base/reference.ts'
import type { Budget } from '../../packages/budget.ts'
import type { Packages } from '../../packages/types.ts'
import type { Registries } from '../../registry/types.ts'
import type { CleanupJournal } from './journal.ts'
import { type Look, lookAgain } from './look-again.ts'

interface Aftermath extends Pick<Look, 'cache' | 'clock'> {
  packages: Packages
  registries: Registries
  budget: Budget
  log: Log
}

function found(restored: number): string {
  if (restored === 0) return 'No tag needs anything of what it deleted.'
  return `Brought back, as a tag needs it: ${restored} of what it deleted.`
}

/** For a run that was killed between a deletion and its second look: what a tag needs by now is brought back. */
export async function finishDeletions(journal: CleanupJournal, aftermath: Aftermath): Promise<void> {
  const { packages, registries, budget, cache, clock, log } = aftermath
  const errors: unknown[] = []
  for (const { repository, known, deleted } of journal.unfinished()) {
    const parsed = parseRepository(repository)
    const look = { package: packages.open(parsed), client: registries.open(parsed), cache, clock }
    try {
      const { restored } = await budget.lift(() => lookAgain(deleted, known, look))
      journal.looked(repository)
      log.warn(`The cleanup of ${repository} was interrupted. ${found(restored.length)}`)
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0) throw joined(errors)
  journal.remove()
}
