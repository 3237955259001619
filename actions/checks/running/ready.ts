import type { ProcessResult } from '../../base/process.ts'
import type { Container } from '../../engine/container.ts'
import type { Engine } from '../../engine/engine.ts'
import { execIn, lastHealth, runHealthcheck } from '../../engine/exec.ts'
import type { CheckServices, Finding } from '../check.ts'
import type { Ready } from '../file/running.ts'
import type { ReadyJob } from '../probe-job.ts'
import { quoted, shortLine } from '../text.ts'
import { endedFinding, logOf } from './ending.ts'
import { spokenExit } from './exit-code.ts'
import { spokenAnswer } from './http.ts'
import { readListeners, spokenPorts } from './listeners.ts'
import { atMost, watch } from './patience.ts'
import type { Probe } from './probe.ts'
import { noShellHint } from './shell.ts'
import { ENDED, type Running, whileRunning } from './subject.ts'

/** A command is a process more on a machine that is busy starting: it is not asked as often as a port. */
const COMMAND_PAUSE = 100
/** The last one, too, has time to end on a busy machine. */
const COMMAND_TIME = 5000
const SLOW = 'If it only needs longer, raise "tries" or "interval".'

/** How a person says what is waited for. */
export function spokenReady(ready: Ready): string {
  const { http, tcp, exec } = ready
  if (http) return `GET ${http.path} answers ${http.status.join(' or ')}`
  if (tcp !== undefined) return `something listens on port ${tcp}`
  if (exec) return `${quoted(exec.join(' '))} succeeds`
  return "the image's HEALTHCHECK succeeds"
}

/** Who asks over HTTP, and on which port. */
export interface Asking {
  probe: Probe
  port: number
}

export function readyJob(ready: Ready, port: number): ReadyJob | undefined {
  if (!ready.http) return undefined
  const { path, status } = ready.http
  const { interval } = ready
  return { port, path, method: 'GET', headers: {}, statuses: status, patience: patienceOf(ready), interval }
}

/** Waits until it is ready; what was seen instead, where that never comes. */
export async function readyFinding(
  running: Running,
  ready: Ready,
  asking: Asking | undefined,
  services: CheckServices,
): Promise<Finding | undefined> {
  const { container } = running
  const expected = `${spokenReady(ready)} within ${patienceOf(ready) / 1000} s`
  const seen = await whileRunning(container, services.signal, (signal) =>
    asking ? lastAnswer(running, asking) : lastSeen(running, ready, services, signal),
  )
  if (seen === undefined) return undefined
  if (seen === ENDED || (await container.isOver())) return endedFinding(container, expected)
  return { expected, actual: seen, hint: noShellHint(seen) ?? SLOW, ...logOf(container) }
}

function patienceOf(ready: Ready): number {
  return ready.tries * ready.interval
}

async function lastAnswer({ pid }: Running, { probe, port }: Asking): Promise<string | undefined> {
  const answer = await probe.ready
  return answer && spokenAnswer(answer, port, await readListeners(pid))
}

async function lastSeen(
  { container, pid }: Running,
  ready: Ready,
  { engine, clock }: CheckServices,
  signal: AbortSignal,
): Promise<string | undefined> {
  const patience = { limit: patienceOf(ready), interval: ready.interval }
  const { tcp, exec } = ready
  if (tcp !== undefined) return watch(() => lookForPort(pid, tcp), patience, clock, signal)
  const run = (given: AbortSignal) =>
    exec ? execIn(engine, container, { command: exec }, given) : runHealthcheck(engine, container, given)
  const spoken = async (result: ProcessResult) => {
    const unhealthy = !exec && result.exitCode !== 0
    return (unhealthy && (await spokenUnhealthy(engine, container, pid, signal))) || spokenFailure(result)
  }
  const started = clock.now()
  const look = async () => {
    const left = Math.max(patience.limit - (clock.now() - started), COMMAND_TIME)
    const result = await atMost(left, run, clock, signal)
    return result ? spoken(result) : `it was still running after ${Math.round(left / 100) / 10} s`
  }
  return watch(look, { ...patience, first: COMMAND_PAUSE }, clock, signal)
}

/** undefined: somebody listens there; else what was seen. */
export async function lookForPort(pid: number, port: number): Promise<string | undefined> {
  const listeners = await readListeners(pid)
  return listeners.some((listener) => listener.port === port) ? undefined : spokenPorts(listeners)
}

async function spokenUnhealthy(
  engine: Engine,
  container: Container,
  pid: number,
  signal: AbortSignal,
): Promise<string | undefined> {
  const last = await lastHealth(engine, container, signal)
  if (!last) return undefined
  const { exitCode, output } = last
  const said = output === '' ? '' : `: ${shortLine(output)}`
  return `its command still ends with exit code ${exitCode}${said}; ${spokenPorts(await readListeners(pid))}`
}

function spokenFailure({ exitCode, stdout, stderr }: ProcessResult): string | undefined {
  if (exitCode === 0) return undefined
  const last = `${stdout}\n${stderr}`.trim().split('\n').at(-1) ?? ''
  return `${spokenExit(exitCode)}${last === '' ? '' : `: ${last}`}`
}
