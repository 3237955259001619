import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { messageOf } from '../base/errors.ts'
import { within } from '../base/within.ts'
import type { Runner } from '../runner/runner.ts'

/** Where the manifests that were read lie until the next run. Nothing that fails here stops anybody. */
export interface CacheStore {
  /** Empty where there is nothing. */
  load(): Promise<string>
  save(content: string): Promise<void>
}

/** The part of the runner's cache service that is needed; handed in, as it is heavy and not always there. */
export interface CacheService {
  restore(paths: string[], key: string, prefixes: string[]): Promise<string | undefined>
  save(paths: string[], key: string): Promise<void>
}

/** The service's client goes on trying for longer than it takes to read everything again. */
const PATIENCE = 20_000

interface StoreContext extends Pick<Runner, 'environment' | 'log' | 'clock'> {
  event: Pick<Runner['event'], 'runId' | 'attempt'>
}

/** A file in the user's own cache, which the runner's cache service brings from run to run where there is one. */
export function openCacheStore(
  context: StoreContext,
  repositories: readonly string[],
  service: () => Promise<CacheService> = async () => (await import('../runner/cache.ts')).cacheService,
): CacheStore {
  const { environment, event, log, clock } = context
  const name = `image-actions-manifests-${nameOf(repositories)}`
  // The path is part of the cache's identity, so it is the same in every run.
  const home = environment.XDG_CACHE_HOME || join(environment.HOME || homedir(), '.cache')
  const file = join(home, 'image-actions', `${name}.json`)
  const hasService =
    environment.ACTIONS_RUNTIME_TOKEN && (environment.ACTIONS_RESULTS_URL || environment.ACTIONS_CACHE_URL)
  const key = `${name}-${event.runId}-${event.attempt}`
  const tell = (what: string) => (error: unknown) => {
    log.info(`The manifests of earlier runs could not be ${what}: ${messageOf(error)}`)
    return ''
  }
  const ask = async (question: (asked: CacheService) => Promise<unknown>) => {
    if (hasService) await within(PATIENCE, async () => question(await service()), clock)
  }
  const save = async (content: string) => {
    await write(file, content)
    await ask((asked) => asked.save([file], key))
  }
  return {
    load: async () => {
      await ask((asked) => asked.restore([file], key, [`${name}-`])).catch(
        tell('loaded, so those are read again that this machine lacks'),
      )
      return read(file).catch(tell('read, so each is asked for again'))
    },
    save: async (content) => void (await save(content).catch(tell('kept, so the next run reads again'))),
  }
}

/** The same for the same repositories, in whatever order. */
function nameOf(repositories: readonly string[]): string {
  const sorted = JSON.stringify([...new Set(repositories)].toSorted())
  return createHash('sha256').update(sorted).digest('hex').slice(0, 12)
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** Whole or not at all: two runs may write at the same time. */
async function write(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  await writeFile(draft, content, { mode: 0o600 })
  await rename(draft, file)
}
