import type { Fault } from '../faults.ts'

/** The limit that GitHub words differently from the primary one, as 403 or 429, with a hint or without. */
export function secondaryRateLimit(options: { status?: 403 | 429; retryAfter?: number } = {}): Fault {
  const status = options.status ?? 429
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
  const hint = options.retryAfter === undefined ? {} : { 'retry-after': String(options.retryAfter) }
  return {
    kind: 'status',
    status,
    headers: { 'content-type': 'application/json', 'x-ratelimit-remaining': '4000', ...hint },
    body: JSON.stringify({
      message,
      documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
      status: String(status),
    }),
  }
}
