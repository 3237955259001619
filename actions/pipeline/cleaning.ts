import { isUserError } from '../base/errors.ts'
import type { Published } from '../merge/main.ts'
import type { Receipt } from '../plan/receipt.ts'
import { readManifest } from '../runner/command-line/manifest-inputs.ts'
import type { Runner } from '../runner/runner.ts'
import { parseInputs } from './inputs.ts'
import { openStage } from './stage.ts'

/** What means the same to the whole pipeline; everything else has cleanup's own default, whatever the pipeline calls so. */
const SHARED: ReadonlySet<string> = new Set([
  'github-token',
  'dockerhub-username',
  'dockerhub-token',
  'registry-auth',
  'registry-kinds',
  'insecure-registries',
  'retries',
  'timeout',
])
const STATE = 'cleanup'

/** After everything was published: a cleanup that fails takes nothing back, so it is a warning. */
export async function cleanUpAfter(outer: Runner, runner: Runner, published: Published): Promise<Published> {
  const { cleanup } = parseInputs(runner.inputs)
  if (!cleanup || published.error !== undefined || !leftAnything(published.receipt)) return published
  outer.saveState(STATE, 'begun')
  try {
    const { cleanUp } = await import('../cleanup/main.ts')
    const { error } = await cleanUp(forCleanup(outer, runner, { receipt: published.reference }))
    if (error !== undefined) throw error
    return published
  } catch (error) {
    if (!isUserError(error)) return { ...published, error }
    runner.log.warn(`Everything is published, but the cleanup failed: ${error}`)
    return published
  }
}

/** In `post:`. */
export async function finishCleanUpAfter(outer: Runner): Promise<void> {
  if (outer.state(STATE) === '') return
  const { finishCleanUp } = await import('../cleanup/finish.ts')
  await finishCleanUp(forCleanup(outer, outer))
}

function leftAnything({ images }: Receipt): boolean {
  return images.some(({ repositories }) => repositories.some(({ superseded }) => superseded.length > 0))
}

/** Nobody is asked: who publishes has said what goes. */
function forCleanup(outer: Runner, runner: Runner, given: { receipt?: string } = {}): Runner {
  const manifest = readManifest(new URL('../../cleanup/action.yml', import.meta.url))
  const own = manifest
    .filter(({ name }) => !SHARED.has(name))
    .map(({ name, default: value }) => [name, value])
  const { ask: _ask, ...stage } = openStage(runner, {
    ...Object.fromEntries(own),
    'on-failure': 'warn',
    ...given,
  }).runner
  return { ...stage, saveState: outer.saveState, state: outer.state }
}
