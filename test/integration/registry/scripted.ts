import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

export interface Seen {
  method: string
  /** With its query. */
  path: string
  headers: IncomingHttpHeaders
  body: Buffer
  socket: Socket
}

export interface Reply {
  status: number
  headers?: Record<string, string>
  body?: string | Uint8Array
}

/** Answers a request; undefined: it has dealt with the response itself. */
export type Script = (seen: Seen, response: ServerResponse) => Reply | undefined

export interface Scripted {
  host: string
  seen: Seen[]
  /** `PUT /v2/app/blobs/uploads/1?digest=…` */
  lines(): string[]
  stop(): Promise<void>
}

/** A server that does what a test wants. `early` sees a request before its body is read. */
export async function startScripted(script: Script, early?: Script): Promise<Scripted> {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    const { method = '', url: path = '', headers, socket } = request
    const entry = (): Seen => ({ method, path, headers, socket, body: Buffer.concat(chunks) })
    const first = early?.(entry(), response)
    if (first) {
      seen.push(entry())
      return send(response, first)
    }
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      seen.push(entry())
      const reply = script(entry(), response)
      if (reply) send(response, reply)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server does not listen.')
  return {
    host: `127.0.0.1:${address.port}`,
    seen,
    lines: () => seen.map(({ method, path }) => `${method} ${path}`),
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function send(response: ServerResponse, { status, headers = {}, body = '' }: Reply): void {
  response.writeHead(status, { 'Content-Length': String(Buffer.byteLength(body)), ...headers })
  response.end(body)
}

/** Each reply once, the last one for ever. */
export function inOrder(...replies: Reply[]): Script {
  let next = 0
  return () => replies[Math.min(next++, replies.length - 1)]
}

export function errorBody(code: string, message = ''): string {
  return JSON.stringify({ errors: [{ code, message }] })
}
