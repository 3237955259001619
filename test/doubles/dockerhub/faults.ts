import type { Fault } from '../faults.ts'

/** Docker Hub tells when to come back as a unix time, now and then in seconds from now, or not at all. */
export function tooManyRequests(hint: { at?: number; seconds?: number } = {}): Fault {
  const headers = {
    'content-type': 'application/json',
    ...(hint.at === undefined ? {} : { 'x-retry-after': String(hint.at) }),
    ...(hint.seconds === undefined ? {} : { 'retry-after': String(hint.seconds) }),
  }
  const message = 'Rate limit exceeded'
  return { kind: 'status', status: 429, headers, body: JSON.stringify({ detail: message, message }) }
}
