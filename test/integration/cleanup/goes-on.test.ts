import { afterEach, beforeEach, expect, test } from '@jest/globals'
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
