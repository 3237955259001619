import { ManifestCache } from '../packages/reach/manifest-cache.ts'
import { secretsOf } from '../registry/access.ts'
import type { Runner } from '../runner/runner.ts'
import { finishDeletions } from './deletion/aftermath.ts'
import { CleanupJournal } from './deletion/journal.ts'
import { parseInputs } from './inputs.ts'
import { openServices } from './services.ts'
import { warnOf } from './warning.ts'

/** Where main tells `post:` what it began; a name of its own, as a pipeline's other rooms tell theirs too. */
export const JOURNAL_STATE = 'cleanup-journal'

/** A cleanup that ended properly leaves no journal, and there is nothing to do. */
export async function finishCleanUp(runner: Runner): Promise<void> {
  const path = runner.state(JOURNAL_STATE)
  if (path === '') return
  const journal = new CleanupJournal(path)
  if (journal.unfinished().length === 0) return
  const inputs = await parseInputs(runner.inputs, runner.event)
  for (const secret of secretsOf(inputs.access)) runner.mask(secret)
  const { close, ...services } = openServices(runner, inputs)
  try {
    await finishDeletions(journal, { ...services, ...runner, cache: new ManifestCache() })
  } catch (error) {
    if (inputs.onFailure === 'fail') throw error
    warnOf(error, runner.log)
  } finally {
    close()
  }
}
