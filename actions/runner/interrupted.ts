import { readRegistryAccess, secretsOf } from '../registry/access.ts'
import { openRegistries } from '../registry/client.ts'
import { finishTransaction } from '../transaction/aftermath.ts'
import { Journal } from '../transaction/journal.ts'
import type { Runner } from './runner.ts'

/** A merge or rollback that ended properly leaves no journal, and there is nothing to do. */
export async function finishInterrupted(runner: Runner, journalPath: string): Promise<void> {
  const journal = Journal.read(journalPath)
  if (!journal) return
  const access = readRegistryAccess(runner.inputs, runner.event)
  for (const secret of secretsOf(access)) runner.mask(secret)
  const { log, clock } = runner
  const registries = openRegistries(access, runner)
  try {
    await finishTransaction(journal, { registries, artifacts: await runner.artifacts(), clock, log })
  } finally {
    registries.close()
  }
}
