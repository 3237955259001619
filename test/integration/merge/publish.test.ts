import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parseRepository } from '../../../actions/base/reference.ts'
import { runMerge } from '../../../actions/merge/run.ts'
import type { Plan } from '../../../actions/plan/plan.ts'
import type { RegistryAccess } from '../../../actions/registry/access.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { childDigest, fixed, indexFor, LATEST, planFor, recordsOf } from '../../unit/merge/plans.ts'
import { memoryArtifacts } from '../../unit/merge/world.ts'
import { type RunningRegistry, startRegistry } from '../docker-registry.ts'
import { accessTo, connect, LOGIN, mergeOf, publishBefore, pushChildren } from './servers.ts'

const temp = mkdtempSync(join(tmpdir(), 'merge-'))
afterAll(() => rmSync(temp, { recursive: true, force: true }))

const CREDENTIALS = { user: LOGIN.username, password: LOGIN.password }
const FIVE = [...fixed('2.0.0', '2.0', '2', 'sha-2'), LATEST]
let name = 0

/** Two plans of one new repository everywhere: what was published before, and what is to be published now. */
function plansFor(hosts: readonly string[]): { before: Plan; now: Plan } {
  const repositories = hosts.map((host) => `${host}/acme/app-${name}`)
  name += 1
  return {
    before: planFor({ revision: 'r1', tags: [LATEST], repositories }),
    now: planFor({ revision: 'r2', tags: FIVE, repositories }),
  }
}

async function prepare(access: RegistryAccess, hosts: readonly string[]) {
  const plans = plansFor(hosts)
  const registries = connect(access)
  await publishBefore(registries, plans.before, ['latest'])
  await pushChildren(registries, plans.now)
  const artifacts = memoryArtifacts(recordsOf(plans.now))
  const held = (repository: string, tag: string) =>
    registries
      .open(parseRepository(repository), 'pull')
      .headManifest(tag)
      .then((found) => found?.digest)
  return { ...plans, held, artifacts, close: () => registries.close() }
}

describe('over GHCR and Docker Hub', () => {
  let ghcr: RegistryDouble
  let hub: RegistryDouble
  let access: RegistryAccess
  beforeAll(async () => {
    ghcr = await startRegistryDouble({ flavour: 'ghcr', credentials: CREDENTIALS })
    hub = await startRegistryDouble({ flavour: 'dockerhub', credentials: CREDENTIALS })
    access = accessTo({ [ghcr.host]: 'ghcr', [hub.host]: 'dockerhub' })
  })
  afterAll(() => Promise.all([ghcr.close(), hub.close()]))

  test('every tag holds the same index, and latest-previous what was before', async () => {
    const { before, now, held, artifacts, close } = await prepare(access, [ghcr.host, hub.host])
    const { error, receipt } = await runMerge(mergeOf(now, access, { artifacts, temp }))
    expect(error).toBeUndefined()
    expect(receipt.images[0]?.outcome).toBe('published')
    for (const repository of now.images[0]!.repositories) {
      for (const tag of FIVE) expect(await held(repository, tag.name)).toBe(indexFor(now).digest)
      expect(await held(repository, 'latest-previous')).toBe(indexFor(before).digest)
    }
    close()
  })

  test.each([
    ['refuses', { kind: 'status', status: 403 }],
    ['breaks off', { kind: 'reset-response', after: 0 }],
  ] as const)('a registry that %s at the last tag: everything is put back', async (_what, fault) => {
    const { before, now, held, artifacts, close } = await prepare(access, [ghcr.host, hub.host])
    const path = `${now.images[0]!.repositories[1]!.slice(hub.host.length + 1)}/manifests/latest$`
    hub.faults.add({ method: 'PUT', path, times: 20, fault })
    const { error } = await runMerge(mergeOf(now, access, { artifacts, temp }))
    hub.faults.clear()
    expect(String(error)).toMatch(/was not published/)
    for (const repository of now.images[0]!.repositories)
      expect(await held(repository, 'latest')).toBe(indexFor(before).digest)
    close()
  })

  test('what stutters is asked again, and nothing is put back', async () => {
    const { now, held, artifacts, close } = await prepare(access, [ghcr.host, hub.host])
    for (const method of ['GET', 'HEAD', 'PUT'])
      hub.faults.add({
        method,
        path: '/manifests/',
        nth: 2,
        fault: { kind: 'status', status: 503, late: true },
      })
    const { error } = await runMerge(mergeOf(now, access, { artifacts, temp }))
    hub.faults.clear()
    expect(error).toBeUndefined()
    expect(await held(now.images[0]!.repositories[1]!, 'latest')).toBe(indexFor(now).digest)
    close()
  })

  test('a failed leg removes what Docker Hub lets go, and names what GHCR keeps', async () => {
    const { now, held, artifacts, close } = await prepare(access, [ghcr.host, hub.host])
    const arm = now.legs.find(({ platform }) => platform === 'linux/arm64')!
    artifacts.contents.delete(`record-${now.id}-${arm.leg}-1`)
    const { error, receipt } = await runMerge(mergeOf(now, access, { artifacts, temp }))
    const child = childDigest(now, 'linux/amd64')
    const [kept, cleaned] = now.images[0]!.repositories
    expect(String(error)).toMatch(/no record of app for linux\/arm64/)
    expect(receipt.leftovers).toEqual([`${kept}@${child}`])
    expect([await held(kept!, child), await held(cleaned!, child)]).toEqual([child, undefined])
    close()
  })
})

describe('its cost', () => {
  test('at most 24 requests, and 8 round trips one after another', async () => {
    const latency = 40
    const line = await startRegistryDouble({ flavour: 'oci', latency })
    const access = accessTo({ [line.host]: undefined })
    const { now, artifacts, close } = await prepare(access, [line.host])
    const asked = line.requests.length
    const started = performance.now()
    const { error } = await runMerge(mergeOf(now, access, { artifacts, temp }))
    const trips = (performance.now() - started) / latency
    expect(error).toBeUndefined()
    expect(line.requests.length - asked).toBeLessThanOrEqual(24)
    expect(trips).toBeLessThan(9)
    close()
    await line.close()
  })
})

describe('over docker-registry', () => {
  let registry: RunningRegistry
  beforeAll(async () => {
    registry = await startRegistry()
  })
  afterAll(() => registry.stop())

  test('publishes, converges when run again, and walks its tags for orphans', async () => {
    const access = accessTo({ [registry.host]: undefined })
    const { now, before, held, artifacts, close } = await prepare(access, [registry.host])
    const [repository] = now.images[0]!.repositories
    for (const attempt of [1, 2]) {
      const { error } = await runMerge(mergeOf(now, access, { artifacts, temp, attempt }))
      expect(error).toBeUndefined()
      expect(await held(repository!, 'latest')).toBe(indexFor(now).digest)
      expect(await held(repository!, 'latest-previous')).toBe(indexFor(before).digest)
    }
    const lost = planFor({ revision: 'r3', tags: FIVE, repositories: [repository!] })
    const registries = connect(access)
    await pushChildren(registries, lost)
    const [amd] = recordsOf(lost)
    const failed = await runMerge(mergeOf(lost, access, { artifacts: memoryArtifacts([amd!]), temp }))
    expect(failed.receipt.leftovers).toEqual([])
    expect(await held(repository!, amd!.digest)).toBeUndefined()
    expect(await held(repository!, childDigest(now, 'linux/amd64'))).toBeDefined()
    registries.close()
    close()
  })
})
