import type { LoggedRequest } from '../doubles/exchange.ts'
import type { Fault } from '../doubles/faults.ts'
import type { Scene, ServerName } from './scene.ts'

/** A request of a run, by which another run finds it again. */
export interface Request {
  job: string
  server: ServerName
  method: string
  /** A regular expression. */
  path: string
  /** Among those that are alike, counted from 1. */
  nth: number
}

export interface Mishap {
  name: string
  fault: Fault
}

const TROUBLE = { 'content-type': 'text/plain' }

/** Once each; whoever asks again is answered. */
export const MISHAPS: readonly Mishap[] = [
  { name: '429', fault: { kind: 'status', status: 429, headers: TROUBLE, body: 'slow down' } },
  {
    name: '429 with Retry-After',
    fault: { kind: 'status', status: 429, headers: { ...TROUBLE, 'retry-after': '7' }, body: 'slow down' },
  },
  { name: '500', fault: { kind: 'status', status: 500, headers: TROUBLE, body: 'broken' } },
  { name: '503', fault: { kind: 'status', status: 503, headers: TROUBLE, body: 'unavailable' } },
  { name: '502 once it has taken effect', fault: { kind: 'status', status: 502, late: true } },
  { name: 'a reset', fault: { kind: 'reset-request', after: 0 } },
  { name: 'a reset once it has taken effect', fault: { kind: 'reset-response', after: 0 } },
  { name: 'half an answer', fault: { kind: 'reset-response', after: 5 } },
  { name: 'no answer', fault: { kind: 'hang' } },
]

/** What is drawn anew in every run, or counted by the server, does not tell a request from another. */
function patternOf(path: string): string {
  const [plain = ''] = path.split('?')
  return `^${plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/(?<=\/(uploads|container|versions)\/)[0-9a-f-]+/, '[0-9a-f-]+')}(\\?|$)`
}

/** The requests that were made of the servers since this was asked last, each with its place in the run. */
export function requestsOf(job: string, seen: Record<ServerName, LoggedRequest[]>): Request[] {
  return Object.entries(seen).flatMap(([server, requests]) => {
    const counts = new Map<string, number>()
    return requests.map(({ method, path }) => {
      const pattern = patternOf(path)
      const nth = (counts.get(method + pattern) ?? 0) + 1
      counts.set(method + pattern, nth)
      return { job, server: server as ServerName, method, path: pattern, nth }
    })
  })
}

/** Of requests that serve the same purpose, in whichever registry, only one needs to meet with everything. */
export function kindOf({ job, server, method, path }: Request): string {
  const purpose = path.replace(/sha256:[0-9a-f]{64}/, 'DIGEST')
  const api = server === 'ghcr' || server === 'hub' ? 'registry' : server
  return [job.split(' ')[0], api, method, purpose].join(' ')
}

export function strike({ servers }: Scene, { server, method, path, nth }: Request, { fault }: Mishap): void {
  servers[server].faults.add({ method, path, nth, fault })
}
