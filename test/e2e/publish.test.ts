import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { failureOf } from './harness/act-log.ts'
import { dispatched, pushed } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'
import { inspect, listTags, runEverywhere } from './harness/inspect.ts'

const PLATFORMS = ['linux/amd64', 'linux/arm64']
jest.setTimeout(120_000)

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

/** The same in both registries, or the expectation fails. */
async function published(reference: string) {
  const [first, ...others] = await Promise.all(
    world.hosts.map((host) => inspect(`${host}/octo/${reference}`)),
  )
  for (const other of others) expect(other).toEqual(first)
  return first
}

async function tags(name: string): Promise<string[][]> {
  return Promise.all(world.hosts.map((host) => listTags(`${host}/octo/${name}`)))
}

describe('publishing an image', () => {
  test('a push to main publishes latest to both registries, for both platforms', async () => {
    const consumer = await world.consumer('push')
    const run = await world.run(consumer, await pushed(consumer, 'refs/heads/main'))
    expect(failureOf(run)).toBe('')
    const latest = await published('push:latest')
    expect(latest?.platforms).toEqual(PLATFORMS)
    expect(latest?.annotations['org.opencontainers.image.revision']).toBe(await consumer.head())
    expect(await tags('push')).toEqual([['latest'], ['latest']])
    expect(run.outputs.digest).toBe(latest?.digest)
    expect(run.summaries.map(({ job }) => job)).toContain('merge')
    await runEverywhere(world.hosts, 'push:latest')
  })

  test('a tag v1.2.3 publishes 1.2.3 and nothing else; a rerun of it converges', async () => {
    const consumer = await world.consumer('release')
    const event = await pushed(consumer, 'refs/tags/v1.2.3')
    expect(failureOf(await world.run(consumer, event, { runId: '7', attempt: 1 }))).toBe('')
    expect(await tags('release')).toEqual([['1.2.3'], ['1.2.3']])
    expect(failureOf(await world.run(consumer, event, { runId: '7', attempt: 2 }))).toBe('')
    expect(await tags('release')).toEqual([['1.2.3'], ['1.2.3']])
    expect((await published('release:1.2.3'))?.platforms).toEqual(PLATFORMS)
    await runEverywhere(world.hosts, 'release:1.2.3')
  })

  test('a tag v1.0 is refused before anything is built', async () => {
    const consumer = await world.consumer('refused')
    const run = await world.run(consumer, await pushed(consumer, 'refs/tags/v1.0'))
    expect(run.exitCode).not.toBe(0)
    expect(run.jobs.prepare).toBe('failure')
    expect(Object.keys(run.jobs).filter((job) => /build|merge/.test(job))).toEqual([])
    expect(run.errors.join('\n')).toMatch(/v1\.0\b.*v1\.2\.3/s)
    expect(await tags('refused')).toEqual([[], []])
  })

  test('a dispatch publishes under the tag that it names', async () => {
    const consumer = await world.consumer('dispatch')
    const run = await world.run(consumer, await dispatched(consumer, { tag_name: 'nightly' }))
    expect(failureOf(run)).toBe('')
    expect(await tags('dispatch')).toEqual([['nightly'], ['nightly']])
    expect((await published('dispatch:nightly'))?.platforms).toEqual(PLATFORMS)
    await runEverywhere(world.hosts, 'dispatch:nightly')
  })

  test('skip_push builds every platform and sends nothing to a registry', async () => {
    const consumer = await world.consumer('dry')
    const run = await world.run(consumer, await dispatched(consumer, { skip_push: 'true' }))
    expect(failureOf(run)).toBe('')
    expect(run.jobs).toMatchObject({
      'build dry linux/amd64': 'success',
      'build dry linux/arm64': 'success',
    })
    const sent = [...world.ghcr.requests, ...world.dockerhub.requests].filter(
      ({ method, path }) => /^(POST|PUT|PATCH)$/.test(method) && path.includes('/octo/dry/'),
    )
    expect(sent).toEqual([])
  })

  test('podman needs no root', async () => {
    const consumer = await world.consumer('rootless')
    const event = await pushed(consumer, 'refs/heads/main')
    expect(failureOf(await world.run(consumer, event, { asPlainUser: true }))).toBe('')
    expect((await published('rootless:latest'))?.platforms).toEqual(PLATFORMS)
    await runEverywhere(world.hosts, 'rootless:latest')
  })
})
