import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Fault, FaultKind } from './faults.ts'
import { Line, LineCut } from './line.ts'
import type { Pace } from './pace.ts'

export interface LoggedRequest {
  method: string
  /** Path and query. */
  path: string
  /** 0 while there is no answer, and when there never was one. */
  status: number
  /** Bytes of body, both ways. */
  received: number
  sent: number
  /** Authorization's scheme, in lower case; empty without one. */
  authorization: string
  faults: FaultKind[]
}

export interface ExchangeParts {
  request: IncomingMessage
  response: ServerResponse
  faults: readonly Fault[]
  log: LoggedRequest
  /** Of this server's line, each way. */
  pace: { in: Pace; out: Pace } | undefined
}

/** A request and its answer, as the doubles' handlers see them; faults strike in here, unseen by the handlers. */
export class Exchange {
  readonly method: string
  readonly url: URL
  /** Headers of every answer, whatever it says. */
  readonly common: OutgoingHttpHeaders = {}
  readonly #parts: ExchangeParts
  readonly #socket: Socket
  #body: Readable | undefined

  constructor(parts: ExchangeParts) {
    this.#parts = parts
    this.#socket = parts.request.socket
    this.method = parts.log.method
    this.url = new URL(parts.log.path, `http://${parts.request.headers.host ?? 'localhost'}`)
  }

  header(name: string): string | undefined {
    const value = this.#parts.request.headers[name.toLowerCase()]
    return Array.isArray(value) ? value.join(', ') : value
  }

  query(name: string): string | undefined {
    return this.url.searchParams.get(name) ?? undefined
  }

  fault<K extends FaultKind>(kind: K): Extract<Fault, { kind: K }> | undefined {
    return this.#parts.faults.find((fault): fault is Extract<Fault, { kind: K }> => fault.kind === kind)
  }

  body(): Readable {
    this.#body ??= this.#openBody()
    return this.#body
  }

  #openBody(): Readable {
    const { request, log, pace } = this.#parts
    const cutAfter = this.fault('reset-request')?.after
    const line = new Line({ pace: pace?.in, cutAfter, onBytes: (bytes) => (log.received += bytes) })
    line.once('error', (error) => {
      if (error instanceof LineCut) this.reset()
    })
    pipeline(request, line).catch(() => {})
    return line
  }

  /** Reads the body whole; undefined when it is larger than `limit`. */
  async bytes(limit = Infinity): Promise<Buffer | undefined> {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of this.body()) {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
    }
    return size <= limit ? Buffer.concat(chunks) : undefined
  }

  async json(): Promise<unknown> {
    return JSON.parse(String(await this.bytes()) || 'null')
  }

  /** The connection has broken: there is nobody to answer. */
  get gone(): boolean {
    return this.#socket.destroyed
  }

  reset(): void {
    if (!this.gone) this.#socket.resetAndDestroy()
  }

  sendJson(status: number, value: unknown, headers: OutgoingHttpHeaders = {}): Promise<void> {
    return this.send(status, { 'content-type': 'application/json', ...headers }, JSON.stringify(value))
  }

  async send(
    status: number,
    headers: OutgoingHttpHeaders = {},
    body: string | Uint8Array | Readable = '',
  ): Promise<void> {
    const late = this.fault('status')
    if (late?.late) return this.#answer(late.status, late.headers ?? {}, late.body ?? '')
    const digest = this.fault('wrong-digest') && headers['docker-content-digest'] !== undefined
    await this.#answer(
      status,
      digest ? { ...headers, 'docker-content-digest': `sha256:${'0'.repeat(64)}` } : headers,
      body,
    )
  }

  async #answer(
    status: number,
    headers: OutgoingHttpHeaders,
    body: string | Uint8Array | Readable,
  ): Promise<void> {
    const { request, response, log } = this.#parts
    const cutAfter = this.fault('reset-response')?.after
    if (cutAfter === 0) return this.reset()
    if (this.gone) return
    if (this.#body === undefined) request.resume()
    else if (!request.complete) this.#body.resume()
    log.status = status
    const bytes = body instanceof Readable ? undefined : Buffer.from(body)
    const length = bytes === undefined || status === 204 ? {} : { 'content-length': bytes.length }
    response.writeHead(status, { ...length, ...this.common, ...headers })
    if (this.method === 'HEAD') {
      if (body instanceof Readable) body.destroy()
      response.end()
    } else await this.#write(body instanceof Readable ? body : Readable.from(slices(bytes!)), cutAfter)
  }

  async #write(body: Readable, cutAfter: number | undefined): Promise<void> {
    const { response, log, pace } = this.#parts
    const line = new Line({ pace: pace?.out, onBytes: (bytes) => (log.sent += bytes) })
    const flawed = this.fault('corrupt-body') ? corrupted(body) : body
    if (cutAfter === undefined) return pipeline(flawed, line, response)
    await pipeline(flawed, line, cutAt(cutAfter), response, { end: false })
    response.socket?.destroySoon()
  }
}

const SLICE = 64 * 1024

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += SLICE) yield bytes.subarray(start, start + SLICE)
}

function cutAt(limit: number) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let left = limit
    for await (const chunk of chunks) {
      if (left > 0) yield chunk.subarray(0, left)
      left -= chunk.length
      if (left <= 0) return
    }
  }
}

async function* corruptedChunks(body: Readable): AsyncGenerator<Buffer> {
  let first = true
  for await (const chunk of body as AsyncIterable<Buffer>) {
    const copy = Buffer.from(chunk)
    if (first && copy.length > 0) copy[0] = copy[0]! ^ 1
    first = false
    yield copy
  }
}

function corrupted(body: Readable): Readable {
  return Readable.from(corruptedChunks(body))
}
