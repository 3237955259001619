import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { stringify } from 'yaml'
import { failureOf } from './harness/act-log.ts'
import { pushed } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'
import { inspect, runEverywhere } from './harness/inspect.ts'

jest.setTimeout(120_000)

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const CHECKOUT = { uses: 'actions/checkout@v6' }
const RUNS_ON = { 'runs-on': 'ubuntu-24.04', permissions: { contents: 'read', packages: 'write' } }

/** What every action that talks to registries is given here. */
function access(): Record<string, string> {
  const { registries, 'registry-kinds': kinds } = world.inputs
  return {
    registries: registries!,
    'registry-kinds': kinds!,
    'registry-auth': `\${{ secrets.REGISTRY_AUTH }}`,
  }
}

async function publish(name: string, jobs: Record<string, unknown>) {
  const workflow = stringify({ on: { push: { branches: ['main'] } }, jobs })
  const consumer = await world.consumer(name, {}, { '.github/workflows/publish.yml': workflow })
  const run = await world.run(consumer, await pushed(consumer, 'refs/heads/main'))
  expect(failureOf(run)).toBe('')
  const [first, second] = await Promise.all(world.hosts.map((host) => inspect(`${host}/octo/${name}:latest`)))
  expect(second).toEqual(first)
  return first
}

describe('without the reusable workflow', () => {
  test('the whole pipeline is one step', async () => {
    const uses = 'org/image-actions@main'
    const step = { uses, with: { ...access(), platforms: 'linux/amd64,linux/arm64' } }
    const latest = await publish('one-step', { publish: { ...RUNS_ON, steps: [CHECKOUT, step] } })
    expect(latest?.platforms).toEqual(['linux/amd64', 'linux/arm64'])
    await runEverywhere(world.hosts, 'one-step:latest')
  })

  test('build and merge need no plan when both get the same inputs', async () => {
    const inputs = access()
    const latest = await publish('no-plan', {
      build: { ...RUNS_ON, steps: [CHECKOUT, { uses: 'org/image-actions/build@main', with: inputs }] },
      merge: { ...RUNS_ON, needs: 'build', steps: [{ uses: 'org/image-actions/merge@main', with: inputs }] },
    })
    expect(latest?.platforms).toEqual(['linux/amd64'])
    await runEverywhere(world.hosts, 'no-plan:latest', ['amd64'])
  })
})
