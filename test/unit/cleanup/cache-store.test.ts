import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Clock } from '../../../actions/base/clock.ts'
import { silentLog } from '../../../actions/base/log.ts'
import { type CacheService, openCacheStore } from '../../../actions/cleanup/cache-store.ts'

const APP = ['ghcr.io/octo/app', 'docker.io/octo/app']

let temp: string
let told: string[]
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'cache-store-'))
  told = []
})
afterEach(() => rmSync(temp, { recursive: true, force: true }))

/** On which no time passes. */
const patientClock: Clock = { now: () => 0, sleep: () => new Promise(() => {}) }

/** One run after another, each with its own number. */
function open(
  environment: Record<string, string>,
  service?: CacheService,
  run = '1',
  repositories = APP,
  clock: Clock = patientClock,
) {
  const context = {
    environment: { XDG_CACHE_HOME: join(temp, 'cache'), ...environment },
    event: { runId: run, attempt: 1 },
    clock,
    log: { ...silentLog, info: (message: string) => void told.push(message) },
  }
  const load = service ? async () => service : () => Promise.reject(new Error('no module'))
  return openCacheStore(context, repositories, load)
}

/** The service as far as it is known: keys are written once, and the newest of a prefix is found. */
function memoryService(): CacheService & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    restore: async ([path = ''], key, prefixes) => {
      const found = [...kept.keys()].findLast((name) =>
        [key, ...prefixes].some((each) => name.startsWith(each)),
      )
      if (found !== undefined) {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, kept.get(found) ?? '')
      }
      return found
    },
    save: async ([path = ''], key) => {
      if (kept.has(key)) throw new Error('reserved')
      kept.set(key, readFileSync(path, 'utf8'))
    },
  }
}

/** Where nothing lies but what the service brings. */
function anotherMachine(): void {
  rmSync(join(temp, 'cache'), { recursive: true, force: true })
}

const SERVICE = { ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'http://127.0.0.1' }

describe("in the runner's cache service", () => {
  test('what a run saved the next one finds, and keeps under a key of its own', async () => {
    const service = memoryService()
    const first = open(SERVICE, service)
    expect(await first.load()).toBe('')
    await first.save('one')
    anotherMachine()
    const second = open(SERVICE, service, '2')
    expect(await second.load()).toBe('one')
    await second.save('two')
    anotherMachine()
    expect(await open(SERVICE, service, '3').load()).toBe('two')
    expect(service.kept.size).toBe(2)
    expect(told).toEqual([])
  })

  test('other repositories have another cache; their order does not matter', async () => {
    const service = memoryService()
    await open(SERVICE, service).save('one')
    anotherMachine()
    expect(await open(SERVICE, service, '2', APP.toReversed()).load()).toBe('one')
    expect(await open(SERVICE, service, '2', ['ghcr.io/octo/other']).load()).toBe('')
  })

  const broken = () => Promise.reject(new Error('503'))
  test.each<[string, CacheService | undefined]>([
    ['that does not answer', { restore: broken, save: broken }],
    ['that can not even be loaded', undefined],
  ])('a service %s costs requests, and on the same machine not even these', async (_what, service) => {
    const store = open(SERVICE, service)
    expect(await store.load()).toBe('')
    await store.save('one')
    expect(told).toEqual([
      expect.stringMatching(/^The manifests of earlier runs could not be loaded/),
      expect.stringMatching(/^The manifests of earlier runs could not be kept/),
    ])
    expect(await store.load()).toBe('one')
  })

  test('a service is waited for no longer than twenty seconds each time', async () => {
    const slept: number[] = []
    const clock: Clock = { now: () => 0, sleep: async (milliseconds) => void slept.push(milliseconds) }
    const silent = () => new Promise<never>(() => {})
    const store = open(SERVICE, { restore: silent, save: silent }, '1', APP, clock)
    expect(await store.load()).toBe('')
    await store.save('one')
    expect(slept).toEqual([20_000, 20_000])
    expect(told).toEqual([
      expect.stringMatching(/could not be loaded.*: There was no answer for 20 s\.$/),
      expect.stringMatching(/could not be kept.*: There was no answer for 20 s\.$/),
    ])
    expect(await open({}).load()).toBe('one')
  })

  test('a service that says it restored what is not there has restored nothing', async () => {
    expect(await open(SERVICE, { restore: async () => 'key', save: broken }).load()).toBe('')
  })
})

describe('in a folder', () => {
  test.each([
    ['XDG_CACHE_HOME', ''],
    ['HOME', '.cache'],
  ])('under %s, only for its owner', async (name, below) => {
    const environment = { XDG_CACHE_HOME: '', [name]: temp }
    await open(environment).save('one')
    expect(await open(environment).load()).toBe('one')
    const file = join(temp, below, 'image-actions')
    expect(statSync(file).isDirectory()).toBe(true)
    expect(told).toEqual([])
  })

  test('that can not be written is told', async () => {
    writeFileSync(join(temp, 'file'), '')
    const store = open({ XDG_CACHE_HOME: join(temp, 'file') })
    expect(await store.load()).toBe('')
    await store.save('one')
    expect(told).toHaveLength(2)
  })
})
