import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { UserError } from '../../../actions/base/errors.ts'
import { build } from '../../../actions/build/main.ts'
import { readWork } from '../../../actions/build/work.ts'
import { legId, type Plan } from '../../../actions/plan/plan.ts'
import { leftovers } from '../jobs.ts'
import { type BuildFixture, finishJob, openBuildFixture, runJob } from './fixture.ts'

let fixture: BuildFixture
beforeAll(async () => {
  fixture = await openBuildFixture()
})
afterAll(() => fixture.remove())

const EMPTY: Plan = {
  schema: 1,
  id: '0123456789ab',
  repository: 'octo/app',
  event: 'push',
  ref: 'refs/heads/main',
  revision: 'c'.repeat(40),
  created: '2026-01-02T03:04:05.000Z',
  publish: false,
  reason: 'no image was touched by the changed files',
  version: 'latest',
  images: [],
  unchanged: ['app'],
  legs: [],
}
const platform = process.arch === 'arm64' ? 'linux/arm64' : 'linux/amd64'
const ONE: Plan = {
  ...EMPTY,
  reason: 'skip-push is set',
  unchanged: [],
  images: [
    {
      name: 'app',
      repositories: ['ghcr.io/octo/app'],
      tags: [],
      labels: {},
      annotations: {},
      context: '.',
      file: '',
      buildArgs: { PLANNED_TOKEN: 'x' },
      platforms: [platform],
    },
  ],
  legs: [{ leg: legId('app', platform), image: 'app', platform, runsOn: ['ubuntu-24.04'] }],
}

test('a plan that leaves every image out builds nothing, and is content', async () => {
  const job = await fixture.job(await fixture.context('FROM scratch\n'), { plan: JSON.stringify(EMPTY) })
  await build(job.runner)
  expect(job.printed).toEqual(['info: Nothing is built: no image was touched by the changed files.'])
  expect(await leftovers(job)).toEqual([])
})

test('a leg that is named must be there', async () => {
  const job = await fixture.job(await fixture.context('FROM scratch\n'), {
    plan: JSON.stringify(EMPTY),
    leg: 'ffffffffffff',
  })
  await expect(build(job.runner)).rejects.toThrow(UserError)
})

test('build arguments that look like secrets are told once: those of the plan were told with it', async () => {
  const job = await fixture.job(await fixture.context('FROM scratch\nCOPY file /\n'), {
    plan: JSON.stringify(ONE),
    cache: 'none',
    'build-args': 'PLANNED_TOKEN=y\nOWN_TOKEN=z',
  })
  await runJob(job)
  const warnings = job.printed.filter((line) => line.startsWith('warning: '))
  expect(warnings).toEqual([expect.stringContaining('OWN_TOKEN')])
})

test('what is left for post: names files, and holds no secret', async () => {
  const job = await fixture.job(await fixture.context('FROM scratch\nCOPY file /\n'), {
    plan: JSON.stringify(ONE),
    cache: 'none',
    secrets: '{"npm": "s3cret-canary"}',
    'registry-auth': '- registry: example.com\n  username: octo\n  password: hunter2-canary\n',
  })
  await build(job.runner)
  const state = JSON.stringify([...job.state])
  for (const secret of [
    's3cret-canary',
    'hunter2-canary',
    Buffer.from('octo:hunter2-canary').toString('base64'),
  ]) {
    expect(state).not.toContain(secret)
    expect(job.masked).toContain(secret)
  }
  expect(await leftovers(job)).toEqual([expect.stringMatching(/^image-actions-/)])
  expect(readWork(job.post())?.folder).toContain(job.runner.temp)
  await finishJob(job)
  expect(await leftovers(job)).toEqual([])
})

test('without a plan all that is wrong is told at once: options, tags, and the login that is missing', async () => {
  const job = await fixture.job(await fixture.context('FROM scratch\n'), {
    registries: 'docker.io/octo',
    format: 'v2s1',
    platforms: 'linux/vax',
  })
  const error = await build(job.runner).catch((thrown) => String(thrown))
  expect(error).toMatch(/Input "format" is "v2s1"[\s\S]*Unknown platform "linux\/vax"/)
  const other = await fixture.job(await fixture.context('FROM scratch\n'), { registries: 'docker.io/octo' })
  await expect(build(other.runner)).rejects.toThrow('DOCKERHUB_TOKEN')
  expect(await leftovers(job)).toEqual([])
})

test('without a plan and without platforms, the runner’s own is built', async () => {
  const job = await fixture.job(await fixture.context('FROM scratch\nCOPY file /file\n'), {
    registries: '127.0.0.1:9/octo',
    'skip-push': 'true',
    cache: 'none',
  })
  const { record } = await runJob(job)
  expect(record.platform).toBe(platform)
})

test('a cache that hands over another platform’s image is noticed, and the image is built without it', async () => {
  const checkout = await fixture.context('FROM scratch\nCOPY file /file\n')
  const foreign = platform === 'linux/amd64' ? 'linux/arm64' : 'linux/amd64'
  await fixture.podman('build', '--quiet', '--format', 'docker', '--layers', '--platform', foreign, checkout)
  // Without labels the last step is a copy, which every platform has in common.
  const plan = { ...ONE, images: ONE.images.map((image) => ({ ...image, buildArgs: {} })) }
  const job = await fixture.job(checkout, { plan: JSON.stringify(plan), cache: 'none' })
  const { record } = await runJob(job)
  const config = JSON.parse(await fixture.podman('image', 'inspect', record.imageId)) as {
    Architecture: string
  }[]
  expect(config[0]?.Architecture).toBe(platform.split('/')[1])
})
