import { isDeepStrictEqual } from 'node:util'
import { expect } from '@jest/globals'
import { parseReceipt } from '../../actions/plan/receipt.ts'
import type { LoggedRequest } from '../doubles/exchange.ts'
import type { Hours } from './hours.ts'
import { type Mishap, type Request, strike } from './mishap.ts'
import { type Rehearsal, type State, stateOf, TODAY } from './rehearsal.ts'
import { type Held, missingIn, momentOf, NAME, openScene, type Scene } from './scene.ts'
import { type Run, runWorkflow } from './workflow.ts'

export interface Case {
  request: Request
  mishap: Mishap
}

export type Ending = 'published' | 'failed' | 'cleanup left over'

/** The disturbed job has left everything as it was without: what follows is known. */
class AsRehearsed extends Error {}

/** The run again, from the job whose request meets with something. Throws what is not as it should be. */
export async function disturb(
  rehearsal: Rehearsal,
  hours: Hours,
  { request, mishap }: Case,
  toTheEnd: boolean,
): Promise<Ending> {
  const { moment, outputs } = rehearsal.points.get(request.job)!
  const scene = await openScene(rehearsal.results, TODAY, moment)
  try {
    strike(scene, request, mishap)
    const onJob = stopAsRehearsed(rehearsal, scene, request.job)
    const sources = { ...rehearsal.sources, ...(toTheEnd ? {} : { onJob }) }
    const run = await untilAnswered(scene, hours, runWorkflow(scene, sources, 1, { outputs }))
    expect(struckIn(scene)).toHaveLength(1)
    for (const { faults } of Object.values(scene.servers)) faults.clear()
    const ending = await judge(rehearsal, scene, run)
    if (ending !== 'published') await expectToConverge(rehearsal, scene, run)
    return ending
  } catch (error) {
    if (!(error instanceof AsRehearsed)) throw error
    expect(struckIn(scene)).toHaveLength(1)
    return 'published'
  } finally {
    await scene.close()
  }
}

function stopAsRehearsed({ points }: Rehearsal, scene: Scene, disturbed: string) {
  return async (name: string, { errors, warnings, outputs }: Run) => {
    if (name === disturbed || errors.length > 0 || warnings.length > 0 || !outputs.has(disturbed)) return
    const [now, then] = [await momentOf(scene), points.get(name)!.moment]
    if (isDeepStrictEqual([now.ghcr, now.hub], [then.ghcr, then.hub])) throw new AsRehearsed()
  }
}

/** Milliseconds without any request, after which nobody will do anything any more. */
const QUIET = 1000

async function untilAnswered(scene: Scene, hours: Hours, running: Promise<Run>): Promise<Run> {
  let asked = 0
  let since = performance.now()
  const waiting = setInterval(() => {
    const [struck] = struckIn(scene)
    const requests = Object.values(scene.servers).reduce((sum, server) => sum + server.requests.length, 0)
    if (requests !== asked) since = performance.now()
    asked = requests
    if (!struck) return
    const brokenOff = struck.faults.includes('reset-response') && performance.now() - since > QUIET
    const silent = struck.faults.includes('hang') || brokenOff
    if (!silent) return
    clearInterval(waiting)
    hours.pass(struck.path)
  }, 1)
  return running.finally(() => clearInterval(waiting))
}

async function judge({ before, after }: Rehearsal, scene: Scene, run: Run): Promise<Ending> {
  const { ghcr, hub } = scene.servers
  expect([missingIn(ghcr), missingIn(hub), leftoversOf(run)]).toEqual([[], [], []])
  await expectTruth(scene)
  const state = stateOf(scene)
  if (run.outputs.has('merge')) {
    expect(tagsOf(state)).toEqual(tagsOf(after))
    if (!run.outputs.has('cleanup')) return 'cleanup left over'
    expect(state).toEqual(after)
    return 'published'
  }
  expect(run.errors).not.toEqual([])
  // Everything was published, and only that could not be told.
  const published = state.ghcr.tags.latest === after.ghcr.tags.latest
  if (published) expect(tagsOf(state)).toEqual(tagsOf(after))
  else for (const server of ['ghcr', 'hub'] as const) expectUntouched(before[server], state[server], run)
  return 'failed'
}

/** A client that never ends keeps its file, as it may come back to it. */
function leftoversOf({ leftovers, errors, warnings }: Run): string[] {
  const endless = [...errors, ...warnings].some((error) => error.includes('There was no answer for'))
  return endless ? leftovers.filter((name) => !/: artifact-\w+$/.test(name)) : leftovers
}

/** Every tag as it was; one that is new, and can't be taken away, is named. */
function expectUntouched(before: Held, now: Held, run: Run): void {
  expect(now.tags).toMatchObject(before.tags)
  for (const tag of Object.keys(now.tags).filter((each) => !(each in before.tags)))
    expect(run.errors.join('\n')).toContain(tag)
}

const tagsOf = ({ ghcr, hub }: State) => [ghcr.tags, hub.tags]

/** What the newest receipt says that each tag holds, it holds. */
async function expectTruth({ run, servers }: Scene): Promise<void> {
  const artifact = servers.results.artifacts.findLast(
    ({ name, run: id, digest }) => id === run && digest !== undefined && name.startsWith('receipt-'),
  )
  if (!artifact) return
  const text = await (await fetch(servers.results.download(artifact))).text()
  const registries = [servers.ghcr, servers.hub]
  for (const { repository, tags } of parseReceipt(text).images.flatMap(({ repositories }) => repositories)) {
    const registry = registries.find(({ host }) => repository.startsWith(host))!
    for (const { name, after } of tags)
      expect([name, registry.manifests.find(NAME, name)?.digest ?? null]).toEqual([name, after])
  }
}

/** Somebody runs the failed jobs again, or all of them where that is asked for. */
async function expectToConverge({ sources, after }: Rehearsal, scene: Scene, run: Run): Promise<void> {
  const untold = !run.outputs.has('merge') && stateOf(scene).ghcr.tags.latest === after.ghcr.tags.latest
  const all = run.errors.some((error) => error.includes('re-run all jobs'))
  const again = await runWorkflow(scene, sources, 2, all ? undefined : run)
  expect([again.errors, again.warnings]).toEqual([[], []])
  // What a lost receipt would have told cleanup of, only rules of retention find.
  if (untold) expect(tagsOf(stateOf(scene))).toEqual(tagsOf(after))
  else expect(stateOf(scene)).toEqual(after)
}

function struckIn({ servers }: Scene): LoggedRequest[] {
  return Object.values(servers).flatMap(({ requests }) => requests.filter(({ faults }) => faults.length > 0))
}
