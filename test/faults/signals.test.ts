import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Running } from '../integration/canary/step.ts'
import { openSignalWorld, type SignalJob, type SignalWorld } from './signal-job.ts'

jest.setTimeout(120_000)

let world: SignalWorld
beforeAll(async () => {
  world = await openSignalWorld()
})
afterAll(() => world.close())

interface Moment {
  name: string
  when(job: SignalJob, running: Running): Promise<void>
  /** What `latest` may hold in the end, in all registries alike. */
  holds: readonly string[]
}

const OLD = ['old']
/** Once a tag has begun to move, it is finished or put back. */
const EITHER = ['old', 'new']
const NEW = ['new']

const at =
  (server: 'ghcr' | 'hub' | 'github', method: string, path: string): Moment['when'] =>
  (job) =>
    job.reached(server, { method, path })

/** The steps of a run as its log and the servers see them. */
const MOMENTS: Moment[] = [
  { name: 'the plan is made', when: (_job, running) => running.until('Plan '), holds: OLD },
  { name: 'the build has begun', when: (_job, running) => running.until('STEP 1/'), holds: OLD },
  { name: 'layers are exported', when: at('hub', 'POST', '/blobs/uploads/'), holds: OLD },
  { name: 'a blob is sent', when: at('ghcr', 'PUT', '/blobs/uploads/'), holds: OLD },
  { name: 'a platform is there', when: at('hub', 'PUT', '/manifests/sha256'), holds: OLD },
  { name: 'the merge has begun', when: at('ghcr', 'HEAD', '/manifests/latest-previous'), holds: OLD },
  { name: 'the old state is kept', when: at('hub', 'PUT', '/manifests/latest-previous'), holds: EITHER },
  { name: 'a tag moves', when: at('ghcr', 'PUT', '/manifests/latest$'), holds: EITHER },
  { name: 'it is read back', when: at('hub', 'GET', '/manifests/latest$'), holds: EITHER },
  { name: 'the cleanup has begun', when: at('github', 'GET', '/versions'), holds: NEW },
  { name: 'the cleanup deletes', when: at('github', 'DELETE', '/versions'), holds: NEW },
]

let count = 0
const nextName = () => `signal-${++count}`

async function strike(job: SignalJob, running: Running, when: Moment['when'], signal: NodeJS.Signals) {
  const told = when(job, running)
  await Promise.race([
    told,
    running.ended.then(({ stdout, stderr }) => Promise.reject(new Error(`${stdout}${stderr}`))),
  ])
  running.child.kill(signal)
  return running.ended
}

function expectWhole(job: SignalJob, [...holds]: readonly string[]): void {
  expect(job.left()).toEqual([])
  const [ghcr, hub] = job.tags()
  expect(holds).toContain(ghcr?.latest)
  expect([hub?.latest, Object.values({ ...ghcr, ...hub })]).toEqual([
    ghcr?.latest,
    expect.not.arrayContaining(['broken']),
  ])
}

async function runAction(job: SignalJob, moment: Moment, signal: NodeJS.Signals): Promise<void> {
  await strike(job, job.step.start('main'), moment.when, signal)
  expect((await job.step.start('post').ended).code).toBe(0)
  expectWhole(job, moment.holds)
}

describe('an action that is told to stop', () => {
  test.each(MOMENTS)('by SIGTERM, once $name', async (moment) => {
    await runAction(await world.open(nextName()), moment, 'SIGTERM')
  })

  test.each(MOMENTS.filter((_, position) => position % 3 === 1))('by SIGINT, once $name', async (moment) => {
    await runAction(await world.open(nextName()), moment, 'SIGINT')
  })

  test('by SIGTERM, once a container of verify runs', async () => {
    const job = await world.open(nextName(), { verify: true })
    const moment = { name: '', when: () => job.containerRuns(), holds: ['old'] }
    await runAction(job, moment, 'SIGTERM')
  })
})

describe.each(['SIGINT', 'SIGTERM'] as const)('a command that is told to stop by %s', (signal) => {
  test.each(MOMENTS.filter((_, position) => position % 4 === 1))('once $name', async ({ when, holds }) => {
    const job = await world.open(nextName())
    const { code } = await strike(job, job.cli(), when, signal)
    // What had begun to move is finished.
    expect([0, 130]).toContain(code)
    expectWhole(job, holds)
  })
})
