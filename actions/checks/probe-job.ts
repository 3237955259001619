/** What is asked of the program inside the namespace, and what it answers. */
export interface ProbeRequest {
  port: number
  path: string
  method: string
  headers: Record<string, string>
  body?: string
}

export interface ReadyJob extends ProbeRequest {
  statuses: readonly number[]
  /** In milliseconds, as all times here. */
  patience: number
  interval: number
}

export interface ProbeJob {
  /** Asked until it answers so; without that nothing else is asked. */
  ready?: ReadyJob
  requests: readonly ProbeRequest[]
  /** For one request. */
  timeout: number
}

export interface HttpAnswer {
  status: number
  /** Names in small letters. */
  headers: Record<string, string>
  /** base64; its beginning, where it is cut. */
  body: string
  cut: boolean
  milliseconds: number
}

/** error: a code such as ECONNREFUSED, or TIMEOUT. */
export type Answer = HttpAnswer | { error: string }

export type ProbeEvent = { ready: boolean; last: Answer } | { index: number; answer: Answer }

/** Beside this file, in the sources as in the bundle, where code lies in a folder beside checks/ too. */
export function probePath(from = import.meta.url): URL {
  const extension = from.slice(from.lastIndexOf('.'))
  return new URL(`../checks/probe${extension}`, from)
}
