import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Version } from '../../../actions/packages/types.ts'
import type { Fault } from '../../doubles/faults.ts'
import { secondaryRateLimit } from '../../doubles/github/index.ts'
import { GithubWorld } from './github-fixture.ts'

let world: GithubWorld
let untagged: Version
beforeEach(async () => {
  world = new GithubWorld()
  await world.start()
  world.push('latest', undefined)
  untagged = (await world.open().versions()).find(({ tags }) => tags.length === 0)!
})
afterEach(() => world.stop())

const whileWaiting = (happens: () => void) => {
  world.clock.meanwhile = () => {
    world.clock.meanwhile = undefined
    happens()
  }
}

function failing(fault: Fault, times = 1): void {
  world.github.faults.add({ method: 'DELETE', fault, times })
}

describe('a deletion that is tried again after a wait', () => {
  test.each([
    ['an outage', { kind: 'status', status: 503 }],
    ['the secondary limit', secondaryRateLimit({ status: 403 })],
    ['a broken connection', { kind: 'reset-request', after: 0 }],
  ] as const)('after %s, leaves alone what got a tag meanwhile', async (_case, fault) => {
    // Where a connection breaks that was used before, the request is sent again at once.
    failing(fault, fault.kind === 'reset-request' ? 2 : 1)
    whileWaiting(() => {
      const { manifests } = world.ghcr
      manifests.put('acme/tools/app', 'latest', manifests.find('acme/tools/app', untagged.digest)!)
    })
    expect(await world.open().remove(untagged)).toEqual({
      outcome: 'changed',
      reason: 'its tags changed after the list was read: latest',
    })
    expect(world.ghcr.manifests.find('acme/tools/app', 'latest')?.digest).toBe(untagged.digest)
  })

  test('goes on where nothing has changed', async () => {
    failing({ kind: 'status', status: 503 })
    expect(await world.open().remove(untagged)).toEqual({ outcome: 'done' })
    expect(
      world
        .asked()
        .filter((line) => line.includes('/versions/'))
        .map((line) => line.split(' ')[0]),
    ).toEqual(['GET', 'DELETE', 'GET', 'DELETE'])
  })

  test('is done where the answer was lost, and only that', async () => {
    failing({ kind: 'status', status: 502, late: true })
    expect(await world.open().remove(untagged)).toEqual({ outcome: 'done' })
    expect(world.asked().filter((line) => line.startsWith('DELETE'))).toHaveLength(1)
  })
})
