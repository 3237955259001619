import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '../base/errors.ts'
import type { Engine } from '../engine/engine.ts'
import type { Runner } from '../runner/runner.ts'

/** The part of the runner's cache service that is needed; handed in, as it is heavy and not always there. */
export interface CacheService {
  restore(paths: string[], key: string, prefixes: string[]): Promise<string | undefined>
  save(paths: string[], key: string): Promise<void>
}

interface Storage {
  root: string
  rootless: boolean
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
    await this.#makeFolder()
    // podman takes its time to tell where its storage lies: as long as a download may take.
    const [storage, found] = await Promise.all([
      this.#storage(),
      this.#service.restore([this.#file], `${prefix}-`, [`${prefix}-`]),
    ])
    if (!found) return false
    await this.#tar('--extract', storage)
    await rm(this.#file, { force: true })
    return true
  }

  async save(key: string): Promise<void> {
    await this.#makeFolder()
    await this.#podman('image', 'prune', '--all', '--force', '--filter', OLDEST)
    await this.#tar('--create', await this.#storage())
    await this.#service.save([this.#file], key)
    await rm(this.#file, { force: true })
  }

  async #inUse(): Promise<boolean> {
    return (await this.#podman('images', '--all', '--quiet')).trim() !== ''
  }

  async #makeFolder(): Promise<void> {
    await mkdir(dirname(this.#file), { recursive: true })
  }

  async #storage(): Promise<Storage> {
    const format = '{{.Store.GraphRoot}}\n{{.Host.Security.Rootless}}'
    const [root = '', rootless] = (await this.#podman('info', '--format', format)).trim().split('\n')
    if (root === '')
      throw new UserError('IMG2210', 'podman does not tell where its storage lies.', {
        hint: 'Use cache: registry.',
      })
    return { root, rootless: rootless === 'true' }
  }

  async #tar(mode: '--create' | '--extract', { root, rootless }: Storage): Promise<void> {
    const args = [
      mode,
      '--file',
      this.#file,
      '--directory',
      root,
      '--xattrs',
      '--numeric-owner',
      '--sparse',
      '.',
    ]
    const command = rootless ? ['podman', 'unshare', 'tar', ...args] : ['tar', ...args]
    await this.#engine.run(command[0] as string, command.slice(1), { env: this.#engine.env })
  }

  async #podman(...args: string[]): Promise<string> {
    return (await this.#engine.run('podman', args, { env: this.#engine.env })).stdout
  }
}
