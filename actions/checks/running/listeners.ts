import { readFile } from 'node:fs/promises'

const LISTENING = '0A'

/** Where something listens in a network namespace; the kernel's own table, so that nobody has to connect. */
export interface Listener {
  port: number
  /** Whether it takes only what comes from the same namespace. */
  loopbackOnly: boolean
}

/** Of the namespace of this process; empty where it has ended. */
export async function readListeners(pid: number, proc = '/proc'): Promise<Listener[]> {
  const tables = ['tcp', 'tcp6'].map((name) => readFile(`${proc}/${pid}/net/${name}`, 'utf8').catch(() => ''))
  return (await Promise.all(tables)).flatMap(listenersIn)
}

export function listenersIn(table: string): Listener[] {
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state]) => state === LISTENING)
    .map(([, local = '']) => {
      const [address = '', port = ''] = local.split(':')
      return { port: Number.parseInt(port, 16), loopbackOnly: isLoopback(address) }
    })
}

/** Four bytes at a time, in the order of this machine. */
function isLoopback(address: string): boolean {
  return address === '00000000000000000000000001000000' || /^[0-9A-F]{6}7F$/.test(address)
}

export function spokenPorts(listeners: readonly Listener[]): string {
  const ports = [...new Set(listeners.map(({ port }) => port))].toSorted((a, b) => a - b)
  return ports.length === 0
    ? 'nothing listens on any port'
    : `only these ports are listened on: ${ports.join(', ')}`
}
