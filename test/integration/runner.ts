import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { systemClock } from '../../actions/base/clock.ts'
import type { RunEvent } from '../../actions/base/event.ts'
import type { Log } from '../../actions/base/log.ts'
import { folderArtifacts } from '../../actions/runner/artifact-folder.ts'
import { plainOutput } from '../../actions/runner/output.ts'
import { processRunner } from '../../actions/runner/process.ts'
import type { Runner } from '../../actions/runner/runner.ts'

export interface TestRunner {
  runner: Runner
  outputs: Map<string, string>
  state: Map<string, string>
  masked: string[]
  /** Everything that was printed: children's lines, and our own with their level. */
  printed: string[]
  /** Waits that were asked for; none was taken. */
  waits: number[]
  controller: AbortController
  /** The same job again, as `post:` gets it. */
  post(): Runner
  remove(): Promise<void>
}

export interface TestRunnerOptions {
  folder: string
  inputs: Record<string, string>
  event: RunEvent
  environment?: Record<string, string>
}

/** A runner whose processes and files are real, and whose waits take no time. */
export async function testRunner(options: TestRunnerOptions): Promise<TestRunner> {
  const temp = await mkdtemp(join(options.folder, 'runner-'))
  await mkdir(join(temp, 'artifacts'))
  const outputs = new Map<string, string>()
  const state = new Map<string, string>()
  const masked: string[] = []
  const printed: string[] = []
  const waits: number[] = []
  const controller = new AbortController()
  const environment = { ...process.env, HOME: temp, ...options.environment }
  const output = plainOutput((text) => printed.push(text.trimEnd()))
  const start = processRunner(output, controller.signal)
  const say = (level: string) => (message: string) => void printed.push(`${level}: ${message}`)
  const log: Log = {
    debug: say('debug'),
    info: say('info'),
    warn: say('warning'),
    group: (_title, body) => body(),
  }
  const artifacts = folderArtifacts(join(temp, 'artifacts'))
  const runner: Runner = {
    inputs: { text: (name) => options.inputs[name] ?? '' },
    event: options.event,
    log,
    run: (command, args, given = {}) =>
      start(command, args, { ...given, env: { ...environment, ...given.env } }),
    clock: { now: systemClock.now, sleep: async (milliseconds) => void waits.push(milliseconds) },
    signal: controller.signal,
    temp,
    environment,
    artifacts: async () => artifacts,
    setOutput: (name, value) => void outputs.set(name, value),
    mask: (secret) => void masked.push(secret),
    saveState: (name, value) => void state.set(name, value),
    state: () => '',
    addPath: () => {},
    exportVariable: () => {},
    summary: async () => {},
  }
  const post = () => ({ ...runner, state: (name: string) => state.get(name) ?? '' })
  return {
    runner,
    outputs,
    state,
    masked,
    printed,
    waits,
    controller,
    post,
    remove: () => rm(temp, { recursive: true }),
  }
}
