import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RunningRegistry {
  /** `127.0.0.1:40123` */
  host: string
  stop(): Promise<void>
}

/** Debian's docker-registry on a port of loopback that it chooses itself, its storage in a folder that goes with it. */
export async function startRegistry(options: { deletes?: boolean } = {}): Promise<RunningRegistry> {
  const folder = await mkdtemp(join(tmpdir(), 'docker-registry-'))
  const file = join(folder, 'config.yml')
  await writeFile(file, configuration(join(folder, 'storage'), options.deletes ?? true))
  const child = spawn('docker-registry', ['serve', file], { stdio: ['ignore', 'ignore', 'pipe'] })
  const stop = async () => {
    await ended(child)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    return { host: await addressOf(child), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function configuration(storage: string, deletes: boolean): string {
  return JSON.stringify({
    version: 0.1,
    // Where it listens is said at this level.
    log: { level: 'info', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: storage }, delete: { enabled: deletes } },
    http: { addr: '127.0.0.1:0' },
  })
}

async function addressOf(child: ChildProcess): Promise<string> {
  const failure = new Promise<never>((_, reject) => child.once('error', reject))
  const address = (async () => {
    let said = ''
    for await (const part of child.stderr!.iterator({ destroyOnReturn: false })) {
      said += part
      const [, host] = /listening on (127\.0\.0\.1:\d+)/.exec(said) ?? []
      if (host) return host
    }
    throw new Error(`docker-registry does not start: ${said}`)
  })()
  const host = await Promise.race([address, failure])
  // Nobody reads what else it says, and a full pipe would stop it.
  child.stderr!.resume()
  return host
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await exit
}
