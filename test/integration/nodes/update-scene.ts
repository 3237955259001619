import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../../../actions/base/log.ts'
import type { NodeServices } from '../../../actions/nodes/services.ts'
import type { GitNode, Snapshot } from '../../../actions/nodes/snapshot.ts'
import { readPolicies } from '../../../actions/nodes/update/policy.ts'
import { type Update, type UpdateJob, updateSnapshot } from '../../../actions/nodes/update/update.ts'
import { plainOutput } from '../../../actions/runner/output.ts'
import { processRunner } from '../../../actions/runner/process.ts'
import {
  dateOf,
  makeRepositories,
  type Repositories,
  type RepositorySpec,
} from '../../doubles/git/repositories.ts'

/** Repositories, and a snapshot that pins them. */
export interface Scene {
  repositories: Repositories
  services: NodeServices
  /** What was said. */
  said: string[]
  /** A node at one of its commits, counted from the newest. */
  node(name: string, back?: number): GitNode
  update(
    nodes: readonly GitNode[],
    job?: Partial<UpdateJob> & { policy?: string[]; comfyui?: string },
  ): Promise<Update>
  close(): Promise<void>
}

/** The day after the tenth commit of every repository here. */
export const NOW = dateOf(10) * 1000

export async function openScene(specs: readonly RepositorySpec[]): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), 'update-test-'))
  const repositories = await makeRepositories(folder, specs)
  const temp = await mkdtemp(join(folder, 'temp-'))
  const said: string[] = []
  const say = (message: string) => void said.push(message)
  const log: Log = { debug: () => {}, info: say, warn: say, group: (_title, body) => body() }
  const environment = { ...process.env, ...repositories.environment }
  const signal = new AbortController().signal
  const start = processRunner(
    plainOutput(() => {}),
    signal,
  )
  const services: NodeServices = {
    run: (command, args, given = {}) =>
      start(command, args, { ...given, env: { ...environment, ...given.env } }),
    log,
    clock: { now: () => NOW, sleep: async () => {} },
    random: () => 0,
    signal,
    temp,
    environment,
  }
  return {
    repositories,
    services,
    said,
    node: (name, back = 0) => {
      const { url, commits } = repositories.get(name)
      return { url, commit: commits.at(-1 - back) ?? '', disabled: false }
    },
    update: (git, { policy = [], comfyui, ...job } = {}) => {
      const snapshot: Snapshot = { comfyui: comfyui ?? null, git, registry: [], files: [], packages: [] }
      return updateSnapshot(
        {
          snapshot,
          policies: readPolicies(policy),
          choice: { include: [], exclude: [] },
          minAgeDays: 0,
          cache: undefined,
          jobs: 4,
          registry: 'http://127.0.0.1:9',
          github: undefined,
          ...job,
        },
        services,
      )
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** What was told of one node. */
export function warningsOf({ warnings }: Update, name: string): string[] {
  return warnings
    .filter(({ subject }) => subject === name)
    .map(({ text, lines }) => [text, ...lines].join('\n'))
}
