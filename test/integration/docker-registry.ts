import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

export interface RunningRegistry {
  /** `127.0.0.1:40123` */
  host: string
  stop(): Promise<void>
}

/** Debian's docker-registry on a free port of loopback, its storage in a folder that goes with it. */
export async function startRegistry(options: { deletes?: boolean } = {}): Promise<RunningRegistry> {
  const folder = await mkdtemp(join(tmpdir(), 'docker-registry-'))
  const host = `127.0.0.1:${await freePort()}`
  const file = join(folder, 'config.yml')
  await writeFile(file, configuration(host, join(folder, 'storage'), options.deletes ?? true))
  const child = spawn('docker-registry', ['serve', file], { stdio: 'ignore' })
  const stop = async () => {
    await ended(child)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await answers(`http://${host}/v2/`, child)
  } catch (error) {
    await stop()
    throw error
  }
  return { host, stop }
}

function configuration(host: string, storage: string, deletes: boolean): string {
  return JSON.stringify({
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: storage }, delete: { enabled: deletes } },
    http: { addr: host },
  })
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('No port is free.')
  return address.port
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  let failure: unknown
  child.once('error', (error) => {
    failure = error
  })
  for (let tries = 0; tries < 200 && failure === undefined && child.exitCode === null; tries++) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    await delay(25)
  }
  throw new Error('docker-registry does not start.', { cause: failure })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await exit
}
