import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { BudgetSpent } from '../../../actions/packages/budget.ts'
import { tooManyRequests } from '../../doubles/dockerhub/index.ts'
import type { Put } from '../doubles/images.ts'
import { NAME, type OpenedHub, openHub, push, versionOf } from './dockerhub-fixture.ts'

let hub: OpenedHub
let index: Put

beforeEach(async () => {
  hub = await openHub()
  index = (await push(hub.registry, 'one', 'v1', 'v2', 'v3')).index
})
afterEach(() => hub.stop())

function page(count: number, names: readonly string[], next: string | null = null) {
  const results = names.map((name) => ({ name, digest: index.digest }))
  return { kind: 'status', status: 200, body: JSON.stringify({ count, next, results }) } as const
}

const hundred = Array.from({ length: 100 }, (_, number) => `t${number}`)
const NEXT = '?page=2&page_size=100'

describe('a list', () => {
  test.each<[string, () => void, RegExp]>([
    [
      'that ends too early',
      () => hub.api.faults.add({ path: 'tags', times: 0, fault: { kind: 'short-page', items: 2 } }),
      /of 3 tags it names 2/,
    ],
    ['whose first page is short', () => answer(page(150, hundred.slice(1), NEXT)), /page 1 has 99 tags only/],
    ['that names a tag twice', () => answer(page(3, ['v1', 'v2', 'v2'])), /of 3 tags it names 2/],
    [
      'whose number changes',
      () => answer(page(150, hundred, NEXT), page(151, hundred.slice(0, 51))),
      /had 150 tags, then 151/,
    ],
    ['that has no end', () => answer(page(100, hundred, NEXT)), /goes on after 100 tags/],
    [
      'whose second page has gone',
      () => answer(page(150, hundred, NEXT), { kind: 'status', status: 404 }),
      /page 2 is not there/,
    ],
  ])('%s is none, however often it is read', async (_case, spoil, doubt) => {
    spoil()
    await expect(hub.app.versions()).rejects.toMatchObject({
      message: expect.stringMatching(doubt),
      hint: expect.stringMatching(/nothing is ever deleted/),
    })
  })

  test('that somebody’s push has shifted is read once more', async () => {
    hub.api.faults.add({ path: 'tags', fault: { kind: 'short-page', items: 2 } })
    expect(await hub.app.versions()).toMatchObject([versionOf(index, 'v1', 'v2', 'v3')])
    expect(hub.asked()).toHaveLength(1 + 2)
  })

  test('that leads to another host is not followed', async () => {
    answer(page(150, hundred, 'http://127.0.0.2:1/v2/?token=x'))
    await expect(hub.app.versions()).rejects.toThrow(/next page at http:\/\/127\.0\.0\.2:1\/v2\/\.$/)
    expect(hub.asked()).toHaveLength(2)
  })

  test.each([
    ['no JSON', '<html>', /not valid JSON/],
    ['another document', '{"tags":[]}', /not valid: count/],
  ])('that is %s is an error', async (_case, body, message) => {
    answer({ kind: 'status', status: 200, body })
    await expect(hub.app.versions()).rejects.toThrow(message)
  })

  test('tells dates and sizes only where they can be true', async () => {
    const results = [
      { name: 'v1', digest: index.digest, full_size: 0, last_updated: '0001-01-01T00:00:00Z' },
      { name: 'v2', digest: index.digest, full_size: null, tag_last_pushed: 'never' },
    ]
    answer({ kind: 'status', status: 200, body: JSON.stringify({ count: 2, results }) })
    expect(await hub.app.versions()).toEqual([versionOf(index, 'v1', 'v2')])
  })
})

describe('a limit', () => {
  test.each([
    ['a unix time', () => ({ at: hub.clock.now() / 1000 + 30 }), 30_000],
    ['seconds', () => ({ seconds: 45 }), 45_000],
    ['nothing', () => ({}), 10_000],
  ])('that tells %s is waited for', async (_case, hint, wait) => {
    hub.api.faults.add({ path: 'tags', fault: tooManyRequests(hint()) })
    expect(await hub.app.versions()).toHaveLength(1)
    expect(hub.clock.waits).toEqual([wait])
  })

  test('that lasts an hour ends the work of this run at once', async () => {
    hub.api.faults.add({
      method: 'DELETE',
      times: 0,
      fault: tooManyRequests({ at: hub.clock.now() / 1000 + 3600 }),
    })
    const removal = hub.app.remove(versionOf(index, 'v1', 'v2', 'v3'))
    await expect(removal).rejects.toMatchObject({
      name: 'BudgetSpent',
      message: 'Docker Hub allows no more requests before 2026-01-01T01:00:00.000Z.',
    })
    expect(hub.clock.waits).toEqual([])
    expect(hub.registry.manifests.tags(NAME)).toHaveLength(3)
  })

  test.each([
    ['the API', () => hub.api],
    ['the registry', () => hub.registry],
  ])('of %s that outlasts our patience ends the work of this run', async (_where, server) => {
    server().faults.add({ method: 'DELETE', times: 0, fault: tooManyRequests() })
    await expect(hub.app.remove(versionOf(index, 'v1', 'v2', 'v3'))).rejects.toThrow(BudgetSpent)
    expect(hub.clock.waits).toEqual([10_000, 20_000])
  })
})

describe('a fault', () => {
  test.each([
    ['a 503', 2, { kind: 'status', status: 503 }],
    // Where a kept connection breaks, a fresh one is tried at once.
    ['a broken connection', 3, { kind: 'reset-response', after: 0 }],
    ['half an answer', 2, { kind: 'reset-response', after: 20 }],
  ] as const)('is tried again: %s, %i times', async (_case, times, fault) => {
    hub.api.faults.add({ path: 'tags', times, fault })
    expect(await hub.app.versions()).toHaveLength(1)
    expect(hub.clock.waits).toEqual([10_000, 20_000])
    expect(hub.budget.spent).toBe(4)
  })

  test('that loses the answer to a deletion does no harm', async () => {
    hub.api.faults.add({ method: 'DELETE', fault: { kind: 'status', status: 504, late: true } })
    expect(await hub.app.remove(versionOf(index, 'v1', 'v2', 'v3'))).toEqual({ outcome: 'done' })
    expect(hub.registry.manifests.tags(NAME)).toEqual([])
  })

  test('that stays is an error', async () => {
    hub.api.faults.add({ path: 'tags', times: 0, fault: { kind: 'status', status: 500 } })
    await expect(hub.app.versions()).rejects.toMatchObject({
      status: 500,
      hint: expect.stringContaining('Docker Hub’s API'),
    })
    await expect(hub.app.untag('v1', index.digest)).rejects.toMatchObject({ status: 500 })
  })
})

/** The pages of a list, in order, again and again. */
function answer(...pages: Parameters<typeof add>[0][]): void {
  for (const [number, fault] of pages.entries()) add(fault, number + 1, pages.length)
}

function add(fault: { kind: 'status'; status: number; body?: string }, number: number, all: number): void {
  for (let nth = number; nth < 10; nth += all) hub.api.faults.add({ path: 'tags', nth, fault })
}
