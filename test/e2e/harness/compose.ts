import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { command } from './command.ts'
import { program } from './programs.ts'

/** A service as a compose file says it, as far as it can be run here. */
export interface Service {
  image: string
  entrypoint?: string[]
  command?: string[]
  environment?: Record<string, string>
  volumes?: string[]
  profiles?: string[]
  read_only?: boolean
  tmpfs?: string[]
  cap_drop?: string[]
  security_opt?: string[]
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { test: string[] }
  ports?: string[]
  user?: string
}

export interface Composition {
  name: string
  services: Record<string, Service>
}

/** What compose makes of its files and of these variables, and no others. */
export async function renderCompose(
  folder: string,
  files: readonly string[],
  variables: Record<string, string> = {},
  profiles: readonly string[] = [],
): Promise<Composition> {
  const options = [
    ...files.flatMap((file) => ['--file', file]),
    ...profiles.flatMap((profile) => ['--profile', profile]),
  ]
  const given = Object.entries(variables).map(([name, value]) => `${name}=${value}`)
  const bare = ['--ignore-environment', `PATH=${process.env.PATH}`, `HOME=${folder}`, ...given]
  const { stdout } = await command('env', [...bare, program('podman-compose'), ...options, 'config'], {
    cwd: folder,
  })
  return parse(stdout)
}

/** Services of a composition as containers. */
export interface Running {
  /** Starts one that stays, and waits until its own healthcheck says so, where it has one. */
  start(name: string): Promise<void>
  /** Runs one to its end; gives its exit code and what it said. */
  finish(name: string): Promise<{ exitCode: number; output: string }>
  exec(name: string, ...line: string[]): Promise<string>
  logs(name: string): Promise<string>
  close(): Promise<void>
}

/**
 * Where no bridges are, all services share one network, in which each name stands for the machine itself. images: what
 * takes the place of those that can't be pulled here.
 */
export function runComposition(
  folder: string,
  composition: Composition,
  images: Record<string, string>,
): Running {
  const prefix = `compose-${process.pid}-${++opened}`
  const started: string[] = []
  const own = mkdtempSync(join(tmpdir(), 'image-actions-compose-'))
  const hosts = join(own, 'hosts')
  writeFileSync(hosts, `127.0.0.1 localhost ${Object.keys(composition.services).join(' ')}\n`)
  const service = (name: string) => {
    const found = composition.services[name]
    if (!found) throw new Error(`there is no service ${name}`)
    return found
  }
  const args = (name: string) => {
    const [first] = started
    const network = ['--network', first ? `container:${prefix}-${first}` : 'none']
    const names = ['--volume', `${hosts}:/etc/hosts:ro`]
    const { image } = service(name)
    return [
      ...network,
      ...names,
      ...containerArguments(folder, { ...service(name), image: images[name] ?? image }),
    ]
  }
  const exec = async (name: string, ...line: string[]) =>
    (await podman('exec', `${prefix}-${name}`, ...line)).stdout
  return {
    exec,
    async start(name) {
      await podman('run', '--detach', '--name', `${prefix}-${name}`, ...args(name))
      started.push(name)
      const [, ...test] = service(name).healthcheck?.test ?? []
      if (test.length > 0) await untilDone(() => podman('exec', `${prefix}-${name}`, ...test))
    },
    async finish(name) {
      const { exitCode, stdout, stderr } = await podmanAnyExit('run', '--rm', ...args(name))
      return { exitCode, output: `${stdout}${stderr}` }
    },
    async logs(name) {
      const { stdout, stderr } = await podman('logs', `${prefix}-${name}`)
      return `${stdout}${stderr}`
    },
    async close() {
      // Whoever lends its network goes last.
      for (const name of started.reverse())
        await podman('rm', '--force', '--volumes', '--time', '0', `${prefix}-${name}`)
      rmSync(own, { recursive: true })
    },
  }
}

let opened = 0

function containerArguments(folder: string, service: Service): string[] {
  const each = (option: string, values: readonly string[] = []) => values.flatMap((value) => [option, value])
  const mounts = service.volumes?.filter((volume) => volume.startsWith('.')) ?? []
  return [
    ...each(
      '--env',
      Object.entries(service.environment ?? {}).map(([name, value]) => `${name}=${value}`),
    ),
    ...each(
      '--volume',
      mounts.map((mount) => mount.replace(/^\./, folder)),
    ),
    ...each('--tmpfs', service.tmpfs),
    ...each('--cap-drop', service.cap_drop),
    ...each('--security-opt', service.security_opt),
    ...(service.read_only ? ['--read-only'] : []),
    ...(service.user === undefined ? [] : ['--user', service.user]),
    ...(service.entrypoint ? ['--entrypoint', JSON.stringify(service.entrypoint)] : []),
    service.image,
    ...(service.command ?? []),
  ]
}

/** Tries until it succeeds, for as long as a start may take. */
export async function untilDone<T>(body: () => Promise<T>, milliseconds = 30_000): Promise<T> {
  const end = Date.now() + milliseconds
  for (;;) {
    try {
      return await body()
    } catch (error) {
      if (Date.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

const env = { DISABLE_HC_SYSTEMD: 'true' }

function podman(...args: string[]) {
  return command('podman', args, { env })
}

function podmanAnyExit(...args: string[]) {
  return command('podman', args, { env, anyExit: true })
}
