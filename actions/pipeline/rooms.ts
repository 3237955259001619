import { readBoolean } from '../base/inputs.ts'
import type { Runner } from '../runner/runner.ts'
import type { CommandName } from './command.ts'

export interface Finished {
  /** For another program. */
  document: unknown
  /** For a person; empty where the room has said all already. */
  text: string
  /** What the command has to fail with. */
  error?: unknown
  /** Whether the text tells a person already what it failed with. */
  told?: boolean
}

/** What an action does in main and in `post:`. */
export interface Room {
  run(runner: Runner): Promise<Finished>
  finish(runner: Runner): Promise<void>
}

/** Each is loaded when it is asked for: help and a wrong option need none of them. */
export const ROOMS: Readonly<Record<CommandName, () => Promise<Room>>> = {
  run,
  plan: async () => (await import('./by-hand.ts')).planRoom(),
  build: async () => (await import('./by-hand.ts')).buildRoom(),
  merge: async () => (await import('./by-hand.ts')).mergeRoom(),
  verify,
  snapshot,
  cleanup,
  rollback,
  doctor,
  completion,
}

async function run(): Promise<Room> {
  const { finishPipeline, runPipeline } = await import('./main.ts')
  const { terminalSummary } = await import('../report/terminal.ts')
  return {
    run: async (runner) => {
      const { receipt, error, ...published } = await runPipeline(runner)
      return { document: receipt, text: `\n${terminalSummary({ ...published, receipt })}`, error }
    },
    finish: finishPipeline,
  }
}

async function verify(): Promise<Room> {
  const { finishVerify } = await import('../verify/finish.ts')
  return {
    run: async (runner) => {
      if (readBoolean(runner.inputs, 'init')) return (await import('../verify/draft.ts')).draft(runner)
      const { verify } = await import('../verify/main.ts')
      return { ...(await verify(runner)), told: true }
    },
    finish: finishVerify,
  }
}

async function snapshot(): Promise<Room> {
  const { runSnapshot } = await import('../snapshot/main.ts')
  return { run: runSnapshot, finish: async () => {} }
}

async function cleanup(): Promise<Room> {
  const { cleanUp } = await import('../cleanup/main.ts')
  const { finishCleanUp } = await import('../cleanup/finish.ts')
  return {
    run: async (runner) => {
      const { report, error } = await cleanUp(runner)
      return { document: report, text: '', error }
    },
    finish: finishCleanUp,
  }
}

async function rollback(): Promise<Room> {
  const { rollBack } = await import('../rollback/main.ts')
  const { finishInterrupted } = await import('../runner/interrupted.ts')
  return { run: rollBack, finish: (runner) => finishInterrupted(runner, runner.state('journal')) }
}

async function doctor(): Promise<Room> {
  const { examine } = await import('../doctor/main.ts')
  return { run: examine, finish: async () => {} }
}

async function completion(): Promise<Room> {
  const { completionScript } = await import('./completion/scripts.ts')
  return {
    run: async ({ inputs }) => {
      const script = completionScript(inputs)
      return { document: { script }, text: script }
    },
    finish: async () => {},
  }
}
