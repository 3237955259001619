import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { SummarySection } from '../../../actions/base/summary.ts'
import { runSnapshot } from '../../../actions/snapshot/main.ts'
import { snapshotInputs } from '../../../actions/snapshot/manifest.ts'
import type { Outcome } from '../../../actions/snapshot/mode.ts'
import { makeRepositories, type Repositories } from '../../doubles/git/repositories.ts'
import { checkout } from '../../e2e/harness/programs.ts'
import { pushEvent } from '../../push-event.ts'
import { type TestRunner, testRunner } from '../runner.ts'

const { bundleAlone }: { bundleAlone(entry: string, file: string): Promise<unknown> } = await import(
  join(checkout, 'scripts/alone.mjs')
)
const SOURCE = join(checkout, 'actions/snapshot/cli.ts')
export const FILE = 'production-snapshot.json'
const SPECS = [
  { owner: 'ann', name: 'Outer', submodules: [{ path: 'inner', owner: 'ann', name: 'Inner' }] },
  { owner: 'bob', name: 'Plain' },
  { owner: 'cat', name: 'Scripted', installScript: 'import os\nprint("seen:", sorted(os.environ))\n' },
]

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

export interface RoomRun {
  outcome: Outcome | undefined
  error: unknown
  job: TestRunner
  sections: SummarySection[]
}

export interface SnapshotScene {
  folder: string
  /** One file, bundled of the sources as they are. */
  file: string
  repositories: Repositories
  /** A new folder that holds a snapshot of all nodes, each so many commits before its newest, with what else is given. */
  checkout(options?: { before?: number; more?: Record<string, unknown> }): Promise<string>
  /** The program, as a script starts it. */
  program(args: readonly string[], cwd: string): Promise<Ended>
  /** The action, as a job starts it. */
  job(inputs: Record<string, string>, workspace: string): Promise<RoomRun>
  remove(): Promise<void>
}

export async function openSnapshotScene(): Promise<SnapshotScene> {
  const folder = await mkdtemp(join(tmpdir(), 'snapshot-'))
  const repositories = await makeRepositories(join(folder, 'repositories'), SPECS)
  const { environment } = repositories
  const file = join(folder, 'cli.js')
  await bundleAlone(SOURCE, file)
  const defaults = Object.fromEntries(snapshotInputs().map((input) => [input.name, input.default]))
  return {
    folder,
    file,
    repositories,
    checkout: async ({ before = 1, more = {} } = {}) => {
      const made = await mkdtemp(join(folder, 'checkout-'))
      const snapshot = { ...snapshotOf(repositories, before), ...more }
      await writeFile(join(made, FILE), JSON.stringify(snapshot, null, 2))
      return made
    },
    program: async (args, cwd) => {
      const env = { PATH: process.env.PATH, TMPDIR: tmpdir(), ...environment }
      const child = spawn(process.execPath, [file, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
      const [stdout, stderr] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'exit'),
      ])
      return { code: child.exitCode, stdout, stderr }
    },
    job: async (inputs, workspace) => {
      const own = await mkdtemp(join(folder, 'job-'))
      const job = await testRunner({
        folder: own,
        inputs: { ...defaults, python: 'none', ...inputs },
        event: pushEvent({ workspace }),
        environment: { ...environment, GITHUB_ACTIONS: 'true', INPUT_CANARY: 'hidden' },
      })
      const sections: SummarySection[] = []
      const runner = {
        ...job.runner,
        summary: async (more: readonly SummarySection[]) => void sections.push(...more),
      }
      try {
        return { outcome: await runSnapshot(runner), error: undefined, job, sections }
      } catch (error) {
        return { outcome: undefined, error, job, sections }
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** As ComfyUI-Manager writes it. */
export function snapshotOf({ list }: Repositories, before: number) {
  return {
    comfyui: null,
    git_custom_nodes: Object.fromEntries(
      list.map(({ url, commits }) => [url, { hash: commits.at(-1 - before) ?? '', disabled: false }]),
    ),
    cnr_custom_nodes: {},
    file_custom_nodes: [],
    pips: {},
  }
}
