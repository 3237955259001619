import { signalTo } from '../../engine/exec.ts'
import type { Finding } from '../check.ts'
import type { StopCheck } from '../file/running.ts'
import { findingOf, shortLine } from '../text.ts'
import { endWithin, logOf } from './ending.ts'
import { exitFaults } from './exit.ts'
import { readProcesses } from './processes.ts'
import type { Subject } from './subject.ts'

/** A shell as it is called, or a script that one runs. */
const SHELL = /^(?:\S*\/)?(?:ba|da|a|k|z)?sh(?:\s|$)/

export function spokenStop({ signal, exit, within }: StopCheck): string {
  return `${signal} ends it with ${exit.join(' or ')} within ${within / 1000} s`
}

export async function stopFinding(subject: Subject, asked: StopCheck): Promise<Finding | undefined> {
  const { engine, clock, signal } = subject.services
  const { container } = subject.running
  await signalTo(engine, container, asked.signal, signal)
  const ending = await endWithin(container, asked.within, clock, signal)
  if (!ending) return notEnded(subject, asked, await hintForRunning(subject, asked))
  const hint = hintFor(ending.exitCode, asked)
  return findingOf(exitFaults(ending.exitCode, asked.exit), {
    ...(hint === undefined ? {} : { hint }),
    ...logOf(container),
  })
}

function notEnded({ running: { container } }: Subject, { signal, within }: StopCheck, hint: string): Finding {
  const seconds = within / 1000
  return {
    expected: `${signal} ends it within ${seconds} s`,
    actual: `it was still running after ${seconds} s: only SIGKILL ends it`,
    hint,
    ...logOf(container),
  }
}

/** A shell hands no signal on; any other program is the application itself, or what starts it. */
async function hintForRunning({ running: { pid } }: Subject, { signal }: StopCheck): Promise<string> {
  const [first] = await readProcesses(pid)
  return first && !SHELL.test(first.command)
    ? `Process 1 (${shortLine(first.command, 80)}) doesn't act on ${signal}: handle it in the program, or start it by an init (tini, dumb-init).`
    : `Process 1 must be the application and handle ${signal}: write CMD as a list, not as a line for a shell, and end an entrypoint script with exec "$@".`
}

function hintFor(code: number, { signal, exit }: StopCheck): string | undefined {
  if (code === 143 && signal === 'SIGTERM')
    return `It is ended by the signal itself instead of shutting down: handle SIGTERM, or allow this with "exit: [${[...exit, 143].join(', ')}]".`
  if (code === 137) return 'It was killed: by its own supervisor, or for want of memory.'
  return undefined
}
