import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
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

/** One run after another on the same machine, each with its own number. */
function open(environment: Record<string, string>, service?: CacheService, run = '1', repositories = APP) {
  const context = {
    environment,
    temp,
    event: { runId: run, attempt: 1 },
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
      if (found !== undefined) writeFileSync(path, kept.get(found) ?? '')
      return found
    },
    save: async ([path = ''], key) => {
      if (kept.has(key)) throw new Error('reserved')
      kept.set(key, readFileSync(path, 'utf8'))
    },
  }
}

const SERVICE = { ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: 'http://127.0.0.1' }

describe("in the runner's cache service", () => {
  test('what a run saved the next one finds, and keeps under a key of its own', async () => {
    const service = memoryService()
    const environment = { ...SERVICE, RUNNER_TEMP: temp }
    const first = open(environment, service)
    expect(await first.load()).toBe('')
    await first.save('one')
    const second = open(environment, service, '2')
    expect(await second.load()).toBe('one')
    await second.save('two')
    expect(await open(environment, service, '3').load()).toBe('two')
    expect(service.kept.size).toBe(2)
    expect(told).toEqual([])
  })

  test('other repositories have another cache; their order does not matter', async () => {
    const service = memoryService()
    await open(SERVICE, service).save('one')
    expect(await open(SERVICE, service, '2', APP.toReversed()).load()).toBe('one')
    expect(await open(SERVICE, service, '2', ['ghcr.io/octo/other']).load()).toBe('')
  })

  const broken = () => Promise.reject(new Error('503'))
  test.each<[string, CacheService | undefined]>([
    ['that does not answer', { restore: broken, save: broken }],
    ['that says it restored what is not there', { restore: async () => 'key', save: broken }],
    ['that can not even be loaded', undefined],
  ])('a service %s costs requests, and nothing else', async (_what, service) => {
    const store = open(SERVICE, service)
    expect(await store.load()).toBe('')
    await store.save('one')
    expect(told).toEqual([
      expect.stringMatching(/^The manifests of earlier runs could not be loaded/),
      expect.stringMatching(/^The manifests of earlier runs could not be kept/),
    ])
  })
})

describe('in a folder', () => {
  test.each([
    ['XDG_CACHE_HOME', ''],
    ['HOME', '.cache'],
  ])('under %s, only for its owner', async (name, below) => {
    const environment = { [name]: temp }
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
