import { digestOf } from '../../../actions/base/digest.ts'
import type { RunEvent } from '../../../actions/base/event.ts'
import { silentLog } from '../../../actions/base/log.ts'
import type { SummarySection } from '../../../actions/base/summary.ts'
import { parseInputs } from '../../../actions/prepare/inputs.ts'
import type { PrepareOutputs } from '../../../actions/prepare/outputs.ts'
import { prepare } from '../../../actions/prepare/run.ts'
import { NOW, run } from '../plan/runs.ts'

export interface Prepared {
  outputs: PrepareOutputs
  artifacts: Map<string, string>
  sections: SummarySection[]
  warnings: string[]
}

/** Runs prepare with everything but the runner itself; `draws` are the random bytes in the order of asking. */
export async function prepared(
  inputs: Record<string, string>,
  event: RunEvent = run(),
  draws: number[] = [1],
): Promise<Prepared> {
  const artifacts = new Map<string, string>()
  const sections: SummarySection[] = []
  const warnings: string[] = []
  const all: Record<string, string> = { 'has-credentials': 'ghcr.io\ndocker.io', ...inputs }
  const runner = {
    event,
    log: { ...silentLog, warn: (message: string) => warnings.push(message) },
    clock: { now: () => NOW.getTime(), sleep: () => Promise.reject(new Error('never waits')) },
    artifacts: async () => ({
      put: async (name: string, content: string) => {
        artifacts.set(name, content)
        return digestOf(content)
      },
      list: async () => [...artifacts.keys()],
      get: async (name: string) => artifacts.get(name),
    }),
    summary: async (more: readonly SummarySection[]) => {
      sections.push(...more)
    },
  }
  const outputs = await prepare(parseInputs({ text: (name) => all[name] ?? '' }), runner, {
    readFile: () => Promise.reject(new Error('no such file')),
    exists: undefined,
    randomBytes: (size) =>
      new Uint8Array(size).fill(draws.length > 1 ? (draws.shift() ?? 0) : (draws[0] ?? 0)),
  })
  return { outputs, artifacts, sections, warnings }
}
