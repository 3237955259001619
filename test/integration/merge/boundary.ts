import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Crossing {
  /** The requests of one repository, over all registries, counted from 1. */
  number: number
  method: string
  path: string
  /** Before the registry sees the request, or after it has taken effect and before its answer goes back. */
  when: 'before' | 'after'
}

export interface Boundary {
  host: string
  close(): Promise<void>
}

/** Stands before a registry and tells of every request, twice, so that a test can strike at that very moment. */
export async function startBoundary(
  target: string,
  cross: (crossing: Omit<Crossing, 'number'>) => void,
): Promise<Boundary> {
  const server = createServer((incoming, outgoing) => {
    const crossing = { method: incoming.method ?? '', path: incoming.url ?? '' }
    cross({ ...crossing, when: 'before' })
    const [hostname, port] = target.split(':')
    const { method, url: path, headers } = incoming
    const onward = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      cross({ ...crossing, when: 'after' })
      outgoing.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
