import { randomBytes } from 'node:crypto'
import { openEngine } from '../engine/engine.ts'
import { removeLeftovers } from '../engine/leftovers.ts'
import type { Runner } from './runner.ts'

/** What main leaves for `post:`. */
export const VERIFICATION = 'verification'

/** Runs it with a label of its own, by which `post:` finds what it left running if it is killed. */
export async function withLabel<T>(runner: Runner, verify: (label: string) => Promise<T>): Promise<T> {
  const label = `image-actions.verify=${randomBytes(8).toString('hex')}`
  runner.saveState(VERIFICATION, label)
  const result = await verify(label)
  // It took everything away itself.
  runner.saveState(VERIFICATION, '')
  return result
}

/** In `post:`, or when an interrupted command ends. */
export async function finishVerification(runner: Runner): Promise<void> {
  const label = runner.state(VERIFICATION)
  if (label === '') return
  await removeLeftovers(openEngine(runner.run, runner.environment, {}, ''), label)
}
