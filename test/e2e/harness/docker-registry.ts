import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { program } from './programs.ts'

export interface RealRegistry {
  /** `127.0.0.1:PORT` */
  readonly host: string
  close(): Promise<void>
}

/** Debian's docker-registry, which nobody of this project wrote. */
export async function startDockerRegistry(folder: string): Promise<RealRegistry> {
  mkdirSync(folder, { recursive: true })
  const host = `127.0.0.1:${await freePort()}`
  const settings: Record<string, string> = {
    REGISTRY_HTTP_ADDR: host,
    REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY: folder,
    REGISTRY_STORAGE_DELETE_ENABLED: 'true',
    REGISTRY_LOG_LEVEL: 'error',
    OTEL_TRACES_EXPORTER: 'none',
  }
  // The settings say everything; the file only has to be one.
  const child = spawn(program('docker-registry'), ['serve', '/dev/stdin'], {
    env: { ...process.env, ...settings },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.stdin.end('version: 0.1\nstorage:\n  filesystem: {}\nhttp: {}\n')
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await answers(host)
  return {
    host,
    close: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function answers(host: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const response = await fetch(`http://${host}/v2/`).catch(() => undefined)
    if (response?.ok) return
    await delay(50)
  }
  throw new Error('docker-registry did not start')
}
