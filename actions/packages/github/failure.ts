import type { IncomingHttpHeaders } from 'node:http'

const TOO_FAST = /secondary rate|abuse detection/i

/** What Octokit throws for an answer that is an error, and with status 500 and a cause where there was none. */
export interface Failure extends Error {
  status: number
  request: { method: string; url: string; request?: { retryCount?: number } }
  response?: { headers: IncomingHttpHeaders; data: unknown }
}

export function isFailure(error: unknown): error is Failure {
  return error instanceof Error && 'status' in error && 'request' in error
}

/** GitHub's own words, without the address of its documentation. */
export function wordsOf({ response, message }: Failure): string {
  const said = (response?.data as { message?: unknown } | undefined)?.message
  const text = typeof said === 'string' ? said : /^\s*</.test(message) ? '' : message
  return text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .replace(/\.$/, '')
    .slice(0, 300)
}

/** The hourly limit, which GitHub answers in the same way as a missing right. */
export function isLimitUsedUp(failure: Failure): boolean {
  return (
    isRefused(failure) &&
    failure.response?.headers['x-ratelimit-remaining'] === '0' &&
    !TOO_FAST.test(failure.message)
  )
}

/** Too much at once; older servers and proxies have words and headers of their own for it. */
export function isTooFast(failure: Failure): boolean {
  if (!isRefused(failure) || isLimitUsedUp(failure)) return false
  const told = failure.response?.headers['retry-after'] !== undefined
  return failure.status === 429 || told || TOO_FAST.test(failure.message)
}

function isRefused({ status }: Failure): boolean {
  return status === 403 || status === 429
}
