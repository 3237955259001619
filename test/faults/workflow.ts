import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../../actions/base/clock.ts'
import { messagesOf } from '../../actions/base/errors.ts'
import type { RunProcess } from '../../actions/base/process.ts'
import { build } from '../../actions/build/main.ts'
import { readWork, removeWork } from '../../actions/build/work.ts'
import { finishCleanUp } from '../../actions/cleanup/finish.ts'
import { cleanUp } from '../../actions/cleanup/main.ts'
import { mergeImages } from '../../actions/merge/main.ts'
import { runPrepare } from '../../actions/prepare/main.ts'
import { githubArtifacts } from '../../actions/runner/artifacts.ts'
import { readManifest } from '../../actions/runner/command-line/manifest-inputs.ts'
import { finishInterrupted } from '../../actions/runner/interrupted.ts'
import type { Runner } from '../../actions/runner/runner.ts'
import { runtimeToken } from '../doubles/results/index.ts'
import { testRunner } from '../integration/runner.ts'
import { pushEvent } from '../push-event.ts'
import { HUB, NAME, type Scene, TOKEN } from './scene.ts'

export interface Sources {
  revision: string
  /** The one before it. */
  before: string
  tags: string
  checkout: string
  /** Where the jobs have their temporary folders. */
  folder: string
  environment: Record<string, string>
  engine(real: RunProcess): RunProcess
  /** Told before each job. */
  onJob?(name: string, run: Run): Promise<void>
}

/** What became of the jobs. */
export interface Run {
  /** Of those that succeeded, which are not run again. */
  outputs: Map<string, Map<string, string>>
  errors: string[]
  warnings: string[]
  leftovers: string[]
}

/** Its deadlines pass as those of all other clients here do. */
const patience: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, milliseconds)
      signal?.addEventListener('abort', () => {
        clearTimeout(timer)
        reject(signal.reason)
      })
    }),
}

interface Job {
  name: string
  action: string
  inputs: Record<string, string>
  /** What it resolves to may hold an error. */
  main(runner: Runner): Promise<unknown>
  post?(runner: Runner): Promise<void>
}

/** The jobs of build-images.yml one after another, each on a runner of its own; with `earlier`, what failed of it once more. */
export async function runWorkflow(
  scene: Scene,
  sources: Sources,
  attempt = 1,
  earlier?: Pick<Run, 'outputs'>,
): Promise<Run> {
  const run: Run = { outputs: new Map(earlier?.outputs), errors: [], warnings: [], leftovers: [] }
  process.env.ACTIONS_RESULTS_URL = `${scene.servers.results.url}/`
  const start = async (job: Job): Promise<boolean> =>
    run.outputs.has(job.name) || (await runJob(job, { scene, sources, attempt, run }))
  if (!(await start(preparation(scene, sources.tags)))) return run
  const { plan = '', matrix = '{}' } = Object.fromEntries(run.outputs.get('prepare')!)
  const { include } = JSON.parse(matrix) as { include: { leg: string; platform: string }[] }
  for (const { leg, platform } of include) await start(building(scene, { plan, leg }, platform))
  if (!(await start(merging(scene, plan)))) return run
  await start(cleaning(scene, run.outputs.get('merge')!.get('receipt') ?? ''))
  return run
}

async function runJob(
  job: Job,
  { scene, sources, attempt, run }: { scene: Scene; sources: Sources; attempt: number; run: Run },
): Promise<boolean> {
  await sources.onJob?.(job.name, run)
  process.env.ACTIONS_RUNTIME_TOKEN = runtimeToken(scene.run, job.name)
  const path = new URL(`../../${job.action}/action.yml`, import.meta.url)
  const defaults = Object.fromEntries(readManifest(path).map((input) => [input.name, input.default]))
  const folder = await mkdtemp(join(sources.folder, 'job-'))
  const started = await testRunner({
    folder,
    inputs: { ...defaults, ...job.inputs },
    event: pushEvent({
      ...{ repository: NAME, actor: 'acme', sha: sources.revision, workspace: sources.checkout, attempt },
      apiUrl: scene.servers.github.url,
      payload: { before: sources.before },
    }),
    environment: { ...sources.environment, GITHUB_ACTIONS: 'true', ACTIONS_RUNTIME_TOKEN: '' },
  })
  const surroundings = {
    clock: job.name === 'prepare' ? scene.morning : scene.clock,
    run: sources.engine(started.runner.run),
    artifacts: async () => githubArtifacts(started.runner.temp, patience),
  }
  const errors: unknown[] = []
  const attemptAt = async (step: Promise<unknown>) => {
    const ended = await step.catch((thrown: unknown) => ({ error: thrown }))
    const { error } = (ended ?? {}) as { error?: unknown }
    if (error !== undefined) errors.push(error)
  }
  await attemptAt(job.main({ ...started.runner, ...surroundings }))
  if (job.post) await attemptAt(job.post({ ...started.post(), ...surroundings }))
  run.errors.push(...errors.flatMap((error) => messagesOf(error).map((each) => `${job.name}: ${each}`)))
  const warnings = started.printed.filter((line) => line.startsWith('warning: '))
  run.warnings.push(...warnings.map((each) => `${job.name}: ${each}`))
  // The digest cache stays in its home.
  const left = (await readdir(started.runner.temp)).filter((name) => !['.cache', 'artifacts'].includes(name))
  run.leftovers.push(...left.map((name) => `${job.name}: ${name}`))
  await rm(folder, { recursive: true })
  if (errors.length > 0 || (job.name === 'cleanup' && warnings.length > 0)) return false
  run.outputs.set(job.name, started.outputs)
  return true
}

function access({ servers }: Scene): Record<string, string> {
  const { ghcr, hub, github, hubApi } = servers
  return {
    'registry-kinds': `${ghcr.host}=ghcr ${github.url}\n${hub.host}=dockerhub ${hubApi.url}`,
    'github-token': TOKEN,
    'dockerhub-username': HUB.user,
    'dockerhub-token': HUB.password,
  }
}

function preparation(scene: Scene, tags: string): Job {
  const { ghcr, hub } = scene.servers
  const inputs = {
    image: 'app',
    registries: `${ghcr.host}/acme,${hub.host}/acme`,
    platforms: 'linux/amd64,linux/arm64',
    tags,
    // So that GitHub is asked here as well.
    'changed-only': 'true',
    'dockerhub-username': HUB.user,
    'github-token': TOKEN,
  }
  return { name: 'prepare', action: 'prepare', inputs, main: runPrepare }
}

function building(scene: Scene, leg: { plan: string; leg: string }, platform: string): Job {
  const inputs = { ...access(scene), ...leg, cache: 'none' }
  const post = async (runner: Runner) => {
    const work = readWork(runner)
    if (work) await removeWork(work)
  }
  return { name: `build ${platform}`, action: 'build', inputs, main: build, post }
}

function merging(scene: Scene, plan: string): Job {
  const post = (runner: Runner) => finishInterrupted(runner, runner.state('journal'))
  return { name: 'merge', action: 'merge', inputs: { ...access(scene), plan }, main: mergeImages, post }
}

function cleaning(scene: Scene, receipt: string): Job {
  const inputs = { ...access(scene), receipt, 'on-failure': 'warn' }
  return { name: 'cleanup', action: 'cleanup', inputs, main: cleanUp, post: finishCleanUp }
}
