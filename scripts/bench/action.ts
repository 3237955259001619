import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { root } from '../setup/places.mjs'
import { type TimedOptions, type TimedRun, timed } from './measure.ts'

/** What is measured: the committed bundle, or another that is being compared with it. */
export const dist = resolve(process.env.BENCH_DIST ?? join(root, 'dist'))

/** What GitHub's runner would know and give. */
export interface RunnerFacts {
  /** For RUNNER_TEMP, the home and the files that commands are written to. */
  folder: string
  runId: string
  inputs: Record<string, string>
  env?: Record<string, string | undefined>
  event?: { name: string; ref: string; sha: string; payload: object }
}

export const EVENT = {
  name: 'push',
  ref: 'refs/heads/main',
  sha: 'b'.repeat(40),
  payload: { repository: { default_branch: 'main' } },
}

/** One step of a job. Its main program runs in a process of its own, and so does its post program after it. */
export class ActionStep {
  readonly #name: string
  readonly #env: Record<string, string | undefined>
  readonly #files: Record<'state' | 'output' | 'summary', string>

  private constructor(
    name: string,
    env: Record<string, string | undefined>,
    files: Record<'state' | 'output' | 'summary', string>,
  ) {
    this.#name = name
    this.#env = env
    this.#files = files
  }

  static async prepare(name: string, facts: RunnerFacts): Promise<ActionStep> {
    const folder = await mkdtemp(join(facts.folder, 'step-'))
    const files = Object.fromEntries(
      ['state', 'output', 'env', 'path', 'summary', 'event'].map((file) => [file, join(folder, file)]),
    ) as Record<'state' | 'output' | 'env' | 'path' | 'summary' | 'event', string>
    for (const file of Object.values(files)) await writeFile(file, '')
    const { payload } = facts.event ?? EVENT
    await writeFile(files.event, JSON.stringify(payload))
    const env = {
      ...(await environment(facts, files)),
      ...(await inputsOf(name, facts.inputs)),
      ...facts.env,
    }
    return new ActionStep(name, env, files)
  }

  get files(): Record<'state' | 'output', string> {
    return this.#files
  }

  summary(): Promise<string> {
    return readFile(this.#files.summary, 'utf8')
  }

  main(options: Pick<TimedOptions, 'mayFail' | 'until'> = {}): Promise<TimedRun> {
    return timed([process.execPath, join(dist, this.#name, 'index.js')], {
      env: this.#env,
      ...options,
    })
  }

  async post(): Promise<TimedRun> {
    const state = Object.entries(readCommands(await readFile(this.#files.state, 'utf8')))
    const env = {
      ...this.#env,
      ...Object.fromEntries(state.map(([name, value]) => [`STATE_${name}`, value])),
    }
    return timed([process.execPath, join(dist, this.#name, 'post.js')], { env })
  }

  async outputs(): Promise<Record<string, string>> {
    return readCommands(await readFile(this.#files.output, 'utf8'))
  }
}

/** `name<<delimiter`, lines, `delimiter`. */
function readCommands(text: string): Record<string, string> {
  const found = text.matchAll(/^(.+?)<<(\S+)\n([\s\S]*?)\n?\2$/gm)
  return Object.fromEntries([...found].map(([, name = '', , value = '']) => [name, value]))
}

async function inputsOf(name: string, given: Record<string, string>): Promise<Record<string, string>> {
  const inputs = Object.entries({ ...(await manifestDefaults(name)), ...given })
  return Object.fromEntries(inputs.map(([input, value]) => [`INPUT_${input.toUpperCase()}`, value]))
}

/** Expressions are for GitHub to fill in. */
export async function manifestDefaults(name: string): Promise<Record<string, string>> {
  const manifest = parse(await readFile(manifestOf(name), 'utf8')) as {
    inputs: Record<string, { default?: string }>
  }
  const all = Object.entries(manifest.inputs)
  return Object.fromEntries(
    all.map(([input, entry]) => [input, (entry.default ?? '').replace(/\$\{\{.*?\}\}/g, '')]),
  )
}

/** The whole pipeline is the root's own action. */
function manifestOf(name: string): string {
  return name === 'pipeline' ? join(root, 'action.yml') : join(root, name, 'action.yml')
}

async function environment(facts: RunnerFacts, files: Record<string, string>) {
  const { name, ref, sha } = facts.event ?? EVENT
  const temp = join(facts.folder, 'temp')
  const home = join(facts.folder, 'home')
  for (const folder of [temp, home]) await mkdir(folder, { recursive: true })
  return {
    HOME: home,
    RUNNER_TEMP: temp,
    NO_PROXY: '127.0.0.1',
    GITHUB_EVENT_NAME: name,
    GITHUB_REF: ref,
    GITHUB_SHA: sha,
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_RUN_ID: facts.runId,
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: join(facts.folder, 'checkout'),
    GITHUB_EVENT_PATH: files.event,
    GITHUB_STATE: files.state,
    GITHUB_OUTPUT: files.output,
    GITHUB_ENV: files.env,
    GITHUB_PATH: files.path,
    GITHUB_STEP_SUMMARY: files.summary,
  }
}
