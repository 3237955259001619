import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { RunProcess } from '../base/process.ts'
import { noProgress, type Progress } from '../base/progress.ts'
import type { Repository } from '../base/reference.ts'
import { defaultRetry, type RetryPolicy } from '../base/retry.ts'
import type { RegistryAccess } from '../registry/access.ts'
import { Logins } from '../registry/credentials.ts'
import type { Trace } from '../registry/trace.ts'
import { Transport } from '../registry/transport.ts'
import type { Login, Registries } from '../registry/types.ts'
import type { Budget } from './budget.ts'
import type { Package } from './types.ts'

/** What a run hands in. */
export interface PackagesOptions {
  environment: Readonly<Record<string, string | undefined>>
  /** For credential helpers. */
  run: RunProcess
  log: Log
  clock: Clock
  signal?: AbortSignal
  trace?: Trace
  progress?: Progress
  /** GitHub's, for hosts of kind ghcr without an address of their own. */
  apiUrl: string
  budget: Budget
  /** For what the distribution protocol does better; closed by whoever opened it. */
  registries: Registries
  /** Otherwise as `retries` and `timeout` say. */
  retry?: RetryPolicy
}

/** What every backend works with: one pool of connections, one set of logins, one budget for all repositories. */
export interface PackageContext {
  access: RegistryAccess
  transport: Transport
  login(repository: Repository): Promise<Login | undefined>
  log: Log
  clock: Clock
  /** Its clock is `clock`. */
  retry: RetryPolicy
  signal: AbortSignal | undefined
  trace: Trace | undefined
  progress: Progress
  apiUrl: string
  budget: Budget
  registries: Registries
}

/** What a backend shares between its repositories (a session, a client) lives in the function that it returns. */
export type Backend = (context: PackageContext) => (repository: Repository) => Package

export function contextOf(access: RegistryAccess, options: PackagesOptions): PackageContext {
  const { environment, clock, signal, trace } = options
  const logins = new Logins(access, options)
  const usual = { ...defaultRetry, attempts: access.retries, deadline: access.timeout }
  return {
    ...options,
    access,
    signal,
    trace,
    transport: new Transport({ environment, signal }),
    login: (repository) => logins.find(repository),
    retry: { ...(options.retry ?? usual), clock },
    progress: options.progress ?? noProgress,
  }
}
