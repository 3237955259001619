import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { CREDENTIALS, leftovers, publishingTo } from '../jobs.ts'
import { type BuildFixture, CONTAINERFILE, openBuildFixture, runJob } from './fixture.ts'

let fixture: BuildFixture
let ghcr: RegistryDouble
let hub: RegistryDouble
beforeAll(async () => {
  fixture = await openBuildFixture()
  // Newer podmans forward credentials to another port of the same host, where blobs would be.
  const shared = { credentials: CREDENTIALS, redirectBlobs: false }
  ghcr = await startRegistryDouble({ flavour: 'ghcr', ...shared })
  hub = await startRegistryDouble({ flavour: 'dockerhub', ...shared })
})
afterAll(async () => {
  await Promise.all([ghcr.close(), hub.close(), fixture.remove()])
})

let count = 0
/** Inputs that publish to both registries, under a name that nothing else uses. */
function inputs(more: Record<string, string> = {}) {
  return {
    image: `app-${++count}`,
    ...publishingTo(ghcr, hub),
    ...more,
  }
}

/** Bytes of blobs that arrived since the last call. */
function uploaded(double: RegistryDouble): string[] {
  return double.requests
    .splice(0)
    .flatMap(({ method, path, status }) =>
      method === 'PUT' && path.includes('/blobs/') && status === 201 ? [path] : [],
    )
}

describe('a build without a plan', () => {
  test('lands in both registries under one digest, and is tagged nowhere', async () => {
    const checkout = await fixture.context(CONTAINERFILE)
    const job = await fixture.job(checkout, inputs())
    const { record, references } = await runJob(job)
    expect(references).toEqual([ghcr, hub].map(({ host }) => `${host}/octo/app-${count}@${record.digest}`))
    for (const double of [ghcr, hub]) {
      expect(double.manifests.find(`octo/app-${count}`, record.digest)?.digest).toBe(record.digest)
      expect(double.manifests.tags(`octo/app-${count}`)).toEqual([])
    }
    expect(record.repositories.map(({ created }) => created)).toEqual([true, true])
    expect(JSON.stringify(record).length).toBeLessThan(2048)
  })

  test('leaves nothing behind, and shows no password anywhere', async () => {
    const job = await fixture.job(
      await fixture.context(CONTAINERFILE),
      inputs({ secrets: '{"token": "s3cret-canary"}' }),
    )
    await runJob(job)
    expect(await leftovers(job)).toEqual([])
    const seen = JSON.stringify([job.printed, [...job.outputs], [...job.state]])
    const base64 = Buffer.from(`${CREDENTIALS.user}:${CREDENTIALS.password}`).toString('base64')
    for (const secret of [CREDENTIALS.password, base64, 's3cret-canary']) {
      expect(seen).not.toContain(secret)
      expect(job.masked).toContain(secret)
    }
  })

  test('sends only what changed, though nothing is left on the machine of the build before', async () => {
    const given = inputs()
    const checkout = await fixture.context(CONTAINERFILE, 'first')
    const first = await runJob(await fixture.job(checkout, given))
    for (const double of [ghcr, hub]) {
      const { manifests } = double
      manifests.put(
        `octo/${given.image}`,
        'latest',
        manifests.find(`octo/${given.image}`, first.record.digest)!,
      )
      uploaded(double)
    }
    await fixture.podman('rmi', '--all', '--force')
    await fixture.podman(
      'pull',
      '--quiet',
      '--tls-verify=false',
      `--creds=${CREDENTIALS.user}:${CREDENTIALS.password}`,
      `${ghcr.host}/octo/${given.image}:latest`,
    )
    const changed = await fixture.context(
      `FROM ${ghcr.host}/octo/${given.image}:latest\nCOPY file /file\n`,
      'second',
    )
    await runJob(await fixture.job(changed, given))
    // One layer and one config.
    for (const double of [ghcr, hub]) expect(uploaded(double)).toHaveLength(2)
  })

  test('tells a terminal how far it is', async () => {
    const job = await fixture.job(await fixture.context(CONTAINERFILE), inputs())
    const told: string[] = []
    const progress = (what: string, done: number, total: number) => told.push(`${what}: ${done}/${total}`)
    await runJob({ ...job, runner: { ...job.runner, progress } })
    // Three layers and a config, to both.
    const expected = Array.from({ length: 9 }, (_, done) => `Pushing to ${ghcr.host}, ${hub.host}: ${done}/8`)
    expect(told).toEqual(expected)
  })

  test('is not pushed where publishing is skipped', async () => {
    const job = await fixture.job(
      await fixture.context(CONTAINERFILE),
      inputs({ 'skip-push': 'true', archive: 'out/image.tar' }),
    )
    ghcr.requests.splice(0)
    const { record, references } = await runJob(job)
    expect(references).toEqual([])
    expect(record.repositories).toEqual([])
    expect(ghcr.requests).toEqual([])
    expect(
      await fixture.podman('load', '--quiet', '--input', `${job.runner.event.workspace}/out/image.tar`),
    ).toContain('Loaded image')
  })

  test('is the same image twice where it is reproducible', async () => {
    const digests = []
    // The fixture's checkout has no git: the event tells when the commit was made.
    const created = '"org.opencontainers.image.created"="2026-01-02T03:04:05.000Z"'
    for (const text of ['same', 'same']) {
      const job = await fixture.job(
        await fixture.context(CONTAINERFILE, text),
        inputs({ reproducible: 'true' }),
      )
      digests.push((await runJob(job)).record.digest)
      expect(job.printed.join('\n').replaceAll('\\', '')).toContain(created)
    }
    expect(digests[0]).toBe(digests[1])
  })
})

describe('a registry in trouble', () => {
  test.each([
    ['503', { kind: 'status', status: 503 }],
    ['429', { kind: 'status', status: 429, headers: { 'Retry-After': '7' } }],
    ['a reset in the middle of a layer', { kind: 'reset-request', after: 1000 }],
  ] as const)('is asked again after %s, and the image arrives', async (_name, fault) => {
    hub.faults.add({ method: 'PUT', path: '/blobs/uploads/', fault })
    const job = await fixture.job(await fixture.context(CONTAINERFILE, `${_name}`), inputs())
    const { record } = await runJob(job)
    expect(hub.manifests.find(`octo/app-${count}`, record.digest)?.digest).toBe(record.digest)
    expect(job.waits.length).toBeGreaterThan(0)
  })

  test('that stays down fails the build, with its name, after three attempts', async () => {
    hub.faults.add({
      method: 'POST',
      path: `/octo/app-${count + 1}/blobs/uploads/`,
      times: 0,
      fault: { kind: 'status', status: 503 },
    })
    const job = await fixture.job(await fixture.context(CONTAINERFILE), inputs())
    await expect(runJob(job)).rejects.toThrow(hub.host)
    expect(await leftovers(job)).toEqual([])
  })
})
