import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { type RunningRegistry, startRegistry } from '../integration/docker-registry.ts'
import { failureOf } from './harness/act-log.ts'
import { type Consumer, callerWorkflow } from './harness/consumer.ts'
import { dispatched, pushed } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'
import { inspect, isWhole, type Published, runEverywhere } from './harness/inspect.ts'

jest.setTimeout(120_000)

let world: World
let third: RunningRegistry
let hosts: string[]

beforeAll(async () => {
  ;[world, third] = await Promise.all([openWorld(), startRegistry()])
  hosts = [...world.hosts, third.host]
})

afterAll(() => Promise.all([world.close(), third.stop()]))

/** What the tags hold, the same in all registries. */
async function held(): Promise<{ latest: string | undefined; previous: string | undefined }> {
  const [latest, previous] = await Promise.all(['latest', 'latest-previous'].map(published))
  return { latest: latest?.digest, previous: previous?.digest }
}

async function published(tag: string): Promise<Published | undefined> {
  const [first, ...others] = await Promise.all(hosts.map((host) => inspect(`${host}/octo/app:${tag}`)))
  for (const other of others) expect(other).toEqual(first)
  return first
}

/** Somebody's doing, past every action. */
async function takeAway(...digests: string[]): Promise<void> {
  for (const digest of digests) {
    for (const { manifests } of [world.ghcr, world.dockerhub])
      manifests.remove('octo/app', digest as `sha256:${string}`)
    const { status } = await fetch(`http://${third.host}/v2/octo/app/manifests/${digest}`, {
      method: 'DELETE',
    })
    expect(status).toBe(202)
  }
}

async function publish(consumer: Consumer, text: string, runId: string) {
  await consumer.commit({ 'change.txt': text })
  const run = await world.run(consumer, await pushed(consumer, 'refs/heads/main'), { runId })
  expect(failureOf(run)).toBe('')
  return { ...(await published('latest'))!, receipt: run.outputs.receipt?.split('@')[0] ?? '' }
}

async function rollBack(consumer: Consumer, inputs: Record<string, string | boolean>) {
  return world.run(consumer, await dispatched(consumer, inputs), { workflow: 'rollback.yml' })
}

async function rolledBack(consumer: Consumer, inputs: Record<string, string | boolean>) {
  const run = await rollBack(consumer, inputs)
  expect(failureOf(run)).toBe('')
  return run
}

describe('rollback.yml, started by hand', () => {
  test('puts latest back to what it held, to and fro, and to what was deleted since; a fork’s receipt is refused', async () => {
    const { 'registry-kinds': kinds = '' } = world.inputs
    const registries = hosts.map((host) => `${host}/octo`).join('\n')
    const workflow = callerWorkflow(
      { registries, 'registry-kinds': kinds },
      ['registry-auth'],
      'workflows/rollback.yml',
    )
    const consumer = await world.consumer(
      'app',
      { registries },
      { '.github/workflows/rollback.yml': workflow },
    )
    const one = await publish(consumer, 'one', '1')
    const two = await publish(consumer, 'two', '2')
    const before = { latest: two.digest, previous: one.digest }

    const listed = await rolledBack(consumer, { action: 'list states' })
    expect(listed.outputs.states).toContain(one.digest)
    const dry = await rolledBack(consumer, { action: 'dry run' })
    expect(dry.summaries.map(({ markdown }) => markdown).join('\n')).toContain('latest-previous')
    expect(await held()).toEqual(before)

    const back = await rolledBack(consumer, {})
    expect(back.outputs.digest).toBe(one.digest)
    expect(await held()).toEqual({ latest: one.digest, previous: two.digest })
    await Promise.all(hosts.map((host) => isWhole(`${host}/octo/app:latest`)))

    const three = await publish(consumer, 'three', '3')
    expect(await held()).toEqual({ latest: three.digest, previous: one.digest })
    for (const host of hosts) expect(await inspect(`${host}/octo/app@${two.digest}`)).toBeUndefined()
    await takeAway(one.digest, ...one.children)
    expect(await held()).toEqual({ latest: three.digest, previous: undefined })

    world.github.runs[3]!.headRepository = 'stranger/app'
    const refused = await rollBack(consumer, { to: three.receipt, force: true })
    expect([refused.exitCode, refused.errors.join('\n')]).toEqual([1, expect.stringMatching(/fork|stranger/)])
    expect(await held()).toEqual({ latest: three.digest, previous: undefined })

    delete world.github.runs[3]!.headRepository
    const undone = await rolledBack(consumer, { to: three.receipt })
    expect(undone.outputs.receipt).toMatch(/^receipt-.+@sha256:/)
    expect(await held()).toEqual({ latest: one.digest, previous: three.digest })
    await Promise.all(hosts.map((host) => isWhole(`${host}/octo/app:latest`)))
    await runEverywhere(world.hosts, 'app:latest')
    const restored = world.github.requests.filter(({ path }) => path.endsWith('/restore'))
    expect(restored.map(({ status }) => status)).toEqual([204, 204, 204])

    await rolledBack(consumer, { to: undone.outputs.receipt! })
    expect(await held()).toEqual({ latest: three.digest, previous: one.digest })
  })
})
