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

/** Tells every single request, for `--trace`. */
export function traceTo(log: Log): Trace {
  return ({ method, url, status, milliseconds }) =>
    log.info(`${method} ${url} ${status ?? 'no answer'} ${Math.round(milliseconds)} ms`)
}
