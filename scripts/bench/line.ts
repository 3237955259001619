import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Bench } from './case.ts'

/** A long way to a server: what is sent arrives half a round trip later, and a new connection takes a whole one first. */
export async function startLine(bench: Bench, target: string, roundTrip: number): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const [host, port] = target.split(':') as [string, string]
    const far = connect(Number(port), host)
    for (const socket of [near, far]) {
      sockets.add(socket.setNoDelay())
      socket.on('error', () => socket.destroy())
    }
    delayed(near, far, roundTrip / 2, roundTrip)
    delayed(far, near, roundTrip / 2, 0)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  bench.finally(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

function delayed(from: Socket, to: Socket, wait: number, connecting: number): void {
  const open = performance.now() + connecting
  const later = (send: () => void) => setTimeout(send, Math.max(0, open - performance.now()) + wait)
  from.on('data', (chunk) => later(() => to.write(chunk)))
  from.on('end', () => later(() => to.end()))
  from.on('close', () => later(() => to.destroy()))
}
