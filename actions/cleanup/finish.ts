import { ManifestCache } from '../packages/reach/manifest-cache.ts'
import { secretsOf } from '../registry/access.ts'
import type { Runner } from '../runner/runner.ts'
import { openCacheStore } from './cache-store.ts'
import { finishDeletions } from './deletion/aftermath.ts'
import { CleanupJournal, type Deleted } from './deletion/journal.ts'
import { parseInputs } from './inputs.ts'
import { openServices } from './services.ts'
import { warnOf } from './warning.ts'

/** Where main tells `post:` what it began; names of its own, as a pipeline's other rooms tell theirs too. */
export const JOURNAL_STATE = 'cleanup-journal'
/** Of the whole run, as they name its cache; line by line. */
export const REPOSITORIES_STATE = 'cleanup-repositories'

/** A cleanup that ended properly leaves no journal, and there is nothing to do. */
export async function finishCleanUp(runner: Runner): Promise<void> {
  const path = runner.state(JOURNAL_STATE)
  if (path === '') return
  const journal = new CleanupJournal(path)
  const deleted = journal.deleted()
  if (deleted.length === 0) return
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
    await remember(deleted, runner)
  }
}

/** What a deleted index listed, its rerun finds nowhere else. */
async function remember(deleted: readonly Deleted[], runner: Runner): Promise<void> {
  const store = openCacheStore(runner, runner.state(REPOSITORIES_STATE).split('\n'))
  const cache = ManifestCache.parse(await store.load())
  for (const { manifest } of deleted) if (manifest) cache.add(manifest)
  if (cache.grown) await store.save(cache.serialise({ whole: false }))
}
