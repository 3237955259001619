import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CancelledError, InputError, isUserError, userErrorsOf } from '../../../actions/base/errors.ts'
import { type RegistryDouble, startRegistryDouble } from '../../doubles/registry/index.ts'
import { runJob } from '../build/fixture.ts'
import { CREDENTIALS, leftovers } from '../jobs.ts'
import type { TestRunner } from '../runner.ts'
import { broken, CHECK_FILE, openVerifyFixture, type VerifyFixture } from './fixture.ts'

let fixture: VerifyFixture
let registry: RegistryDouble
beforeAll(async () => {
  fixture = await openVerifyFixture()
  const shared = { credentials: CREDENTIALS, redirectBlobs: false }
  registry = await startRegistryDouble({ flavour: 'ghcr', ...shared })
})
afterAll(async () => {
  await Promise.all([registry.close(), fixture.remove()])
})

let count = 0
async function start(checkFile: string, more: Record<string, string> = {}): Promise<TestRunner> {
  const checkout = await fixture.checkout({ 'image-verify.yml': checkFile })
  const image = more.images === undefined ? { image: `gate-${++count}` } : {}
  return fixture.job(checkout, {
    ...image,
    verify: 'image-verify.yml',
    registries: `${registry.host}/octo`,
    'registry-kinds': `${registry.host}=ghcr`,
    'github-token': CREDENTIALS.password,
    cache: 'none',
    ...more,
  })
}

async function failureOf(job: TestRunner) {
  const failure = await runJob(job).then(
    () => undefined,
    (error) => error,
  )
  return isUserError(failure) ? userErrorsOf(failure) : [failure]
}

const built = (job: TestRunner) => job.printed.some((line) => /^STEP \d/.test(line))
const pushed = () => registry.manifests.list(`octo/gate-${count}`)

describe('between build and push', () => {
  test('an image that passes is pushed, and its record tells of the checks', async () => {
    const job = await start(CHECK_FILE, { 'verify-variables': 'name=gate' })
    const { record, references } = await runJob(job)
    expect(references).toEqual([`${registry.host}/octo/gate-${count}@${record.digest}`])
    const report = await readFile(join(job.runner.temp, 'image-verify', record.leg, 'verify.json'), 'utf8')
    expect(record.verified).toEqual({ checks: JSON.parse(report).results.length, time: expect.any(Number) })
    expect(record.verified!.time).toBeGreaterThan(0)
    expect(JSON.parse(report).id).toBe(record.imageId)
    expect([await leftovers(job), await fixture.containers()]).toEqual([['image-verify'], []])
  })

  test('one that does not is pushed nowhere, kept nowhere, and reported on its line', async () => {
    const job = await start(broken(), { archive: 'image.tar' })
    const [failure, ...others] = await failureOf(job)
    expect([failure.place, others]).toEqual([{ file: 'image-verify.yml', line: 3, column: 3 }, []])
    expect(pushed()).toEqual([])
    expect(await (await job.runner.artifacts()).list('record-')).toEqual([])
    await expect(readFile(join(job.runner.event.workspace, 'image.tar'))).rejects.toThrow('ENOENT')
    expect(job.printed.join('\n')).toContain('1 failed')
    expect(await fixture.containers()).toEqual([])
  })

  test('one that is only built is verified too', async () => {
    const [failure] = await failureOf(await start(broken(), { 'skip-push': 'true' }))
    expect(failure.place?.line).toBe(3)
  })

  test('one whose rebuild takes from the cache what it should is pushed', async () => {
    const rebuild = 'version: 1\nrebuild: [{ edit: file, cached: [COPY busybox], rebuilt: [COPY file] }]\n'
    const { record } = await runJob(await start(rebuild))
    expect(record.verified?.checks).toBeGreaterThan(1)
  })
})

describe('before the build', () => {
  test.each([
    ['a mistake in the check file', {}, 'version: 1\nfile: []\n'],
    ['a check file that is not there', { verify: 'none.yml' }, CHECK_FILE],
    ['one outside the checkout', { verify: '../none.yml' }, CHECK_FILE],
    ['variables that are none', { 'verify-variables': 'name' }, CHECK_FILE],
  ])('%s is refused', async (_what, inputs, checkFile) => {
    const job = await start(checkFile, inputs)
    const [failure] = await failureOf(job)
    expect(failure).toBeInstanceOf(InputError)
    expect([built(job), await leftovers(job)]).toEqual([false, []])
  })
})

describe('of several images', () => {
  test.each([
    ['with a check file of its own is held against that', 'verify: own.yml', 3],
    ['with none is held against the common one', 'context: .', 3],
  ])('one %s', async (_what, entry, line) => {
    const checkout = { 'own.yml': broken() }
    const job = await start(entry.startsWith('verify') ? CHECK_FILE : broken(), {
      images: `[{ image: gate-own, ${entry} }]`,
    })
    await fixture.write(job.runner.event.workspace, checkout)
    const [failure] = await failureOf(job)
    expect(failure.place?.line).toBe(line)
  })

  test('one with an empty check file is not verified', async () => {
    const { record } = await runJob(await start(broken(), { images: '[{ image: gate-none, verify: "" }]' }))
    expect(record).not.toHaveProperty('verified')
  })
})

test('a build that is cancelled while its image is verified leaves no container, and pushes nothing', async () => {
  const endless = CHECK_FILE.replace('path: /index.html } }', 'path: /never, status: 200 } }')
  const job = await start(endless)
  const running = runJob(job)
  const stop = setInterval(async () => {
    if ((await fixture.containers()).length > 0) job.controller.abort()
  }, 100)
  try {
    await expect(running).rejects.toThrow(CancelledError)
  } finally {
    clearInterval(stop)
  }
  expect([await fixture.containers(), pushed()]).toEqual([[], []])
})
