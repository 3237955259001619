import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type RunLog, readRunLog } from './act-log.ts'
import { command } from './command.ts'
import type { Consumer } from './consumer.ts'
import type { TriggerEvent } from './event.ts'
import { program } from './programs.ts'

export interface ActOptions {
  /** An empty folder for this run. */
  folder: string
  suite: string
  consumer: Consumer
  event: TriggerEvent
  /** The file in the consumer's .github/workflows. */
  workflow: string
  secrets?: Record<string, string>
  /** What every step sees, besides what act sets. */
  env?: Record<string, string>
  /** Put before the runner's command line, and added to its own environment: to run as another user. */
  as?: { prefix: readonly string[]; env: Record<string, string> }
  act?: string
}

export interface ActRun extends RunLog {
  exitCode: number
  /** Everything, for a failed expectation to show. */
  log: string
}

/** Runs the consumer's workflow under a real runner, act, with this machine in the place of GitHub's. */
export async function runAct(options: ActOptions): Promise<ActRun> {
  const home = join(options.folder, 'home')
  mkdirSync(home, { recursive: true })
  const payload = join(options.folder, 'event.json')
  writeFileSync(payload, JSON.stringify(options.event.payload))
  const secrets = options.secrets ?? {}
  const args = [
    options.event.name,
    '--json',
    '--no-cache-server',
    '--actor=octo',
    `--eventpath=${payload}`,
    `--workflows=.github/workflows/${options.workflow}`,
    ...['ubuntu-24.04', 'ubuntu-24.04-arm'].map((label) => `--platform=${label}=-self-hosted`),
    ...['v1', 'main'].map((ref) => `--local-repository=org/image-actions@${ref}=${options.suite}`),
    ...Object.entries(options.env ?? {}).map(([name, value]) => `--env=${name}=${value}`),
    // Named only: act takes the values from its environment, where no list of processes shows them.
    ...Object.keys(secrets).map((name) => `--secret=${name}`),
  ]
  const env = { HOME: home, XDG_CACHE_HOME: join(home, '.cache'), ...options.as?.env, ...secrets }
  const [first = '', ...rest] = [...(options.as?.prefix ?? []), options.act ?? program('act'), ...args]
  const ended = await command(first, rest, {
    cwd: options.consumer.folder,
    env,
    anyExit: true,
    timeout: 240_000,
  })
  const log = `${ended.stdout}${ended.stderr}`
  // E2E_LOGS=/some/folder npm test -- e2e keeps what the runner said.
  const kept = process.env.E2E_LOGS
  if (kept) {
    mkdirSync(kept, { recursive: true })
    writeFileSync(join(kept, `${basename(options.consumer.repository)}-${basename(options.folder)}.log`), log)
  }
  return { exitCode: ended.exitCode, log, ...readRunLog(log) }
}
