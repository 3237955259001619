import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { RegistryDouble } from '../../doubles/registry/index.ts'
import { brokenTags, digestsOf, NAME, presentIn, startWorld, type World } from './servers.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

test('a run that broke off within an image is taken up by its rerun, though the index is gone', async () => {
  const repositories = [`${world.ghcr.host}/${NAME}`]
  let published = await world.publish(1, repositories)
  for (const revision of [2, 3]) published = await world.publish(revision, repositories)
  const first = digestsOf(1, repositories)
  const ids = first.children.map((digest) => world.ghcr.manifests.find(NAME, digest)?.id)
  const path = `/versions/(${ids.join('|')})$`
  world.github.faults.add({ method: 'DELETE', path, times: 0, fault: { kind: 'status', status: 500 } })
  const broken = await world.clean({ published })
  expect(broken.error).toBeDefined()
  expect(presentIn(world.ghcr, [first.index, ...first.children])).toEqual(first.children)
  world.github.faults.clear()
  const rerun = await world.clean({ published })
  expect(rerun.error).toBeUndefined()
  expect(presentIn(world.ghcr, first.children)).toEqual([])
  expect(brokenTags(world.ghcr)).toEqual([])
})

test.each<[string, (of: World) => RegistryDouble]>([
  ['GHCR', ({ ghcr }) => ghcr],
  ['Docker Hub', ({ hub }) => hub],
])('%s: nor does it matter that the process was killed there, once post has run', async (_name, of) => {
  const registry = of(world)
  const repositories = [`${registry.host}/${NAME}`]
  let published = await world.publish(1, repositories)
  for (const revision of [2, 3]) published = await world.publish(revision, repositories)
  const first = digestsOf(1, repositories)
  const all = [first.index, ...first.children]
  const died = Promise.withResolvers<void>()
  // Whoever waits once the index is gone waits for ever.
  const sleep = (milliseconds: number) => {
    if (presentIn(registry, [first.index]).length > 0) return world.clock.sleep(milliseconds)
    died.resolve()
    return new Promise<never>(() => {})
  }
  for (const server of [world.github, world.hub])
    server.faults.add({ method: 'DELETE', nth: 2, times: 0, fault: { kind: 'status', status: 500 } })
  const state = new Map<string, string>()
  const saveState = (name: string, value: string) => void state.set(name, value)
  const running = world.clean({ published, runner: { clock: { ...world.clock, sleep }, saveState } })
  expect(await Promise.race([running, died.promise])).toBeUndefined()
  expect(presentIn(registry, all)).toEqual(first.children)
  for (const server of [world.github, world.hub]) server.faults.clear()
  expect((await world.finish(state)).error).toBeUndefined()
  expect((await world.clean({ published })).error).toBeUndefined()
  expect(presentIn(registry, all)).toEqual([])
  expect(brokenTags(registry)).toEqual([])
})
