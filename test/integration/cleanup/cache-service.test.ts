import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { systemClock } from '../../../actions/base/clock.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { openCacheStore } from '../../../actions/cleanup/cache-store.ts'
import { type ResultsDouble, runtimeToken, startResultsDouble } from '../../doubles/results/index.ts'

const REPOSITORIES = ['ghcr.io/acme/app']
const before = { ...process.env }
let results: ResultsDouble
let folder: string

beforeEach(async () => {
  // The client speaks to a runner, in commands it would obey.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  results = await startResultsDouble()
  folder = await mkdtemp(join(tmpdir(), 'cache-service-'))
  Object.assign(process.env, {
    ACTIONS_RESULTS_URL: `${results.url}/`,
    ACTIONS_RUNTIME_TOKEN: runtimeToken('run', 'job'),
    ACTIONS_CACHE_SERVICE_V2: 'true',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
    XDG_CACHE_HOME: join(folder, 'cache'),
  })
})
afterEach(async () => {
  await results.close()
  jest.restoreAllMocks()
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
  await rm(folder, { recursive: true })
})

/** As a job on a machine where nobody has been. */
async function openIn(runId: string, repositories = REPOSITORIES) {
  await rm(join(folder, 'cache'), { recursive: true, force: true })
  const told: string[] = []
  const log = { ...silentLog, info: (message: string) => void told.push(message) }
  const event = { runId, attempt: 1 }
  const context = { environment: process.env, log, event, clock: systemClock }
  const store = openCacheStore(context, repositories)
  return { store, told }
}

test('through the real client, each run has what the last one kept', async () => {
  for (const [runId, found, kept] of [
    ['1', '', 'of the first run'],
    ['2', 'of the first run', 'of the second run'],
    ['3', 'of the second run', 'of the third run'],
  ] as const) {
    const { store, told } = await openIn(runId)
    expect(await store.load()).toBe(found)
    await store.save(kept)
    expect(told).toEqual([])
  }
  expect(results.caches.map(({ finalised }) => finalised)).toEqual([true, true, true])
  const others = await openIn('4', ['ghcr.io/acme/other'])
  expect(await others.store.load()).toBe('')
})

test('a service that refuses costs reading again, and nothing else', async () => {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ code: 'permission_denied', msg: 'no caches here' })
  results.faults.add({ times: 0, fault: { kind: 'status', status: 403, headers, body } })
  const { store } = await openIn('1')
  expect(await store.load()).toBe('')
  await store.save('kept on this machine')
  expect(results.caches).toEqual([])
  expect(await readdir(join(folder, 'cache/image-actions'))).toHaveLength(1)
})
