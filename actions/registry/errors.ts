import { CancelledError, UserError } from '../base/errors.ts'
import type { Log } from '../base/log.ts'
import { type RetryAdvice, type RetryOptions, type RetryPolicy, retry } from '../base/retry.ts'
import { formatDuration } from '../base/units.ts'
import { type Advice, adviceOn } from './advice.ts'
import type { HttpResponse } from './transport.ts'
import type { RegistryKind } from './types.ts'
import { waitAskedFor } from './waiting.ts'

const TEXT_LIMIT = 300

interface RegistryErrorOptions {
  method: string
  url: URL
  status?: number
  reason?: string
  said?: string
  advice: Advice
  retryable?: boolean
  retryAfter?: number | undefined
  cause?: unknown
}

/** A registry that refused, failed or contradicted us. */
export class RegistryError extends UserError {
  readonly method: string
  /** Without its query, which may hold a signature. */
  readonly url: string
  /** Absent: there was no answer. */
  readonly status: number | undefined
  /** The registry's own, like MANIFEST_UNKNOWN. */
  readonly reason: string | undefined
  /** In its own words, without a full stop; empty where it has none. */
  readonly said: string
  readonly retryable: boolean
  /** In milliseconds. */
  readonly retryAfter: number | undefined

  constructor(what: string, options: RegistryErrorOptions) {
    const url = redact(options.url)
    const { code, hint } = options.advice
    super(code, `${options.method} ${url} ${what}`, { hint, cause: options.cause })
    this.name = 'RegistryError'
    this.method = options.method
    this.url = url
    this.status = options.status
    this.reason = options.reason
    this.said = options.said ?? ''
    this.retryable = options.retryable ?? false
    this.retryAfter = options.retryAfter
  }
}

export interface Asked {
  method: string
  url: URL
  kind: RegistryKind
  loggedIn: boolean
  /** Who answered, in a sentence; the registry unless told. */
  peer?: string | undefined
  /** What to do about it, where the usual advice would mislead. */
  advise?(status: number, said: string): Advice | undefined
}

export function refusalOf(asked: Asked, response: HttpResponse, now: number): RegistryError {
  const { status } = response
  const { reason, text } = readError(response.body)
  const limited = status === 403 && /rate limit|abuse detection/i.test(text)
  return new RegistryError(`answered ${[status, reason, text].filter(Boolean).join(' ')}.`, {
    ...asked,
    status,
    ...(reason === undefined ? {} : { reason }),
    said: text,
    advice: asked.advise?.(status, text) ?? adviceOn({ ...asked, status: limited ? 429 : status }),
    retryable: limited || mayPass(status),
    retryAfter: waitAskedFor(response.headers, text, now),
  })
}

/** Everything from 500 on, as proxies and CDNs answer with numbers of their own (520, 529), save what no time mends. */
function mayPass(status: number): boolean {
  if (status === 408 || status === 429) return true
  return status >= 500 && status !== 501 && status !== 505
}

export function redact(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`
}

/** Runs an operation against a registry again where its failure, or `also`, says that this may help. */
export async function retrying<T>(
  operation: (attempt: number) => Promise<T>,
  context: { policy: RetryPolicy; log: Log; signal?: AbortSignal | undefined },
  also: (error: RegistryError) => boolean = () => false,
): Promise<T> {
  const { policy, log, signal } = context
  const options: RetryOptions = {
    advise: (error) => (error instanceof RegistryError ? repeatability(error, also) : undefined),
    onRetry: (error, attempt, wait) =>
      log.info(
        `${(error as Error).message} Attempt ${attempt + 1} of ${policy.attempts} in ${formatDuration(wait)}.`,
      ),
  }
  if (signal) options.signal = signal
  try {
    return await retry(operation, policy, options)
  } catch (error) {
    throw signal?.aborted ? new CancelledError() : error
  }
}

function repeatability(
  error: RegistryError,
  also: (error: RegistryError) => boolean,
): RetryAdvice | undefined {
  if (!error.retryable && !also(error)) return undefined
  return error.retryAfter === undefined ? {} : { after: error.retryAfter }
}

/** `{errors: [{code, message}]}` of registries, `{message}` or `{detail}` of their other services, else plain text. */
function readError(body: Buffer): { reason?: string; text: string } {
  const raw = body.toString('utf8')
  try {
    const parsed = JSON.parse(raw) as Record<string, unknown>
    const first = Array.isArray(parsed.errors) ? (parsed.errors[0] as Record<string, unknown>) : parsed
    const reason = typeof first?.code === 'string' ? { reason: oneLine(first.code).slice(0, 60) } : {}
    return { ...reason, text: oneLine(first?.message ?? first?.details ?? first?.detail ?? '') }
  } catch {
    return { text: /^\s*</.test(raw) ? '' : oneLine(raw) }
  }
}

/** A registry's words end up in logs: one short line of printable text. */
function oneLine(value: unknown): string {
  const text = typeof value === 'string' ? value : ''
  const line = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return line.length > TEXT_LIMIT ? `${line.slice(0, TEXT_LIMIT)}…` : line.replace(/\.$/, '')
}
