import { join } from 'node:path'
import { parseRepository } from '../base/reference.ts'
import { type Engine, openEngine } from '../engine/engine.ts'
import { allowPlainHttp } from '../engine/plain-http.ts'
import { podmanTemporary } from '../engine/temporary.ts'
import { type PullAccess, speaksHttp } from '../registry/access.ts'
import { writeAuthFile } from '../registry/authfile.ts'
import type { Runner } from './runner.ts'

export interface EngineNeeds {
  access: PullAccess
  /** What it will pull or push. */
  repositories: readonly string[]
  /** Ours alone: credentials and settings lie here. */
  folder: string
}

/** podman with this job's own credentials, and without what was given to the action. */
export async function jobEngine(
  { run, environment }: Pick<Runner, 'run' | 'environment'>,
  { access, repositories, folder }: EngineNeeds,
): Promise<Engine> {
  const authFile = join(folder, 'auth.json')
  await writeAuthFile(authFile, access, environment)
  const hosts = new Set([...access.insecure, ...repositories.map((name) => parseRepository(name).host)])
  const plain = await allowPlainHttp(
    [...hosts].filter((host) => speaksHttp(access, host)),
    folder,
    environment,
  )
  return openEngine(
    run,
    environment,
    { ...plain, TMPDIR: await podmanTemporary(folder, environment) },
    authFile,
  )
}
