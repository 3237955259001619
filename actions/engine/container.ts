import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../base/clock.ts'
import type { OutputStream } from '../base/process.ts'
import type { Engine } from './engine.ts'
import { OutputLines } from './output-lines.ts'

export interface ContainerOptions {
  /** A name or an id in podman's storage: nothing is pulled. */
  image: string
  name: string
  /** By which it is found again when it must go: `name=value`. */
  label: string
  command?: readonly string[]
  entrypoint?: readonly string[]
  /** null takes away what the image sets. */
  env: Readonly<Record<string, string | null>>
  user?: string
  /** A network namespace without a way out: its own, or that of another container. */
  network: 'none' | { of: string }
  readOnly?: boolean
  tmpfs?: readonly string[]
}

export interface Ending {
  exitCode: number
  /** What podman said where the container was never started. */
  refusal?: string
}

/** How often to look whether podman has written the number of process 1. */
const LOOK = 10

/** What is called as a runtime is, is one no longer. */
const HANDING_OVER = 5000

/**
 * A container in the foreground: our child is podman, so its lines come live and apart, and its exit code at once. A
 * cancellation does not end podman in the middle of something; it ends when the container is removed.
 */
export class Container {
  readonly name: string
  readonly lines = new OutputLines()
  readonly ended: Promise<Ending>
  ending: Ending | undefined
  readonly #pidFile: string
  readonly #clock: Clock
  readonly #abandoned = new AbortController()

  constructor(engine: Engine, options: ContainerOptions, services: { clock: Clock; folder: string }) {
    this.name = options.name
    this.#clock = services.clock
    this.#pidFile = join(services.folder, `${options.name}.pid`)
    this.ended = this.#run(engine, runArguments(options, this.#pidFile))
    // Whoever awaits it hears of a failure; until then it is no unhandled one.
    this.ended.catch(() => {})
  }

  /** The number of process 1 once it runs; undefined: it ended before. */
  async started(signal: AbortSignal): Promise<number | undefined> {
    for (const begun = this.#clock.now(); ; ) {
      const pid = Number(await readFile(this.#pidFile, 'utf8').catch(() => ''))
      const late = this.#clock.now() - begun > HANDING_OVER
      if (pid > 0 && (late || !(await isRuntime(pid)))) return pid
      if (this.ending) return pid > 0 ? pid : undefined
      await Promise.race([this.ended, this.#clock.sleep(LOOK, signal)])
    }
  }

  /** Whether process 1 has ended, of which its podman hears a little later. */
  async isOver(): Promise<boolean> {
    if (this.ending) return true
    const pid = (await readFile(this.#pidFile, 'utf8').catch(() => '')).trim()
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    if (stat !== '' && !/\) [ZX] /.test(stat)) return false
    await this.ended
    return true
  }

  /** Its podman is not waited for any more. */
  abandon(): void {
    this.#abandoned.abort()
  }

  async #run(engine: Engine, args: readonly string[]): Promise<Ending> {
    const onLine = (text: string, stream: OutputStream) => this.lines.add({ stream, text })
    const { exitCode, stderr } = await engine.run('podman', args, {
      env: containerEnvironment(engine),
      anyExit: true,
      finishing: true,
      signal: this.#abandoned.signal,
      onLine,
    })
    const wasStarted = await readFile(this.#pidFile).then(
      () => true,
      () => false,
    )
    const refusal = wasStarted ? undefined : (/^Error: (.*)$/m.exec(stderr)?.[1] ?? stderr.trim())
    this.ending = { exitCode, ...(refusal === undefined ? {} : { refusal }) }
    return this.ending
  }
}

/** The runtime makes process 1, and becomes the image's program when podman starts it. */
async function isRuntime(pid: number): Promise<boolean> {
  return /^(runc|crun)\b/.test(await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => ''))
}

/** Healthchecks are run when we ask for them, not by timers of systemd. */
export function containerEnvironment(engine: Engine): Engine['env'] {
  return { ...engine.env, DISABLE_HC_SYSTEMD: 'true' }
}

export function runArguments(options: ContainerOptions, pidFile: string): string[] {
  const each = (name: string, values: readonly string[]) => values.flatMap((value) => [name, value])
  // An entrypoint of several words is given as JSON; podman then takes away the image's CMD too.
  const entrypoint = options.entrypoint ? ['--entrypoint', JSON.stringify(options.entrypoint)] : []
  return [
    // What podman itself has to say is not mixed into the container's output.
    ...['--log-level=fatal', 'run', '--rm', '--name', options.name, '--label', options.label],
    ...['--pidfile', pidFile, '--pull=never', '--log-driver=none', '--sig-proxy=false', '--http-proxy=false'],
    ...['--network', options.network === 'none' ? 'none' : `container:${options.network.of}`],
    ...environmentArguments(options.env),
    ...(options.user === undefined ? [] : ['--user', options.user]),
    ...entrypoint,
    // Only what tmpfs names can be written, as with other engines.
    ...(options.readOnly ? ['--read-only', '--read-only-tmpfs=false'] : []),
    ...each('--tmpfs', options.tmpfs ?? []),
    ...['--', options.image, ...(options.command ?? [])],
  ]
}

function environmentArguments(env: Readonly<Record<string, string | null>>): string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    value === null ? ['--unsetenv', name] : ['--env', `${name}=${value}`],
  )
}
