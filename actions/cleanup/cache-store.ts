import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { messageOf } from '../base/errors.ts'
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

interface StoreContext extends Pick<Runner, 'environment' | 'temp' | 'log'> {
  event: Pick<Runner['event'], 'runId' | 'attempt'>
}

/** The runner's cache service where there is one; a folder of the user's elsewhere. */
export function openCacheStore(
  context: StoreContext,
  repositories: readonly string[],
  service: () => Promise<CacheService> = async () => (await import('../runner/cache.ts')).cacheService,
): CacheStore {
  const { environment, log } = context
  const name = `image-actions-manifests-${nameOf(repositories)}`
  const hasService =
    environment.ACTIONS_RUNTIME_TOKEN && (environment.ACTIONS_RESULTS_URL || environment.ACTIONS_CACHE_URL)
  const store = hasService ? serviceStore(context, name, service) : folderStore(environment, name)
  const tell = (what: string) => (error: unknown) => {
    log.info(`The manifests of earlier runs could not be ${what}: ${messageOf(error)}`)
    return ''
  }
  return {
    load: () => store.load().catch(tell('loaded, so each is read again')),
    save: async (content) =>
      void (await store.save(content).catch(tell('kept, so the next run reads again'))),
  }
}

/** The same for the same repositories, in whatever order. */
function nameOf(repositories: readonly string[]): string {
  const sorted = JSON.stringify([...new Set(repositories)].toSorted())
  return createHash('sha256').update(sorted).digest('hex').slice(0, 12)
}

function serviceStore(
  { environment, temp, event }: StoreContext,
  name: string,
  service: () => Promise<CacheService>,
): CacheStore {
  // The path is part of the cache's identity, so it is the same in every run, whatever folder this one works in.
  const file = join(environment.RUNNER_TEMP ?? temp, name, 'manifests.json')
  const key = `${name}-${event.runId}-${event.attempt}`
  return {
    load: async () => {
      const found = await (await service()).restore([file], key, [`${name}-`])
      return found === undefined ? '' : readFile(file, 'utf8')
    },
    save: async (content) => {
      await write(file, content)
      await (await service()).save([file], key)
    },
  }
}

function folderStore(environment: Runner['environment'], name: string): CacheStore {
  const home = environment.XDG_CACHE_HOME || join(environment.HOME || homedir(), '.cache')
  const file = join(home, 'image-actions', `${name}.json`)
  return {
    load: () =>
      readFile(file, 'utf8').catch((error) => (error.code === 'ENOENT' ? '' : Promise.reject(error))),
    save: (content) => write(file, content),
  }
}

/** Whole or not at all: two runs may write at the same time. */
async function write(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.${process.pid}`
  await writeFile(draft, content, { mode: 0o600 })
  await rename(draft, file)
}
