import { randomBytes } from 'node:crypto'
import { runAction } from '../runner/action.ts'
import type { Runner } from '../runner/runner.ts'
import { openCheckout } from './checkout.ts'
import { parseInputs } from './inputs.ts'
import { prepare } from './run.ts'

await runAction(async (runner) => {
  const inputs = parseInputs(runner.inputs)
  const outputs = await prepare(inputs, runner, {
    ...(await openCheckout(runner.event.workspace)),
    randomBytes,
    changedFiles: () => askChangedFiles(runner, inputs.githubToken),
    commitDate: () => readCommitDate(runner),
  })
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value)
})

/** The client is heavy, so it is loaded only when something is asked. */
async function askChangedFiles(runner: Runner, token: string): Promise<string[] | undefined> {
  if (token === '') return undefined
  const { changedFiles } = await import('../runner/github.ts')
  return changedFiles(runner.event, { token, clock: runner.clock, signal: runner.signal })
}

/** Of no weight: without git or without the commit, the present time stands in. */
async function readCommitDate({ event, run }: Runner): Promise<Date | undefined> {
  const command = ['show', '-s', '--format=%cI', event.sha, '--']
  const shown = await run('git', command, { cwd: event.workspace }).catch(() => undefined)
  return shown && new Date(shown.stdout.trim())
}
