import { rm } from 'node:fs/promises'
import type { BuildRequest } from '../engine/build.ts'
import type { Runner } from '../runner/runner.ts'

/** What `post:` does once the leg is pushed: the cache is written when it can delay and fail nothing of it. */
export type CacheWork =
  | {
      to: 'registry'
      repository: string
      request: BuildRequest
      env: Record<string, string>
      authFile: string
    }
  | { to: 'store'; key: string; env: Record<string, string>; authFile: string }

export interface Work {
  /** Credentials, secrets and layers of this job. */
  folder: string
  cache?: CacheWork | undefined
}

export function saveWork(runner: Runner, work: Work): void {
  runner.saveState('work', JSON.stringify(work))
}

export function readWork(runner: Runner): Work | undefined {
  const text = runner.state('work')
  return text === '' ? undefined : (JSON.parse(text) as Work)
}

export async function removeWork(work: Work): Promise<void> {
  await rm(work.folder, { recursive: true, force: true })
}
