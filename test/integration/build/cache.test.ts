import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { type BuildFixture, CONTAINERFILE, openBuildFixture, runJob } from './fixture.ts'

let fixture: BuildFixture
let registry: RegistryDouble
let broken: RegistryDouble
beforeAll(async () => {
  fixture = await openBuildFixture()
  registry = await startRegistryDouble({ flavour: 'oci' })
  broken = await startRegistryDouble({ flavour: 'oci' })
})
afterAll(async () => {
  await Promise.all([registry.close(), broken.close(), fixture.remove()])
})

let count = 0
function inputs(more: Record<string, string> = {}) {
  return { image: `cached-${++count}`, registries: `${registry.host}/octo`, 'strict-semver': 'true', ...more }
}
const lines = (printed: string[], level: string) => printed.filter((line) => line.startsWith(`${level}: `))

describe('the layer cache in a registry', () => {
  test('gives a fresh machine every step that did not change, and is written after the push', async () => {
    const given = inputs()
    const first = await fixture.job(await fixture.context(CONTAINERFILE, 'one'), given)
    await runJob(first)
    expect(lines(first.printed, 'warning')).toEqual([])
    const cache = registry.manifests.tags(`octo/${given.image}-cache-linux-amd64`)
    expect(cache.length).toBeGreaterThan(0)
    await fixture.podman('rmi', '--all', '--force')

    const second = await fixture.job(await fixture.context(CONTAINERFILE, 'two'), given)
    const { record } = await runJob(second)
    expect(record.cache.hits).toBe(2)
    expect(second.printed.some((line) => line.startsWith('--> Cache pulled from remote'))).toBe(true)
  })

  test('that never answers costs a warning, and the image is published', async () => {
    const job = await fixture.job(
      await fixture.context(CONTAINERFILE),
      inputs({ 'cache-repository': '127.0.0.1:9/octo/cache' }),
    )
    const { references } = await runJob(job)
    expect(references).toHaveLength(1)
    expect(lines(job.printed, 'warning')).toEqual([
      expect.stringContaining('127.0.0.1:9/octo/cache-linux-amd64'),
    ])
  })

  test('that takes nothing costs a warning after the push', async () => {
    broken.faults.add({
      method: 'POST',
      path: '/blobs/uploads/',
      times: 0,
      fault: { kind: 'status', status: 507 },
    })
    const job = await fixture.job(
      await fixture.context(CONTAINERFILE),
      inputs({ 'cache-repository': `${broken.host}/octo/cache` }),
    )
    const { references } = await runJob(job)
    expect(references).toHaveLength(1)
    expect(lines(job.printed, 'warning')).toEqual([expect.stringContaining('could not be written')])
  })

  test('that breaks while it is read does not fail the build', async () => {
    const given = inputs()
    await runJob(await fixture.job(await fixture.context(CONTAINERFILE, 'one'), given))
    await fixture.podman('rmi', '--all', '--force')
    registry.faults.add({
      method: 'GET',
      path: '-cache-linux-amd64/blobs/',
      times: 0,
      fault: { kind: 'status', status: 500 },
    })
    const { references } = await runJob(await fixture.job(await fixture.context(CONTAINERFILE, 'two'), given))
    expect(references).toHaveLength(1)
  })

  test('is neither read nor written with no-cache', async () => {
    const given = inputs({ 'no-cache': 'true' })
    await runJob(await fixture.job(await fixture.context(CONTAINERFILE), given))
    expect(registry.manifests.tags(`octo/${given.image}-cache-linux-amd64`)).toEqual([])
  })
})
