import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { CancelledError } from '../../../actions/base/errors.ts'
import { Budget, BudgetSpent } from '../../../actions/packages/budget.ts'
import { SecondaryLimit, secondaryRateLimit } from '../../doubles/github/index.ts'
import { GithubWorld } from './github-fixture.ts'

let world: GithubWorld
beforeEach(async () => {
  world = new GithubWorld()
  await world.start()
})
afterEach(() => world.stop())

const seconds = () => world.clock.waits.map((wait) => wait / 1000)
const listed = () => world.open().versions()

/** As a limit of this world says it. */
async function restart(options: Parameters<GithubWorld['start']>[0]) {
  await world.stop()
  await world.start(options)
}

describe('the secondary limit', () => {
  test.each([
    [{}, [60]],
    [{ status: 403 }, [60]],
    [{ status: 403, retryAfter: 17 }, [17]],
    [{ retryAfter: 90 }, [90]],
  ] as const)('%j is waited for', async (options, waits) => {
    world.push('latest')
    world.github.faults.add({ path: 'versions', fault: secondaryRateLimit(options) })
    expect(await listed()).toHaveLength(1)
    expect(seconds()).toEqual(waits)
  })

  test.each([
    ['of an older server', 403, 'You have triggered an abuse detection mechanism.'],
    ['of a proxy', 429, 'Slow down'],
  ])('%s is understood', async (_case, status, message) => {
    world.push('latest')
    const fault = { kind: 'status' as const, status, headers: { 'retry-after': '30' }, body: message }
    world.github.faults.add({ path: 'versions', fault })
    expect(await listed()).toHaveLength(1)
    expect(seconds()).toEqual([30])
  })

  test('that stays is waited for longer and longer, then left to a later run', async () => {
    world.push('latest')
    world.github.faults.add({ path: 'versions', times: 0, fault: secondaryRateLimit() })
    await expect(listed()).rejects.toThrow(BudgetSpent)
    expect(seconds()).toEqual([60, 120, 240, 480])
  })

  test('holds back everybody, not only the one who met it', async () => {
    world.push(...Array.from({ length: 1000 }, () => undefined))
    const { time } = world.clock
    world.github.faults.add({ path: 'page=2', fault: secondaryRateLimit() })
    expect(await listed()).toHaveLength(1000)
    expect([world.clock.time - time >= 60_000, world.clock.time - time < 70_000]).toEqual([true, true])
  })

  test('is never met by deletions, which keep a pace below it', async () => {
    await restart({ secondary: new SecondaryLimit(() => world.clock.now()) })
    world.push('latest', ...Array.from({ length: 100 }, () => undefined))
    const opened = world.open()
    const versions = (await opened.versions()).filter(({ tags }) => tags.length === 0)
    const { time } = world.clock
    for (const version of versions) expect(await opened.remove(version)).toEqual({ outcome: 'done' })
    expect(world.github.requests.filter(({ status }) => status >= 400)).toEqual([])
    const perMinute = (100 * 60_000) / (world.clock.time - time)
    expect([perMinute > 70, perMinute < 80]).toEqual([true, true])
  })
})

describe('the hourly limit', () => {
  test('that ends much later is left to a later run, and no request is wasted on it', async () => {
    await restart({ rateLimit: 1 })
    world.push('latest')
    const reset = new Date(Date.parse('2026-06-01T01:00:00Z')).toISOString().slice(0, 16)
    const failing = listed()
    await expect(failing).rejects.toThrow(BudgetSpent)
    await expect(failing).rejects.toThrow(`used up until ${reset}Z`)
    expect(world.github.requests).toHaveLength(2)
    expect(world.clock.waits).toEqual([])
  })

  test('that ends soon is waited for', async () => {
    await restart({ rateLimit: 1 })
    world.push('latest')
    world.clock.time = Date.parse('2026-06-01T00:59:30Z')
    expect(await listed()).toHaveLength(1)
    expect(seconds()).toEqual([31])
  })

  test('of our own ends a list in its midst, with nothing returned', async () => {
    world.push(...Array.from({ length: 1000 }, () => undefined))
    const budget = new Budget(6)
    await expect(world.open({ budget }).versions()).rejects.toThrow('The budget of 6 requests is spent.')
    expect([world.github.requests.length, budget.spent]).toEqual([6, 6])
  })

  test('of our own is not spent on half a deletion', async () => {
    world.push('latest', undefined)
    const opened = world.open({ budget: new Budget(3) })
    const [untagged] = await opened.versions()
    await expect(opened.remove(untagged!)).rejects.toThrow(BudgetSpent)
    expect(world.github.requests).toHaveLength(2)
  })

  test('of our own counts every attempt', async () => {
    world.push('latest')
    world.github.faults.add({ path: 'versions', times: 2, fault: { kind: 'status', status: 503 } })
    const budget = new Budget(10)
    await world.open({ budget }).versions()
    expect([world.github.requests.length, budget.spent]).toEqual([4, 4])
  })
})

describe('faults', () => {
  test.each([
    ['503', 2, { kind: 'status', status: 503 }],
    ['408', 2, { kind: 'status', status: 408 }],
    [
      '502 in HTML',
      2,
      { kind: 'status', status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' },
    ],
    // The first is on a connection that was used before, and is sent again without a wait.
    ['a reset', 3, { kind: 'reset-request', after: 0 }],
    ['a lost answer', 3, { kind: 'reset-response', after: 0 }],
    ['half a body', 2, { kind: 'reset-response', after: 20 }],
  ] as const)('%s is survived', async (_case, times, fault) => {
    world.push('latest')
    world.github.faults.add({ path: 'versions', times, fault })
    expect(await listed()).toHaveLength(1)
    expect(world.clock.waits).toHaveLength(2)
    expect(world.clock.waits[1]).toBeGreaterThan(world.clock.waits[0]!)
  })

  test.each([
    ['an outage', 3, { kind: 'status', status: 503 }, /GitHub did not answer GET \/orgs\/acme\/packages/],
    ['broken connections', 4, { kind: 'reset-request', after: 0 }, /got no answer.* Check that GitHub is up/],
  ] as const)('%s: an error after three attempts', async (_case, requests, fault, message) => {
    world.push('latest')
    world.github.faults.add({ path: 'versions', times: 0, fault })
    expect(String(await listed().catch((error: unknown) => error))).toMatch(message)
    expect(world.github.requests).toHaveLength(1 + requests)
    expect(world.clock.waits).toHaveLength(2)
  })

  test('an outage that has ended is forgotten', async () => {
    world.push('latest')
    const opened = world.open()
    world.github.faults.add({ times: 3, fault: { kind: 'status', status: 503 } })
    await expect(opened.versions()).rejects.toThrow('GitHub did not answer GET /users/acme')
    expect(await opened.versions()).toHaveLength(1)
  })

  test('a wait that the server asks for is kept', async () => {
    world.push('latest')
    const fault = { kind: 'status' as const, status: 503, headers: { 'retry-after': '77' } }
    world.github.faults.add({ path: 'versions', fault })
    await listed()
    expect(seconds()).toEqual([77])
  })

  test.each([400, 401, 403, 404, 410, 422])('%i is asked once', async (status) => {
    world.push('latest')
    world.github.faults.add({ path: 'versions', times: 0, fault: { kind: 'status', status } })
    await expect(listed()).rejects.toMatchObject({ name: 'GithubRefusal', status })
    expect(world.github.requests).toHaveLength(2)
    expect(world.clock.waits).toEqual([])
  })

  test('to be cancelled ends a request at once', async () => {
    world.push('latest')
    const controller = new AbortController()
    world.github.faults.add({ path: 'versions', fault: { kind: 'hang' } })
    const asking = world.open({ signal: controller.signal }).versions()
    const stop = setInterval(() => world.github.requests.length === 2 && controller.abort(), 5)
    await expect(asking).rejects.toThrow(CancelledError)
    clearInterval(stop)
    expect(world.github.requests).toHaveLength(2)
  })

  test.each([
    ['a pause', secondaryRateLimit()],
    ['a wait after an outage', { kind: 'status', status: 503 }],
  ] as const)('to be cancelled ends %s at once', async (_case, fault) => {
    world.push('latest')
    const controller = new AbortController()
    world.clock.meanwhile = () => controller.abort()
    const { time } = world.clock
    world.github.faults.add({ path: 'versions', times: 0, fault })
    await expect(world.open({ signal: controller.signal }).versions()).rejects.toThrow(CancelledError)
    expect([world.github.requests.length, world.clock.time - time]).toEqual([2, 0])
  })
})

describe('a redirect', () => {
  const redirect = (location: string) =>
    world.github.faults.add({
      path: '^/users',
      fault: { kind: 'status', status: 301, headers: { location } },
    })

  test('of the same server is followed, as for an owner who was renamed', async () => {
    world.push('latest')
    redirect('/users/acme?renamed')
    expect(await listed()).toHaveLength(1)
  })

  test('to another gets no token', async () => {
    world.push('latest')
    redirect(`${world.ghcr.url}/users/acme`)
    await expect(listed()).rejects.toThrow(`is redirected to ${world.ghcr.url}/users/acme`)
    expect(world.ghcr.requests).toEqual([])
  })

  test('of a deletion is no success', async () => {
    world.push('latest', undefined)
    const [untagged] = await listed()
    world.github.faults.add({
      method: 'DELETE',
      fault: { kind: 'status', status: 307, headers: { location: '/' } },
    })
    await expect(world.open().remove(untagged!)).rejects.toThrow('is redirected to')
  })
})
