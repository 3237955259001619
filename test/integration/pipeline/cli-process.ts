import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

/** The sources; what is bundled of them is run by the tests end to end. */
const CLI = fileURLToPath(new URL('../../../actions/pipeline/cli.ts', import.meta.url))

export interface Surroundings {
  cwd: string
  env: Record<string, string>
}

/** As a script starts it: nobody is there to be asked. */
export function startCli(args: readonly string[], { cwd, env }: Surroundings): ChildProcess {
  const stdio = ['ignore', 'pipe', 'pipe'] as const
  return spawn(process.execPath, [CLI, ...args], { cwd, env: { ...path(), ...env }, stdio: [...stdio] })
}

export async function runCli(args: readonly string[], surroundings: Surroundings) {
  const child = startCli(args, surroundings)
  const [stdout, stderr] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')])
  return { code: child.exitCode, stdout, stderr }
}

export interface AtTerminal {
  /** Everything that was shown up to now. */
  shown(): string
  /** What can still be read of it: what was written over is gone. */
  left(): string
  /** Resolves when this has been shown; fails when the program ends without it. */
  until(pattern: RegExp): Promise<void>
  type(keys: string): void
  exit: Promise<number>
}

/** Its standard streams are a terminal of 80 columns; keys reach it as they would from a keyboard. */
const TERMINAL = `
import fcntl, os, pty, struct, sys, termios
def spawn():
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 80, 0, 0))
    os.execvp(sys.argv[1], sys.argv[1:])
pid, master = pty.fork()
if pid == 0:
    spawn()
import select
inputs = [master, 0]
while True:
    for ready in select.select(inputs, [], [])[0]:
        try:
            data = os.read(ready, 65536)
        except OSError:
            data = b''
        if ready == master and not data:
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        if ready == 0 and not data:
            inputs.remove(0)
        elif ready == 0:
            os.write(master, data)
        else:
            os.write(1, data)
`

/** As a person starts it. With `stdout`, that goes into a file, as behind > in a shell. */
export function atTerminal(
  args: readonly string[],
  { cwd, env }: Surroundings,
  options: { stdout?: string; program?: string } = {},
): AtTerminal {
  const redirect = options.stdout === undefined ? [] : ['sh', '-c', 'exec "$@" > "$0"', options.stdout]
  const child = spawn(
    'python3',
    ['-c', TERMINAL, ...redirect, process.execPath, options.program ?? CLI, ...args],
    {
      cwd,
      env: { ...path(), TERM: 'xterm-256color', ...env },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  let shown = ''
  const changed = new EventTarget()
  child.stdout.setEncoding('utf8').on('data', (data) => {
    shown += data
    changed.dispatchEvent(new Event('data'))
  })
  let ended = false
  const exit = once(child, 'close').then(([code]) => {
    ended = true
    changed.dispatchEvent(new Event('data'))
    return code as number
  })
  return {
    shown: () => shown,
    left: () =>
      shown
        .split('\r\n')
        .map((line) => line.split('\r').at(-1))
        .join('\n'),
    until: async (pattern) => {
      while (!pattern.test(shown)) {
        if (ended) throw new Error(`It ended without ${pattern}:\n${shown}`)
        await once(changed, 'data')
      }
    },
    type: (keys) => void child.stdin.write(keys),
    exit,
  }
}

function path(): Record<string, string> {
  return { PATH: process.env.PATH ?? '' }
}
