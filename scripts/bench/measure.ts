import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'

/** What a program took, in seconds; CPU is user and system time of all its processes. */
export interface Cost {
  wall: number
  cpu: number
}

export interface TimedRun {
  cost: Cost
  exitCode: number
  stdout: string
  stderr: string
}

export interface TimedOptions {
  env?: Record<string, string | undefined>
  cwd?: string
  /** Otherwise a failure ends the bench. */
  mayFail?: boolean
  /** When this resolves, enough has been seen: the program is killed. */
  until?: Promise<unknown>
}

export type Command = readonly [program: string, ...args: string[]]

/** bash tells user and system time of a whole tree; its words come through a pipe of their own. */
const TIMED = 'TIMEFORMAT="%3R %3U %3S"; { time "$@" 2>&4 3>&- 4>&-; } 4>&2 2>&3'

export async function timed(command: Command, options: TimedOptions = {}): Promise<TimedRun> {
  const child = spawn('/bin/bash', ['-c', TIMED, 'bash', ...command], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
  void options.until?.then(() => killChildren(child.pid))
  const outputs = [child.stdout!, child.stderr!, child.stdio[3] as typeof child.stdout]
  const [exitCode, stdout, stderr, times] = await Promise.all([
    ended,
    ...outputs.map((stream) => text(stream!)),
  ] as [Promise<number>, Promise<string>, Promise<string>, Promise<string>])
  if (exitCode !== 0 && !options.mayFail)
    throw new Error(
      `${command.join(' ')} ended with ${exitCode}:\n${lastLines(stdout)}\n${lastLines(stderr)}`,
    )
  // Before the times bash may tell of a program that was killed.
  const last = times.trim().split('\n').at(-1) ?? ''
  const [wall = 0, user = 0, system = 0] = last.split(' ').map(Number)
  return { cost: { wall, cpu: user + system }, exitCode, stdout, stderr }
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-12).join('\n')
}

/** bash itself lives on, to tell the times. */
function killChildren(pid: number | undefined): void {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  for (const child of children) process.kill(Number(child), 'SIGKILL')
}

/** One command after another, as a script would run them. */
export async function timedSequence(commands: readonly Command[], options?: TimedOptions): Promise<Cost> {
  const total = { wall: 0, cpu: 0 }
  for (const command of commands) {
    const { cost } = await timed(command, options)
    total.wall += cost.wall
    total.cpu += cost.cpu
  }
  return total
}

/** A, B, A, B, …: whatever else the machine does meets all of them alike. */
export async function interleaved<N extends string>(
  rounds: number,
  contestants: Record<N, (round: string) => Promise<Cost>>,
): Promise<Record<N, Cost[]>> {
  const entries = Object.entries(contestants) as [N, (round: string) => Promise<Cost>][]
  const samples = Object.fromEntries(entries.map(([name]) => [name, [] as Cost[]])) as Record<N, Cost[]>
  for (let round = 1; round <= rounds; round++)
    for (const [name, run] of entries) samples[name].push(await run(`${name}-${round}`))
  return samples
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2
}

export interface Ratio {
  /** Median by median. */
  value: number
  /** What single rounds gave, the smallest and the largest: how far noise reaches. */
  range: readonly [number, number]
}

export function ratio(of: readonly Cost[], to: readonly Cost[], by: keyof Cost): Ratio {
  const value = median(of.map((cost) => cost[by])) / median(to.map((cost) => cost[by]))
  const rounds = of.flatMap((cost, round) => (to[round] ? [cost[by] / to[round][by]] : []))
  return { value, range: [Math.min(value, ...rounds), Math.max(value, ...rounds)] }
}
