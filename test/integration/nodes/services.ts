import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../../actions/base/clock.ts'
import { silentLog } from '../../../actions/base/log.ts'
import type { NodeServices } from '../../../actions/nodes/services.ts'
import { plainOutput } from '../../../actions/runner/output.ts'
import { processRunner } from '../../../actions/runner/process.ts'

export interface TestServices {
  folder: string
  services: NodeServices
  /** Each process that was started, as `git rev-list …`. */
  started: string[]
  controller: AbortController
  remove(): Promise<void>
}

/** The world as a job has it, with real processes and a folder of its own; waits take no time. */
export async function testServices(
  environment: Readonly<Record<string, string>> = {},
): Promise<TestServices> {
  const folder = await mkdtemp(join(tmpdir(), 'nodes-'))
  const temp = await mkdtemp(join(folder, 'temp-'))
  const controller = new AbortController()
  const run = processRunner(
    plainOutput(() => {}),
    controller.signal,
  )
  const started: string[] = []
  const all = { ...process.env, ...environment }
  return {
    folder,
    started,
    controller,
    services: {
      run: (command, args, options = {}) => {
        started.push([command, ...args].join(' '))
        return run(command, args, { ...options, env: { ...environment, ...options.env } })
      },
      log: silentLog,
      clock: { now: systemClock.now, sleep: async () => {} },
      random: () => 0,
      signal: controller.signal,
      temp,
      environment: all,
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
