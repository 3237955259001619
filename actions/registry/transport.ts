import {
  Agent as HttpAgent,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as requestHttp,
} from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { pipeline, type Readable } from 'node:stream'
import { isLoopback } from '../base/reference.ts'

/** A body that is streamed, and opened anew whenever it is sent. */
export interface StreamedBody {
  size: number
  open(): Readable
  onSent?: ((bytes: number) => void) | undefined
}

export interface HttpRequest {
  method: string
  url: URL
  headers: Readonly<Record<string, string>>
  body?: Uint8Array | StreamedBody
  /** The longest body of a response that is read; what goes beyond is cut off. */
  limit?: number
}

export interface HttpResponse {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  /** False: cut at the limit. */
  complete: boolean
}

export interface TransportOptions {
  environment: Readonly<Record<string, string | undefined>>
  signal?: AbortSignal | undefined
  /** Milliseconds without a byte in either direction. */
  idle?: number
}

const ERROR_LIMIT = 64 * 1024

/** The connection went while it was idle, before the server had seen any of the request: not worth a wait. */
class StaleConnection extends Error {}

/** Requests over pooled connections; knows nothing of registries. */
export class Transport {
  private readonly direct = new HttpAgent({ keepAlive: true })
  private readonly plain: HttpAgent
  private readonly secure: HttpsAgent
  private readonly signal: AbortSignal | undefined
  private readonly idle: number

  constructor(options: TransportOptions) {
    const proxyEnv = { ...options.environment }
    this.plain = new HttpAgent({ keepAlive: true, proxyEnv })
    this.secure = new HttpsAgent({ keepAlive: true, proxyEnv })
    this.signal = options.signal
    this.idle = options.idle ?? 120_000
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    try {
      return await this.exchange(request)
    } catch (error) {
      if (error instanceof StaleConnection) return await this.send(request)
      throw error
    }
  }

  close(): void {
    for (const agent of [this.direct, this.plain, this.secure]) agent.destroy()
  }

  private exchange(request: HttpRequest): Promise<HttpResponse> {
    const { url, method, body } = request
    const open = url.protocol === 'https:' ? requestHttps : requestHttp
    return new Promise((resolve, reject) => {
      const headers = { 'User-Agent': 'image-actions', ...request.headers, ...lengthOf(method, body) }
      const agent = this.agentFor(url)
      const outgoing = open(url, { method, headers, agent, ...(this.signal ? { signal: this.signal } : {}) })
      outgoing.setTimeout(this.idle, () => outgoing.destroy(idleError(this.idle)))
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        const stale = outgoing.reusedSocket && error.code === 'ECONNRESET' && !isStreamed(body)
        reject(stale ? new StaleConnection() : error)
      })
      outgoing.on('response', (incoming) => {
        readBody(incoming, isAnswer(incoming) ? (request.limit ?? ERROR_LIMIT) : ERROR_LIMIT)
          .then(resolve, reject)
          // An answer before the end of an upload: the rest needn't be sent.
          .finally(() => outgoing.writableFinished || outgoing.destroy())
      })
      if (isStreamed(body)) stream(body, outgoing)
      else outgoing.end(body)
    })
  }

  private agentFor(url: URL): HttpAgent {
    if (url.protocol === 'https:') return this.secure
    return isLoopback(url.host) ? this.direct : this.plain
  }
}

/** GitHub answers 201 with all of what it made. */
function isAnswer({ statusCode = 0 }: IncomingMessage): boolean {
  return statusCode === 200 || statusCode === 201
}

function isStreamed(body: HttpRequest['body']): body is StreamedBody {
  return body !== undefined && 'open' in body
}

/** Some registries refuse a POST or PUT that doesn't say that it is empty. */
function lengthOf(method: string, body: HttpRequest['body']): Record<string, string> {
  if (body === undefined) return method === 'POST' || method === 'PUT' ? { 'Content-Length': '0' } : {}
  return { 'Content-Length': String(isStreamed(body) ? body.size : body.byteLength) }
}

function stream(
  body: StreamedBody,
  outgoing: NodeJS.WritableStream & { destroy(error?: Error): unknown },
): void {
  const source = body.open()
  let sent = 0
  source.on('data', (chunk: Uint8Array) => {
    sent += chunk.byteLength
    if (sent > body.size) source.destroy(new Error(`The blob is longer than ${body.size} bytes.`))
    else body.onSent?.(chunk.byteLength)
  })
  source.on('end', () => {
    if (sent < body.size) outgoing.destroy(new Error(`The blob ended after ${sent} of ${body.size} bytes.`))
  })
  // Failures of either side arrive as the request's own error.
  pipeline(source, outgoing, () => {})
}

async function readBody(incoming: IncomingMessage, limit: number): Promise<HttpResponse> {
  const chunks: Buffer[] = []
  let size = 0
  let complete = true
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    chunks.push(chunk)
    if (size <= limit) continue
    complete = false
    break
  }
  const body = Buffer.concat(chunks).subarray(0, limit)
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, body, complete }
}

function idleError(idle: number): NodeJS.ErrnoException {
  return Object.assign(new Error(`Nothing was heard for ${idle / 1000} s.`), { code: 'ETIMEDOUT' })
}
