import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { CancelledError } from '../../../actions/base/errors.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { CREDENTIALS, leftovers } from '../jobs.ts'
import { type BuildFixture, openBuildFixture, runJob } from './fixture.ts'

let fixture: BuildFixture
let registry: RegistryDouble
beforeAll(async () => {
  fixture = await openBuildFixture()
  registry = await startRegistryDouble({ flavour: 'ghcr', credentials: CREDENTIALS })
})
afterAll(async () => {
  await Promise.all([registry.close(), fixture.remove()])
})

const inputs = (image: string) => ({
  image,
  registries: `${registry.host}/octo`,
  'registry-kinds': `${registry.host}=ghcr`,
  'github-token': CREDENTIALS.password,
  cache: 'none',
})

/** Command lines of all processes that name it; one that has ended has none, even before somebody notices. */
function runningWith(mark: string): string[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return line.includes(mark) ? [line] : []
    } catch {
      return []
    }
  })
}

test('a build that is cancelled ends podman and all it started, and takes credentials away', async () => {
  const mark = `sleep 3${process.pid}`
  const checkout = await fixture.context(
    `FROM scratch\nCOPY busybox /bin/sh\nCOPY busybox /bin/sleep\nRUN ["/bin/sh", "-c", "echo slow; ${mark}"]\n`,
  )
  const job = await fixture.job(checkout, inputs('cancelled'))
  const running = runJob(job)
  const stop = setInterval(() => job.printed.includes('slow') && job.controller.abort(), 20)
  try {
    await expect(running).rejects.toThrow(CancelledError)
  } finally {
    clearInterval(stop)
  }
  expect(await leftovers(job)).toEqual([])
  expect(runningWith(mark)).toEqual([])
  expect(registry.manifests.list('octo/cancelled')).toEqual([])
})

test('a push that is cancelled leaves no manifest, and nothing on the disk', async () => {
  const checkout = await fixture.context('FROM scratch\nCOPY busybox /bin/sh\n')
  const job = await fixture.job(checkout, inputs('halfway'))
  registry.faults.add({
    method: 'PUT',
    path: '/octo/halfway/blobs/uploads/',
    times: 0,
    fault: { kind: 'hang' },
  })
  const running = runJob(job)
  const stop = setInterval(() => {
    if (registry.requests.some(({ path }) => path.startsWith('/v2/octo/halfway/'))) job.controller.abort()
  }, 20)
  try {
    await expect(running).rejects.toThrow(CancelledError)
  } finally {
    clearInterval(stop)
  }
  expect(await leftovers(job)).toEqual([])
  expect(registry.manifests.list('octo/halfway')).toEqual([])
})
