import { type Clock, systemClock } from './clock.ts'

export interface RetryPolicy {
  /** How often a request is made altogether. */
  attempts: number
  /** The wait after the first failure, in milliseconds; doubled after each further one. */
  base: number
  /** No wait is longer than this, also when the server asks for it. */
  longest: number
  /** All attempts together take no longer than this, in milliseconds. */
  deadline: number
  clock: Clock
  random: () => number
}

export const defaultRetry: RetryPolicy = {
  attempts: 3,
  base: 10_000,
  longest: 120_000,
  deadline: 15 * 60_000,
  clock: systemClock,
  random: Math.random,
}

/** What a failure says about another attempt; undefined: final. */
export interface RetryAdvice {
  /** The server's own wish (Retry-After), in milliseconds. */
  after?: number
}

export interface RetryOptions {
  advise(error: unknown): RetryAdvice | undefined
  onRetry?(error: unknown, attempt: number, wait: number): void
  signal?: AbortSignal
}

/** The wait before attempt `attempt + 1`: exponential with up to 20 % jitter, never shorter than what the server asked for. */
export function waitFor(
  attempt: number,
  advice: RetryAdvice,
  policy: Pick<RetryPolicy, 'base' | 'longest' | 'random'>,
): number {
  const planned = policy.base * 2 ** (attempt - 1) * (1 + 0.2 * policy.random())
  return Math.min(policy.longest, Math.max(planned, advice.after ?? 0))
}

export async function retry<T>(
  operation: (attempt: number) => Promise<T>,
  policy: RetryPolicy,
  options: RetryOptions,
): Promise<T> {
  const started = policy.clock.now()
  for (let attempt = 1; ; attempt++) {
    try {
      return await operation(attempt)
    } catch (error) {
      const advice = options.advise(error)
      if (!advice || attempt >= policy.attempts || options.signal?.aborted) throw error
      const wait = waitFor(attempt, advice, policy)
      if (policy.clock.now() - started + wait > policy.deadline) throw error
      options.onRetry?.(error, attempt, wait)
      await policy.clock.sleep(wait, options.signal)
    }
  }
}
