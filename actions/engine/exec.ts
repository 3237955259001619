import type { ProcessResult } from '../base/process.ts'
import { type Container, containerEnvironment } from './container.ts'
import type { Engine } from './engine.ts'
import type { OutputLines } from './output-lines.ts'

export interface ExecOptions {
  command: readonly string[]
  env?: Readonly<Record<string, string | null>>
  user?: string
  /** Keeps its lines, also where they are more than a result holds. */
  lines?: OutputLines
}

/** Runs a program in a container, beside its process 1. */
export function execIn(
  engine: Engine,
  container: Container,
  options: ExecOptions,
  signal: AbortSignal,
): Promise<ProcessResult> {
  const set = Object.entries(options.env ?? {}).filter(([, value]) => value !== null)
  const args = [
    ...['--log-level=fatal', 'exec'],
    ...set.flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...(options.user === undefined ? [] : ['--user', options.user]),
    container.name,
    ...options.command,
  ]
  return engine.run('podman', args, {
    env: containerEnvironment(engine),
    anyExit: true,
    signal,
    onLine: (text, stream) => options.lines?.add({ stream, text }),
  })
}

/** Runs the HEALTHCHECK that the container's image has. */
export function runHealthcheck(
  engine: Engine,
  container: Container,
  signal: AbortSignal,
): Promise<ProcessResult> {
  return engine.run('podman', ['healthcheck', 'run', container.name], {
    env: containerEnvironment(engine),
    anyExit: true,
    signal,
  })
}

/** What the HEALTHCHECK ended with when it was run last, and the last line that it printed; undefined: it never ran. */
export async function lastHealth(
  engine: Engine,
  container: Container,
  signal: AbortSignal,
): Promise<{ exitCode: number; output: string } | undefined> {
  const format = '{{range .State.Health.Log}}{{json .}}{{println}}{{end}}'
  const args = ['container', 'inspect', '--format', format, container.name]
  const { stdout } = await engine.run('podman', args, { env: engine.env, anyExit: true, signal })
  const written = stdout.trim().split('\n').at(-1) ?? ''
  if (written === '') return undefined
  const last = JSON.parse(written) as { ExitCode?: number; Output?: string }
  return { exitCode: last.ExitCode ?? 1, output: last.Output?.trim().split('\n').at(-1) ?? '' }
}

/** Sends a signal to process 1; one that has just ended can't be told, and needn't. */
export async function signalTo(
  engine: Engine,
  container: Container,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const args = ['kill', '--signal', name, container.name]
  await engine.run('podman', args, { env: engine.env, anyExit: true, signal })
}
