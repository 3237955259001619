import type { Log } from '../base/log.ts'
import type { Repository } from '../base/reference.ts'
import type { RetryPolicy } from '../base/retry.ts'
import type { Answer, Connection } from './connection.ts'
import { RegistryError, retrying } from './errors.ts'
import type { HttpRequest } from './transport.ts'
import type { Again, Rights } from './types.ts'

export interface Retries {
  policy: RetryPolicy
  log: Log
  signal?: AbortSignal | undefined
}

export interface Call extends Omit<HttpRequest, 'url' | 'headers'> {
  /** Below the repository, or an address that the registry gave. */
  to: string | URL
  headers?: Readonly<Record<string, string>>
  /** The statuses that are answers; any other is an error. */
  expected: readonly number[]
}

/** Requests about one repository. */
export class Session {
  readonly repository: Repository
  readonly connection: Connection
  /** The registry has said that it has no API for them. */
  lacksReferrers = false
  private readonly rights: Rights
  private readonly retries: Retries
  private readonly mounts = new Set<string>()
  private readonly unreadable = new Set<string>()

  constructor(repository: Repository, rights: Rights, connection: Connection, retries: Retries) {
    this.repository = repository
    this.rights = rights
    this.connection = connection
    this.retries = retries
  }

  /** With retries; `again` comes before each but the first attempt, and what it throws ends them. */
  call(call: Call, again?: Again): Promise<Answer> {
    return this.retrying(async (attempt) => {
      if (attempt > 1) await again?.()
      return this.once(call)
    })
  }

  retrying<T>(
    operation: (attempt: number) => Promise<T>,
    also?: (error: RegistryError) => boolean,
  ): Promise<T> {
    return retrying(operation, this.retries, also)
  }

  async once(call: Call): Promise<Answer> {
    try {
      return await this.attempt(call)
    } catch (error) {
      if (this.mounts.size === 0 || !isRefusal(error)) throw error
      // A token service may refuse everything because of one repository that may not be read: do without them.
      for (const path of this.mounts) this.refuseMount(path)
      return await this.attempt(call)
    }
  }

  /** From now on, tokens are for reading these repositories, too. */
  allowMounts(paths: readonly string[]): void {
    for (const path of paths) if (this.mayMount(path)) this.mounts.add(path)
  }

  mayMount(path: string): boolean {
    return path !== this.repository.path && !this.unreadable.has(path)
  }

  refuseMount(path: string): void {
    this.unreadable.add(path)
    this.mounts.delete(path)
  }

  private attempt({ to, headers = {}, expected, ...call }: Call): Promise<Answer> {
    const { path } = this.repository
    const url = typeof to === 'string' ? new URL(`/v2/${path}/${to}`, this.connection.base) : to
    const needs = needsOf(call.method)
    const scopes = { path, needs, rights: this.rights, mounts: [...this.mounts] }
    return this.connection.send({ ...call, url, headers }, scopes, expected)
  }
}

function isRefusal(error: unknown): error is RegistryError {
  return error instanceof RegistryError && (error.status === 401 || error.status === 403) && !error.retryable
}

function needsOf(method: string): Rights {
  if (method === 'DELETE') return 'delete'
  return method === 'GET' || method === 'HEAD' ? 'pull' : 'push'
}
