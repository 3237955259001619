import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ResultsDouble, startResultsDouble } from '../doubles/results/index.ts'
import { openEngineFixture } from '../integration/engine/fixture.ts'
import { type Request, requestsOf } from './mishap.ts'
import { RecordedEngine } from './recorded-engine.ts'
import { type Held, heldBy, type Moment, momentOf, openScene, REVISIONS, type Scene } from './scene.ts'
import { type Run, runWorkflow, type Sources } from './workflow.ts'

const CONTAINERFILE = 'FROM scratch\nCOPY busybox /bin/sh\nCOPY file /file\n'

/** What both registries hold. */
export type State = Record<'ghcr' | 'hub', Held>

export interface Rehearsal {
  results: ResultsDouble
  sources: Sources
  /** All that the undisturbed run asked, in the order of its jobs. */
  requests: readonly Request[]
  /** What was there before each of its jobs, and what the earlier ones had told. */
  points: ReadonlyMap<string, { moment: Moment; outputs: Run['outputs'] }>
  before: State
  after: State
  close(): Promise<void>
}

/** The day of the run that is disturbed. */
export const TODAY = REVISIONS.length - 1

/** Two revisions are published, and a third under the eyes of this: what it asks for, and what comes of it. */
export async function rehearse(): Promise<Rehearsal> {
  const [fixture, results] = await Promise.all([openEngineFixture(), startResultsDouble()])
  const engine = new RecordedEngine(fixture.folder)
  const checkout = await fixture.context(CONTAINERFILE)
  const sourcesAt = (day: number): Sources => ({
    revision: REVISIONS[day]!,
    before: REVISIONS[day - 1] ?? '',
    tags: `type=raw,value=latest\n${day === TODAY ? 'type=sha' : ''}`,
    checkout,
    folder: fixture.folder,
    environment: fixture.engine.settings,
    engine: (real) => engine.at(REVISIONS[day]!, real),
  })
  let moment: Moment | undefined
  for (let day = 0; day < TODAY; day++) {
    await writeFile(join(checkout, 'file'), `Day ${day}`)
    const scene = await openScene(results, day, moment)
    requireQuiet(await runWorkflow(scene, sourcesAt(day)))
    moment = { ...(await momentOf(scene)), artifacts: [] }
    await scene.close()
  }
  await writeFile(join(checkout, 'file'), 'Today')
  const scene = await openScene(results, TODAY, moment)
  const watch = watched(scene)
  const before = stateOf(scene)
  const sources = sourcesAt(TODAY)
  requireQuiet(await runWorkflow(scene, { ...sources, onJob: watch.onJob }))
  const requests = watch.end()
  const after = stateOf(scene)
  await scene.close()
  return {
    ...{ results, sources, requests, points: watch.points, before, after },
    close: async () => {
      await Promise.all([results.close(), fixture.remove()])
    },
  }
}

export function stateOf({ servers }: Scene): State {
  return { ghcr: heldBy(servers.ghcr), hub: heldBy(servers.hub) }
}

function watched(scene: Scene) {
  const points = new Map<string, { moment: Moment; outputs: Run['outputs'] }>()
  const requests: Request[] = []
  let current = ''
  const take = () => {
    const seen = Object.entries(scene.servers).map(([name, server]) => [name, server.requests.splice(0)])
    if (current !== '') requests.push(...requestsOf(current, Object.fromEntries(seen)))
  }
  return {
    points,
    onJob: async (name: string, { outputs }: Run) => {
      take()
      current = name
      points.set(name, { moment: await momentOf(scene), outputs: new Map(outputs) })
    },
    end: () => {
      take()
      return requests
    },
  }
}

function requireQuiet({ errors, warnings }: Run): void {
  const told = [...errors, ...warnings]
  if (told.length > 0) throw new Error(`Nothing disturbs this run, and yet: ${told.join('\n')}`)
}
