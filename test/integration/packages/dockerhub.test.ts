import { afterEach, describe, expect, test } from '@jest/globals'
import { Budget, BudgetSpent } from '../../../actions/packages/budget.ts'
import { document, INDEX } from '../doubles/images.ts'
import { type HubOptions, NAME, type OpenedHub, openHub, push, versionOf } from './dockerhub-fixture.ts'

let hub: OpenedHub

afterEach(() => hub.stop())

async function start(options: HubOptions = {}): Promise<OpenedHub> {
  hub = await openHub(options)
  return hub
}

describe('the versions of a repository', () => {
  test('are its tags by digest, the newest first', async () => {
    const { app, registry, clock } = await start()
    const born = clock.now()
    const old = await push(registry, 'old', 'v1', 'latest-previous')
    clock.time += 5_000
    const young = await push(registry, 'young', 'v2')
    const at = (time: number) => ({ created: time, updated: time, bytes: 32 })
    expect(await app.versions()).toEqual([
      { ...versionOf(young.index, 'v2'), ...at(born + 5_000) },
      { ...versionOf(old.index, 'latest-previous', 'v1'), ...at(born) },
    ])
    expect(app).toMatchObject({ kind: 'dockerhub', listsUntagged: false })
  })

  test('are asked of the registry where the API tells no digest', async () => {
    const { app, registry, traced } = await start({ oldTags: /^old/ })
    const { index } = await push(registry, 'one', 'latest', 'old', 'older')
    registry.faults.add({ method: 'HEAD', path: 'older$', fault: { kind: 'status', status: 404 } })
    expect(await app.versions()).toMatchObject([versionOf(index, 'latest', 'old')])
    const heads = traced.filter(({ method, status }) => method === 'HEAD' && status !== 401)
    expect(heads).toHaveLength(2)
  })

  test('of ten thousand tags take a hundred requests and a login', async () => {
    const { app, registry, budget } = await start()
    const index = document(INDEX, { manifests: [] })
    for (let number = 0; number < 10_000; number++) registry.manifests.put(NAME, `v${number}`, index)
    const [version, ...more] = await app.versions()
    expect([version?.tags.length, more.length]).toEqual([10_000, 0])
    expect(budget.spent).toBe(101)
    expect(hub.api.requests).toHaveLength(101)
  })

  test('come from the namespace, though it is not the login', async () => {
    const { open, registry, api } = await start()
    registry.manifests.put('team/tool', 'v1', (await push(registry, 'one')).index)
    const tool = open({ host: registry.host, path: 'team/tool' })
    expect(await tool.versions()).toHaveLength(1)
    expect(api.requests.at(-1)?.path).toBe('/v2/namespaces/team/repositories/tool/tags?page_size=100')
  })
})

describe('a version that goes', () => {
  test('loses its tags and then its manifest', async () => {
    const { app, registry, asked } = await start()
    const { index, child } = await push(registry, 'one', 'v1', 'v2')
    expect(await app.remove(versionOf(index, 'v1', 'v2'))).toEqual({ outcome: 'done' })
    expect(asked()).toEqual([
      'POST auth/token 200',
      'GET tags/v1 200',
      'GET tags/v2 200',
      'DELETE tags/v1 204',
      'DELETE tags/v2 204',
    ])
    expect(registry.manifests.find(NAME, index.digest)).toBeUndefined()
    expect(await app.remove(versionOf(child))).toEqual({ outcome: 'done' })
    expect(await app.remove(versionOf(child))).toEqual({ outcome: 'absent' })
  })

  test('without tags is not asked of the API', async () => {
    const { app, registry, asked, budget } = await start()
    const { index } = await push(registry, 'one')
    expect(await app.remove(versionOf(index))).toEqual({ outcome: 'done' })
    expect([asked(), budget.spent]).toEqual([[], 1])
  })

  test.each<[string, (hub: OpenedHub) => Promise<unknown>, string]>([
    [
      'moved',
      async ({ registry }) => registry.manifests.put(NAME, 'v2', (await push(registry, 'two')).index),
      'v2 holds another image now',
    ],
    ['gone', async ({ registry }) => registry.manifests.untag(NAME, 'v2'), 'v2 is not there any more'],
  ])('stays whole when one of its tags is %s since', async (_case, meanwhile, reason) => {
    const { app, registry } = await start()
    const { index } = await push(registry, 'one', 'v1', 'v2')
    await meanwhile(hub)
    expect(await app.remove(versionOf(index, 'v1', 'v2'))).toEqual({ outcome: 'changed', reason })
    expect(registry.manifests.tagsOf(NAME, index.digest)).toContain('v1')
    expect(hub.asked().filter((line) => line.startsWith('DELETE'))).toEqual([])
  })

  test('stays while an index refers to it', async () => {
    const { app, registry } = await start()
    const { child } = await push(registry, 'one', 'v1')
    const reason = 'a tag or an index still refers to it'
    expect(await app.remove(versionOf(child))).toEqual({ outcome: 'kept', reason })
    registry.manifests.put(NAME, 'amd64', child)
    expect(await app.remove(versionOf(child, 'amd64'))).toEqual({
      outcome: 'kept',
      reason: `${reason}; the tag amd64 went`,
    })
    expect(registry.manifests.find(NAME, child.digest)).toBeDefined()
  })

  test('stays when a new tag holds it', async () => {
    const { app, registry } = await start()
    const { index } = await push(registry, 'one', 'v1')
    registry.manifests.put(NAME, 'v2', index)
    expect(await app.remove(versionOf(index, 'v1'))).toMatchObject({ outcome: 'kept' })
    expect(registry.manifests.tags(NAME)).toEqual(['v2'])
  })

  test('stays when its tag is immutable, and says what went', async () => {
    const { app, registry } = await start({ own: { immutableTags: /^v/ } })
    const { index } = await push(registry, 'one', 'edge', 'v1')
    expect(await app.remove(versionOf(index, 'edge', 'v1'))).toEqual({
      outcome: 'kept',
      reason: 'tag v1 is immutable; the tag edge went',
    })
    expect(registry.manifests.find(NAME, 'v1')).toBeDefined()
  })

  test('is not begun when the budget does not last to its end', async () => {
    const { app, registry, asked } = await start({ given: { budget: new Budget(4) } })
    const { index } = await push(registry, 'one', 'v1', 'v2')
    await expect(app.remove(versionOf(index, 'v1', 'v2'))).rejects.toThrow(BudgetSpent)
    expect(asked()).toEqual([])
  })
})

describe('a single tag', () => {
  test('goes without its manifest, and is not missed', async () => {
    const { app, registry } = await start()
    const { index } = await push(registry, 'one', 'v1', 'v2')
    expect(await app.untag('v1', index.digest)).toEqual({ outcome: 'done' })
    expect(await app.untag('v1', index.digest)).toEqual({ outcome: 'absent' })
    expect(registry.manifests.tagsOf(NAME, index.digest)).toEqual(['v2'])
  })

  test('of old times is compared with what the registry holds', async () => {
    const { app, registry } = await start({ oldTags: /^v/ })
    const { index } = await push(registry, 'one', 'v1')
    const { child } = await push(registry, 'two', 'v2')
    expect(await app.untag('v2', child.digest)).toMatchObject({ outcome: 'changed' })
    expect(await app.untag('v1', index.digest)).toEqual({ outcome: 'done' })
  })

  test('stays when it has moved or is immutable', async () => {
    const { app, registry } = await start({ own: { immutableTags: /^v1/ } })
    const { index } = await push(registry, 'one', 'v1', 'v2')
    const { index: other } = await push(registry, 'two', 'v2')
    expect(await app.untag('v2', index.digest)).toEqual({
      outcome: 'changed',
      reason: 'v2 holds another image now',
    })
    expect(await app.untag('v1', index.digest)).toEqual({ outcome: 'kept', reason: 'tag v1 is immutable' })
    expect(registry.manifests.find(NAME, 'v2')?.digest).toBe(other.digest)
  })
})

test('nothing is brought back', async () => {
  const { app, registry } = await start()
  const { index } = await push(registry, 'one')
  expect(await app.restore(index.digest)).toMatchObject({ outcome: 'unsupported' })
})
