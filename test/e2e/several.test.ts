import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { failureOf } from './harness/act-log.ts'
import { CONTAINERFILE } from './harness/consumer.ts'
import { pushed } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'
import { inspect, listTags, runEverywhere } from './harness/inspect.ts'

jest.setTimeout(120_000)
const IMAGES = `
- image: web
  file: web/Containerfile
  paths: [web/**]
- image: worker
  file: worker/Containerfile
  paths: [worker/**]
  platforms: linux/amd64
`

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

describe('two images in one call', () => {
  test('are both published; with changed-only, only the one that changed', async () => {
    const files = { 'web/Containerfile': CONTAINERFILE, 'worker/Containerfile': CONTAINERFILE }
    const consumer = await world.consumer('mono', { images: IMAGES, 'changed-only': true }, files)
    const first = await consumer.head()
    expect(failureOf(await world.run(consumer, await pushed(consumer, 'refs/heads/main')))).toBe('')
    const before = await held()
    expect(before.map((image) => image?.platforms.length)).toEqual([2, 2, 1, 1])

    await consumer.commit({ 'web/Containerfile': `${CONTAINERFILE}LABEL changed=yes\n` })
    const run = await world.run(consumer, await pushed(consumer, 'refs/heads/main', first))
    expect(failureOf(run)).toBe('')
    const built = Object.keys(run.jobs).filter((job) => job.startsWith('build'))
    expect(built.sort()).toEqual(['build web linux/amd64', 'build web linux/arm64'])
    const after = await held()
    expect(after.map((image, at) => image?.digest === before[at]?.digest)).toEqual([false, false, true, true])
    expect(await listTags(`${world.ghcr.host}/octo/web`)).toEqual(['latest', 'latest-previous'])
    for (const tag of ['latest', 'latest-previous']) await runEverywhere(world.hosts, `web:${tag}`)
    await runEverywhere(world.hosts, 'worker:latest', ['amd64'])
  })
})

async function held() {
  const names = ['web', 'worker'].flatMap((name) => world.hosts.map((host) => `${host}/octo/${name}:latest`))
  return Promise.all(names.map(inspect))
}
