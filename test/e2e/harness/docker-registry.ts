import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
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
  const settings = join(folder, 'settings.yml')
  writeFileSync(settings, settingsOf(host, join(folder, 'data')))
  const child = spawn(program('docker-registry'), ['serve', settings], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    await answers(host)
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
  return {
    host,
    close: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** JSON is YAML. */
function settingsOf(host: string, folder: string): string {
  const storage = { filesystem: { rootdirectory: folder }, delete: { enabled: true } }
  return JSON.stringify({ version: 0.1, log: { level: 'error' }, storage, http: { addr: host } })
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
