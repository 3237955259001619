import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../../actions/base/clock.ts'
import type { Installation } from '../../../actions/nodes/installation.ts'
import { type RestoreJob, type RestoreReport, restore } from '../../../actions/nodes/restore/restore.ts'
import type { NodeServices } from '../../../actions/nodes/services.ts'
import type { GitNode, Snapshot } from '../../../actions/nodes/snapshot.ts'
import { plainOutput } from '../../../actions/runner/output.ts'
import { processRunner } from '../../../actions/runner/process.ts'
import { makeRepositories, type Repositories, type RepositorySpec } from '../../doubles/git/repositories.ts'

/** A folder custom_nodes, repositories to fill it from, and what a restore says. */
export interface Scene {
  folder: string
  repositories: Repositories
  to: Installation
  services: NodeServices
  said: string[]
  /** Waits that were asked for; none was taken. */
  waits: number[]
  controller: AbortController
  restore(snapshot: Partial<Snapshot>, job?: Partial<RestoreJob>): Promise<RestoreReport>
  with(services: NodeServices): Pick<Scene, 'restore'>
  /** The same folders, in a run that nobody stopped. */
  again(): Scene
  remove(): Promise<void>
}

export async function makeScene(specs: readonly RepositorySpec[]): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), 'nodes-restore-'))
  const repositories = await makeRepositories(folder, specs)
  await mkdir(join(folder, 'temp'))
  return sceneOf(folder, repositories)
}

function sceneOf(folder: string, repositories: Repositories): Scene {
  const said: string[] = []
  const waits: number[] = []
  const controller = new AbortController()
  const { environment } = repositories
  const start = processRunner(
    plainOutput((text) => void said.push(text.trimEnd())),
    controller.signal,
  )
  const services: NodeServices = {
    run: (command, args, options = {}) =>
      start(command, args, { ...options, env: { ...environment, ...options.env } }),
    log: {
      debug: (message) => void said.push(message),
      info: (message) => void said.push(message),
      warn: (message) => void said.push(`warning: ${message}`),
      group: (_title, body) => body(),
    },
    clock: { now: systemClock.now, sleep: async (milliseconds) => void waits.push(milliseconds) },
    random: () => 0,
    signal: controller.signal,
    temp: join(folder, 'temp'),
    environment: { ...process.env, ...environment },
  }
  const to: Installation = { nodes: join(folder, 'custom_nodes'), core: undefined, python: undefined }
  const run =
    (world: NodeServices): Scene['restore'] =>
    (snapshot, job = {}) =>
      restore({ ...plainJob(to), ...job, snapshot: { ...nothing, ...snapshot } }, world)
  return {
    ...{ folder, repositories, to, services, said, waits, controller },
    restore: run(services),
    with: (world) => ({ restore: run(world) }),
    again: () => sceneOf(folder, repositories),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

export const nothing: Snapshot = { comfyui: null, git: [], registry: [], files: [], packages: [] }

const plainJob = (to: Installation): Omit<RestoreJob, 'snapshot'> => ({
  ...{ to, jobs: 8, extras: 'disable', installScripts: 'never', requirements: [], allowHosts: [] },
  registry: 'http://127.0.0.1:9',
})

/** Nodes at so many commits before the newest. */
export function pinned(repositories: Repositories, before = 3): GitNode[] {
  return repositories.list.map(({ url, commits }) => ({
    ...{ url, commit: commits.at(-1 - before) ?? '', disabled: false },
  }))
}
