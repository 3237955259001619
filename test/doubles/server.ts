import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { answerAdmin, isAdmin } from './admin.ts'
import { Exchange, type LoggedRequest } from './exchange.ts'
import { Faults } from './faults.ts'
import { Pace } from './pace.ts'

export interface ServerOptions {
  /** A free one unless told. */
  port?: number
  /** 127.0.0.1 unless told; another address of the loopback is another host to clients. */
  address?: `127.${string}`
  /** The line's width, each way; unlimited unless told. */
  bytesPerSecond?: number
  /** Milliseconds before each answer. */
  latency?: number
  /** Shared with another server of the same double. */
  faults?: Faults
  requests?: LoggedRequest[]
}

export interface Double {
  /** `127.0.0.1:PORT` */
  readonly host: string
  readonly url: string
  readonly faults: Faults
  readonly requests: LoggedRequest[]
  close(): Promise<void>
}

export interface Handler {
  handle(exchange: Exchange): Promise<void>
  /** What a server of this kind answers when a token has expired, if it gives out any. */
  expireTokens?(): void
}

/** What a handler throws to refuse. */
export class Refusal extends Error {
  readonly status: number
  readonly content: unknown
  readonly headers: OutgoingHttpHeaders

  constructor(status: number, content: unknown, headers: OutgoingHttpHeaders = {}) {
    super(`${status} ${JSON.stringify(content)}`)
    this.status = status
    this.content = content
    this.headers = headers
  }
}

export async function startServer(handler: Handler, options: ServerOptions = {}): Promise<Double> {
  const faults = options.faults ?? new Faults()
  const requests = options.requests ?? []
  const address = options.address ?? '127.0.0.1'
  const rate = options.bytesPerSecond
  const pace = rate === undefined ? undefined : { in: new Pace(rate), out: new Pace(rate) }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const log = logged(request)
    if (isAdmin(request)) {
      const exchange = new Exchange({ request, response, faults: [], log, pace: undefined })
      return answer(exchange, { handle: () => answerAdmin(exchange, faults, requests) })
    }
    const struck = faults.strike(log.method, log.path)
    log.faults.push(...struck.map((fault) => fault.kind))
    requests.push(log)
    const exchange = new Exchange({ request, response, faults: struck, log, pace })
    if (options.latency !== undefined) await delay(options.latency)
    await answer(exchange, handler)
  }

  const server = createServer((request, response) => void serve(request, response))
  server.requestTimeout = 0
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, address, resolve)
  })
  const host = `${address}:${(server.address() as AddressInfo).port}`
  return {
    host,
    url: `http://${host}`,
    faults,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function logged(request: IncomingMessage): LoggedRequest {
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    status: 0,
    received: 0,
    sent: 0,
    authorization: (request.headers.authorization ?? '').split(' ', 1)[0]!.toLowerCase(),
    faults: [],
  }
}

async function answer(exchange: Exchange, handler: Handler): Promise<void> {
  try {
    const pause = exchange.fault('delay')
    if (pause) await delay(pause.milliseconds)
    if (exchange.fault('hang')) return
    if (exchange.fault('reset-request')?.after === 0) return exchange.reset()
    if (exchange.fault('expired-token')) handler.expireTokens?.()
    const fault = exchange.fault('status')
    if (fault && !fault.late) await exchange.send(fault.status, fault.headers, fault.body)
    else await handler.handle(exchange)
  } catch (error) {
    await answerError(exchange, error)
  }
}

async function answerError(exchange: Exchange, error: unknown): Promise<void> {
  const refusal = error instanceof Refusal ? error : new Refusal(500, { message: String(error) })
  try {
    await exchange.sendJson(refusal.status, refusal.content, refusal.headers)
  } catch {
    // The client has gone, which is what some faults are for.
    exchange.reset()
  }
}
