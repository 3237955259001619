import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../base/errors.ts'
import type { Engine } from '../engine/engine.ts'
import type { Runner } from '../runner/runner.ts'

/** The part of the runner's cache service that is needed; handed in, as it is heavy and not always there. */
export interface CacheService {
  restore(paths: string[], key: string, prefixes: string[]): Promise<string | undefined>
  save(paths: string[], key: string): Promise<void>
}

const FILE = 'store.tar'
/** Bases and layers that no build of two weeks made are not worth their transfer. */
const OLDEST = 'until=336h'

/** The whole container storage as one file: a rootless store has owners that only `podman unshare` may read and write. */
export class StoreCache {
  readonly #engine: Engine
  readonly #service: CacheService
  readonly #file: string

  constructor(
    engine: Engine,
    service: CacheService,
    { environment, temp }: Pick<Runner, 'environment' | 'temp'>,
  ) {
    this.#engine = engine
    this.#service = service
    // The path is part of the cache's identity, so it is the same in every run, whatever folder this one works in.
    this.#file = join(environment.RUNNER_TEMP ?? temp, 'image-actions-store', FILE)
  }

  async restore(prefix: string): Promise<boolean> {
    // What is unpacked takes the place of the list of images that are there.
    if (await this.#inUse()) return false
    const folder = await this.#folder()
    const found = await this.#service.restore([this.#file], `${prefix}-`, [`${prefix}-`])
    if (!found) return false
    await this.#tar('--extract', folder)
    await rm(this.#file, { force: true })
    return true
  }

  async save(key: string): Promise<void> {
    const folder = await this.#folder()
    await this.#podman('image', 'prune', '--all', '--force', '--filter', OLDEST)
    await this.#tar('--create', folder)
    await this.#service.save([this.#file], key)
    await rm(this.#file, { force: true })
  }

  async #inUse(): Promise<boolean> {
    return (await this.#podman('images', '--all', '--quiet')).trim() !== ''
  }

  async #folder(): Promise<string> {
    const root = (await this.#podman('info', '--format', '{{.Store.GraphRoot}}')).trim()
    if (root === '')
      throw new UserError('podman does not tell where its storage lies.', { hint: 'Use cache: registry.' })
    await mkdir(join(this.#file, '..'), { recursive: true })
    return root
  }

  async #tar(mode: '--create' | '--extract', folder: string): Promise<void> {
    const args = [
      mode,
      '--file',
      this.#file,
      '--directory',
      folder,
      '--xattrs',
      '--numeric-owner',
      '--sparse',
      '.',
    ]
    const rootless = (await this.#podman('info', '--format', '{{.Host.Security.Rootless}}')).trim() === 'true'
    const command = rootless ? ['podman', 'unshare', 'tar', ...args] : ['tar', ...args]
    await this.#engine.run(command[0] as string, command.slice(1), { env: this.#engine.env })
  }

  async #podman(...args: string[]): Promise<string> {
    return (await this.#engine.run('podman', args, { env: this.#engine.env })).stdout
  }
}
