import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { failureOf } from './harness/act-log.ts'
import type { Consumer } from './harness/consumer.ts'
import { pushed } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'
import { inspect, listTags } from './harness/inspect.ts'

jest.setTimeout(120_000)

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

/** Each registry's tags, with what they hold. */
async function state(name: string): Promise<Record<string, string | undefined>[]> {
  const ofHost = async (host: string) => {
    const repository = `${host}/octo/${name}`
    const tags = await listTags(repository)
    const held = tags.map(async (tag) => [tag, (await inspect(`${repository}:${tag}`))?.digest] as const)
    return Object.fromEntries(await Promise.all(held))
  }
  return Promise.all(world.hosts.map(ofHost))
}

async function publishOnce(consumer: Consumer): Promise<void> {
  const run = await world.run(consumer, await pushed(consumer, 'refs/heads/main'))
  expect(failureOf(run)).toBe('')
}

describe('when something fails', () => {
  test('one platform: nothing is published and no tag is touched', async () => {
    const consumer = await world.consumer('half')
    await publishOnce(consumer)
    const before = await state('half')
    await consumer.commit({ 'busybox-arm64': null })
    const run = await world.run(consumer, await pushed(consumer, 'refs/heads/main'))
    expect(run.jobs).toMatchObject({
      'build half linux/amd64': 'success',
      'build half linux/arm64': 'failure',
      merge: 'failure',
    })
    expect(run.errors.join('\n')).toContain('linux/arm64')
    expect(await state('half')).toEqual(before)
  })

  test('a registry at the last tag: every tag is put back, in the other registry too', async () => {
    const consumer = await world.consumer('restored', { retries: 1 })
    await publishOnce(consumer)
    const [before] = await state('restored')
    await consumer.commit({ 'change.txt': 'two' })
    world.dockerhub.faults.add({
      method: 'PUT',
      path: '/octo/restored/manifests/latest$',
      fault: { kind: 'status', status: 500 },
      times: 0,
    })
    const run = await world.run(consumer, await pushed(consumer, 'refs/heads/main'))
    world.dockerhub.faults.clear()
    expect(run.jobs.merge).toBe('failure')
    expect(run.errors.join('\n')).toContain(world.dockerhub.host)
    for (const { latest } of await state('restored')) expect(latest).toBe(before?.latest)
  })

  test('a busy registry: requests are repeated, and the image is published all the same', async () => {
    const consumer = await world.consumer('busy')
    world.ghcr.faults.add({
      method: 'PUT',
      path: '/octo/busy/manifests/latest$',
      fault: { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
    })
    await publishOnce(consumer)
    world.ghcr.faults.clear()
    const [ghcr, dockerhub] = await state('busy')
    expect(ghcr?.latest).toBeDefined()
    expect(dockerhub).toEqual(ghcr)
  })
})
