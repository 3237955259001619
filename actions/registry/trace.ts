import type { Log } from '../base/log.ts'

export interface TracedRequest {
  method: string
  /** Without query, which may hold a signature. */
  url: string
  /** Absent: there was no answer. */
  status: number | undefined
  milliseconds: number
}

export type Trace = (request: TracedRequest) => void

/** Tells and counts every single request, for `--trace`. */
export class RequestTrace {
  readonly requests = new Map<string, number>()
  private readonly log: Log

  constructor(log: Log) {
    this.log = log
  }

  readonly note: Trace = ({ method, url, status, milliseconds }) => {
    const { host } = new URL(url)
    this.requests.set(host, (this.requests.get(host) ?? 0) + 1)
    this.log.info(`${method} ${url} ${status ?? 'no answer'} ${Math.round(milliseconds)} ms`)
  }

  /** `ghcr.io 14, registry-1.docker.io 13` */
  summary(): string {
    return [...this.requests].map(([host, count]) => `${host} ${count}`).join(', ')
  }
}
