import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { finishCleanUp } from '../../../actions/cleanup/finish.ts'
import { cleanUp } from '../../../actions/cleanup/main.ts'
import { testRunner } from '../runner.ts'
import { brokenTags, digestsOf, eventOf, NAME, startWorld, type World } from './servers.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

test('what one step could not look at again is looked at in its post, whatever the next step did', async () => {
  const repository = `${world.hub.host}/${NAME}`
  for (const revision of [1, 2, 3]) await world.publish(revision, [repository])
  world.hub.manifests.put(NAME, 'pr-1', world.hub.manifests.find(NAME, digestsOf(1, [repository]).index)!)
  const state = new Map<string, string>()
  const run = async (tags: string, step: string) => {
    const inputs = { ...world.inputs, images: repository, tags }
    const { runner } = await testRunner({ folder: world.folder, event: eventOf({}), inputs })
    const saveState = (name: string, value: string) => void state.set(`${step} ${name}`, value)
    const load = (name: string) => state.get(`${step} ${name}`) ?? ''
    return { ...runner, temp: world.folder, clock: world.clock, saveState, state: load }
  }
  const first = await run('latest-previous', 'first')
  // The second look fails, just when somebody has pushed again what went.
  const lost = world.hub.manifests.find(NAME, 'latest-previous')!
  world.hubApi.faults.add({
    method: 'GET',
    path: 'page_size',
    nth: 2,
    times: 0,
    fault: { kind: 'status', status: 403 },
  })
  expect((await cleanUp(first)).error).toBeDefined()
  world.hubApi.faults.clear()
  world.hub.manifests.put(NAME, 'back', lost)
  expect(brokenTags(world.hub)).toEqual(['back'])
  const second = await run('pr-1', 'second')
  expect((await cleanUp(second)).error).toBeUndefined()
  expect(world.hub.manifests.find(NAME, 'pr-1')).toBeUndefined()
  await finishCleanUp(second)
  await finishCleanUp(first)
  expect(brokenTags(world.hub)).toEqual([])
})
