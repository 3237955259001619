import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { distributionPackage } from '../../../actions/packages/distribution/package.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { accessWith } from '../registry/fixtures.ts'
import { type OpenedBackend, openBackend } from './backend.ts'
import { NAME, openHub, push } from './dockerhub-fixture.ts'

const OUTAGE = { method: 'DELETE', fault: { kind: 'status', status: 503 } } as const

/** While the next attempt is waited for. */
function whileWaiting({ clock }: OpenedBackend, happens: () => void): void {
  const sleep = clock.sleep.bind(clock)
  clock.sleep = async (milliseconds) => {
    clock.sleep = sleep
    happens()
    await sleep(milliseconds)
  }
}

describe('a registry that drops all tags of what is deleted, and fails once', () => {
  let registry: RegistryDouble
  let opened: OpenedBackend
  beforeEach(async () => {
    registry = await startRegistryDouble({ flavour: 'oci' })
    opened = openBackend(distributionPackage, accessWith())
  })
  afterEach(async () => {
    opened.close()
    await registry.close()
  })

  test('keeps what got a tag before the next attempt', async () => {
    const { index } = await push(registry, 'one', 'old')
    const app = opened.open({ host: registry.host, path: NAME })
    const [version] = await app.versions()
    registry.faults.add(OUTAGE)
    whileWaiting(opened, () => void registry.manifests.put(NAME, 'latest', index))
    expect(await app.remove(version!)).toEqual({ outcome: 'changed', reason: 'latest holds it now' })
    expect(registry.manifests.find(NAME, 'latest')?.digest).toBe(index.digest)
  })

  test('takes no tag that has moved before the next attempt', async () => {
    await push(registry, 'one', 'old')
    const { index: other } = await push(registry, 'two', 'latest')
    const app = opened.open({ host: registry.host, path: NAME })
    const held = (await app.versions()).find(({ tags }) => tags.includes('old'))!
    registry.faults.add(OUTAGE)
    whileWaiting(opened, () => void registry.manifests.put(NAME, 'old', other))
    expect(await app.untag('old', held.digest)).toEqual({
      outcome: 'changed',
      reason: 'old holds another image now',
    })
    expect(registry.manifests.find(NAME, 'old')?.digest).toBe(other.digest)
  })

  test('is done where the answer was lost', async () => {
    await push(registry, 'one', 'old')
    const app = opened.open({ host: registry.host, path: NAME })
    const [version] = await app.versions()
    registry.faults.add({ method: 'DELETE', fault: { kind: 'status', status: 502, late: true } })
    expect(await app.remove(version!)).toEqual({ outcome: 'done' })
  })
})

test.each(['remove', 'untag'] as const)(
  'Docker Hub, failing once: %s leaves a tag alone that has moved before the next attempt',
  async (how) => {
    const hub = await openHub()
    try {
      await push(hub.registry, 'one', 'old')
      const { index: other } = await push(hub.registry, 'two', 'latest')
      const version = (await hub.app.versions()).find(({ tags }) => tags.includes('old'))!
      hub.api.faults.add(OUTAGE)
      whileWaiting(hub, () => void hub.registry.manifests.put(NAME, 'old', other))
      const answer = how === 'remove' ? hub.app.remove(version) : hub.app.untag('old', version.digest)
      expect(await answer).toEqual({ outcome: 'changed', reason: 'old holds another image now' })
      expect(hub.registry.manifests.find(NAME, 'old')?.digest).toBe(other.digest)
    } finally {
      await hub.stop()
    }
  },
)
