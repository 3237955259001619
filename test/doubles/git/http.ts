import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { plainGit } from './process.ts'

/** What becomes of a request; 'cut': its answer ends in the middle. */
export type Fault = number | 'cut'

export interface GitServer {
  url: string
  /** Of each request, in order. */
  requests: string[]
  /** Of the requests whose path has this text, the next ones. */
  refuse(path: string, faults: readonly Fault[]): void
  /** An old server: it knows no newer protocol, and gives only what branches and tags name. */
  old: boolean
  close(): Promise<void>
}

/** Git's own server program for bare repositories, behind one that can refuse. */
export async function serveGit(srv: string): Promise<GitServer> {
  const faults = new Map<string, Fault[]>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    double.requests.push(`${request.method} ${path}`)
    const waiting = [...faults].find(([part, left]) => path.includes(part) && left.length > 0)
    const fault = waiting?.[1].shift()
    if (typeof fault === 'number') response.writeHead(fault).end()
    else answer(srv, request, response, double.old, fault === 'cut')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const double: GitServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    refuse: (path, list) => void faults.set(path, [...list]),
    old: false,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return double
}

function answer(
  srv: string,
  request: IncomingMessage,
  response: ServerResponse,
  old: boolean,
  cut: boolean,
): void {
  const { pathname, search } = new URL(request.url ?? '', 'http://localhost')
  const headers = request.headers
  const child = spawn('git', ['-c', 'safe.directory=*', 'http-backend'], {
    env: {
      ...process.env,
      ...plainGit,
      GIT_PROJECT_ROOT: srv,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: decodeURIComponent(pathname),
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: headers['content-type'],
      HTTP_CONTENT_ENCODING: headers['content-encoding'],
      GIT_PROTOCOL: old ? '' : String(headers['git-protocol'] ?? ''),
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  child.stdin.on('error', () => {})
  request.pipe(child.stdin)
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  child.on('close', () => respond(response, Buffer.concat(parts), cut))
}

/** What a CGI program wrote, as an answer. */
function respond(response: ServerResponse, written: Buffer, cut: boolean): void {
  const end = written.indexOf('\r\n\r\n')
  const fields = written
    .toString('latin1', 0, end)
    .split('\r\n')
    .map((line) => line.split(/:\s*/, 2))
  const status = Number.parseInt(fields.find(([name]) => name === 'Status')?.[1] ?? '200', 10)
  const body = written.subarray(end + 4)
  response.writeHead(status, {
    ...Object.fromEntries(fields.filter(([name]) => name !== 'Status')),
    'content-length': body.length,
  })
  if (!cut) response.end(body)
  else response.write(body.subarray(0, body.length / 2), () => response.destroy())
}
