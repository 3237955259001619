import type { Clock } from '../../../actions/base/clock.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { parseRepository } from '../../../actions/base/reference.ts'
import { Budget } from '../../../actions/packages/budget.ts'
import { contextOf, type PackagesOptions } from '../../../actions/packages/context.ts'
import { githubPackage } from '../../../actions/packages/github/package.ts'
import type { Package } from '../../../actions/packages/types.ts'
import { readRegistryAccess } from '../../../actions/registry/access.ts'
import type { TracedRequest } from '../../../actions/registry/trace.ts'
import { type GithubDouble, type GithubOptions, startGithubDouble } from '../../doubles/github/index.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { document, INDEX } from '../doubles/images.ts'

/** Time that passes when somebody waits; the doubles live in it, too. */
export class WorldClock implements Clock {
  time = Date.parse('2026-06-01T00:00:00Z')
  readonly waits: number[] = []
  /** Called while somebody waits. */
  meanwhile: (() => void) | undefined

  now(): number {
    return this.time
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    this.waits.push(milliseconds)
    this.meanwhile?.()
    signal?.throwIfAborted()
    this.time += milliseconds
  }
}

const TOKENS: NonNullable<GithubOptions['tokens']> = {
  ghs_admin: { packages: 'admin' },
  ghs_write: { packages: 'write' },
  ghs_none: { packages: 'none' },
  ghp_octocat: { login: 'octocat', packages: 'admin' },
  ghp_write: { login: 'octocat', packages: 'write' },
  gho_app: { packages: 'admin' },
}

interface OpenOptions extends Partial<PackagesOptions> {
  token?: string
  path?: string
  inputs?: Record<string, string>
}

/** ghcr.io and GitHub's API, in memory. */
export class GithubWorld {
  readonly clock = new WorldClock()
  readonly traced: TracedRequest[] = []
  ghcr!: RegistryDouble
  github!: GithubDouble

  async start(options: GithubOptions = {}): Promise<void> {
    const now = () => this.clock.now()
    this.ghcr = await startRegistryDouble({ flavour: 'ghcr', now })
    this.github = await startGithubDouble({
      registry: this.ghcr,
      accounts: { acme: 'Organization', octocat: 'User' },
      tokens: { ...TOKENS },
      ...options,
    })
  }

  async stop(): Promise<void> {
    await Promise.all([this.github.close(), this.ghcr.close()])
  }

  open({ token = 'ghs_admin', path = 'acme/tools/app', inputs = {}, ...more }: OpenOptions = {}): Package {
    const texts: Record<string, string> = {
      'github-token': token,
      'registry-kinds': `${this.ghcr.host}=ghcr`,
      ...inputs,
    }
    const access = readRegistryAccess({ text: (name) => texts[name] ?? '' }, { actor: 'octocat' })
    const context = contextOf(access, {
      environment: { HOME: '/nonexistent' },
      run: () => Promise.reject(new Error('no helper expected')),
      log: silentLog,
      clock: this.clock,
      trace: (request) => this.traced.push(request),
      apiUrl: this.github.url,
      budget: new Budget(1000),
      registries: { open: () => unexpected(), close: () => {} },
      ...more,
    })
    return githubPackage(context)(parseRepository(`${this.ghcr.host}/${path}`))
  }

  /** Pushes indexes, a minute apart; those with a name are tagged. */
  push(...tags: (string | undefined)[]) {
    return this.pushTo('acme/tools/app', ...tags)
  }

  pushTo(path: string, ...tags: (string | undefined)[]) {
    return tags.map((tag, index) => {
      this.clock.time += 60_000
      const manifest = document(INDEX, {
        manifests: [],
        annotations: { index: `${this.clock.time} ${index}` },
      })
      return this.ghcr.manifests.put(path, tag ?? manifest.digest, manifest)
    })
  }

  /** What GitHub was asked, as `GET /users/acme 200`. */
  asked(): string[] {
    return this.github.requests.map(({ method, path, status }) => `${method} ${path} ${status}`)
  }
}

function unexpected(): never {
  throw new Error('The registry itself is not asked.')
}
