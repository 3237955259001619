import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { digestsOf, NAME, type Published, startWorld, type World } from './servers.ts'

let world: World
let repositories: string[]

beforeEach(async () => {
  world = await startWorld()
  repositories = [`${world.ghcr.host}/${NAME}`]
})
afterEach(() => world.close())

/** Forgets what was asked so far. */
async function asked(work: () => Promise<unknown>): Promise<string[]> {
  const servers = [world.github, world.ghcr, world.hubApi, world.hub]
  const before = servers.map(({ requests }) => requests.length)
  await work()
  return servers.flatMap(({ requests }, position) =>
    requests.slice(before[position]).map(({ method, path }) => `${method} ${path}`),
  )
}

function held(tag: string) {
  return world.hub.manifests.find(NAME, tag)!
}

const isList = (request: string) => /^GET .*\/versions\?/.test(request)

async function publishAll(revisions: number[]): Promise<Published> {
  let published: Published | undefined
  for (const revision of revisions) published = await world.publish(revision, repositories)
  return published!
}

test('a default cleanup asks at most twelve times, the pages of the list apart', async () => {
  await world.clean({ published: await publishAll([1, 2, 3]) })
  const published = await publishAll([4])
  const requests = await asked(async () => {
    const { outputs } = await world.clean({ published })
    expect(JSON.parse(outputs.get('deleted') ?? '')).toHaveLength(3)
  })
  expect(requests.filter((request) => !isList(request)).length).toBeLessThanOrEqual(12)
  expect(requests.filter((request) => request.startsWith('DELETE'))).toHaveLength(3)
})

test('what a dry run says its deletions cost is what they cost', async () => {
  const published = await publishAll([1, 2, 3])
  const dry = await world.clean({ published, inputs: { 'dry-run': 'true' } })
  const requests = await asked(() => world.clean({ published }))
  const deletions = requests.filter((request) => /\/versions\/\d+$/.test(request))
  expect(deletions).toHaveLength(dry.report.repositories[0]?.requests ?? 0)
})

test('nor does it say less or more on Docker Hub, where tags go first', async () => {
  const images = `${world.hub.host}/${NAME}`
  await world.publish(1, [images])
  for (const tag of ['pr-1', 'pr-2']) world.hub.manifests.put(NAME, tag, held('latest'))
  for (const revision of [2, 3]) await world.publish(revision, [images])
  world.hub.manifests.put(NAME, 'pr-3', held('latest'))
  const rules = { images, tags: 'pr-*' }
  const dry = await world.clean({ inputs: { ...rules, 'dry-run': 'true' } })
  const requests = await asked(() => world.clean({ inputs: rules }))
  const deletions = requests.filter((request) => /^DELETE|\/tags\/pr-\d$/.test(request))
  expect(world.hub.manifests.tags(NAME)).toEqual(['latest', 'latest-previous'])
  // An index with two tags, its two platforms, and one tag of an image that stays.
  expect(dry.report.repositories[0]).toMatchObject({ requests: 5 + 2 + 2 })
  expect(deletions).toHaveLength(9)
})

test('what the receipt holds is not read: without a cache only the new index is, and the one that goes', async () => {
  const published = await publishAll([1, 2, 3])
  const requests = await asked(() => world.clean({ published }))
  expect(requests.filter((request) => request.includes('/manifests/'))).toHaveLength(2)
})

test('without the cache each tagged index is read once more, and no image is', async () => {
  await publishAll([1, 2, 3])
  const images = repositories[0] ?? ''
  const rules = { images, 'older-than': '1d' }
  const manifests = (requests: string[]) => requests.filter((request) => request.includes('/manifests/'))
  expect(manifests(await asked(() => world.clean({ inputs: rules })))).toHaveLength(2)
  expect(manifests(await asked(() => world.clean({ inputs: rules })))).toEqual([])
})

test('a run that could not even list leaves the cache of earlier ones as it is', async () => {
  const first = await world.clean({ published: await publishAll([1, 2, 3]) })
  const published = await publishAll([4])
  const stopped = await world.clean({ published, inputs: { 'max-requests': '1' } })
  expect(stopped.report.repositories[0]).toMatchObject({ outcome: 'partial', entries: [] })
  const requests = await asked(() => world.clean({ published }))
  // A cache that could not be kept is told, and would be read again.
  for (const { printed } of [first, stopped]) expect(printed.join('\n')).not.toMatch(/could not be/)
  const manifests = requests.filter((request) => request.includes('/manifests/'))
  expect(manifests).toEqual([`GET /v2/${NAME}/manifests/${digestsOf(4, repositories).index}`])
})
