import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
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
  /** Further folders that stand for repositories, by `owner/name@ref`; of ours then only those that are named here. */
  repositories?: Record<string, string>
  variables?: Record<string, string>
  /** Whether actions/checkout is run as any other action; else the consumer's folder is copied in its place. */
  checkout?: boolean
  consumer: Pick<Consumer, 'folder' | 'repository'>
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

/** Callers name `@v1`; our workflows name `@main`, and in a release commit its tag. */
function ownRepositories(suite: string): Record<string, string> {
  const workflow = readFileSync(join(suite, '.github/workflows/build-images.yml'), 'utf8')
  const named = [...workflow.matchAll(/uses: org\/image-actions\/[\w-]+@(\S+)/g)].map(([, ref]) => ref)
  return Object.fromEntries(['v1', 'main', ...named].map((ref) => [`org/image-actions@${ref}`, suite]))
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
    ...(options.checkout ? ['--no-skip-checkout'] : []),
    '--actor=octo',
    `--eventpath=${payload}`,
    `--workflows=.github/workflows/${options.workflow}`,
    ...['ubuntu-24.04', 'ubuntu-24.04-arm'].map((label) => `--platform=${label}=-self-hosted`),
    ...Object.entries(options.repositories ?? ownRepositories(options.suite)).map(
      ([reference, folder]) => `--local-repository=${reference}=${folder}`,
    ),
    ...Object.entries(options.variables ?? {}).map(([name, value]) => `--var=${name}=${value}`),
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
