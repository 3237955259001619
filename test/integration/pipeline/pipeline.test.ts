import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { NoArtifacts } from '../../../actions/base/artifacts.ts'
import { CancelledError, UserError, UserErrors } from '../../../actions/base/errors.ts'
import { finishPipeline, runPipeline } from '../../../actions/pipeline/main.ts'
import { parseReceipt } from '../../../actions/plan/receipt.ts'
import { CREDENTIALS, leftovers } from '../jobs.ts'
import type { TestRunner } from '../runner.ts'
import { openPipelineFixture, type PipelineFixture } from './fixture.ts'

const CONTAINERFILE = 'FROM scratch\nCOPY file /file\n'
/** There is a busybox-arm64 in the context, and none for amd64. */
const ARM64_ONLY = 'FROM scratch\nARG TARGETARCH\nCOPY busybox-$TARGETARCH /bin/sh\n'

let fixture: PipelineFixture
let doubles: PipelineFixture['ghcr'][]
beforeAll(async () => {
  fixture = await openPipelineFixture()
  doubles = [fixture.ghcr, fixture.hub]
})
afterAll(() => fixture.remove())
beforeEach(() => {
  for (const double of doubles) {
    double.faults.clear()
    double.requests.splice(0)
  }
})

/** Main and `post:`, as a job does them. */
async function runJob(job: TestRunner) {
  try {
    return await runPipeline(job.runner)
  } finally {
    await finishPipeline(job.post())
  }
}

describe('the whole pipeline', () => {
  test('publishes where GitHub keeps no artifacts, and warns that the receipt is lost', async () => {
    const inputs = fixture.inputs({ platforms: 'linux/amd64' })
    const job = await fixture.job(await fixture.context(CONTAINERFILE), inputs)
    const refusal = new NoArtifacts('IMG9405', 'No artifacts here.', { hint: 'So be it.' })
    const none = { put: () => Promise.reject(refusal), list: async () => [], get: async () => undefined }
    const { error } = await runJob({ ...job, runner: { ...job.runner, artifacts: async () => none } })
    expect(error).toBeUndefined()
    expect(job.printed.join()).toContain('warning: The receipt of this run is not kept. No artifacts here.')
    for (const { manifests } of doubles)
      expect(manifests.find(`octo/${inputs.image}`, 'latest')).toBeDefined()
  })

  test('publishes two platforms to two registries under one digest, and leaves only the receipt', async () => {
    const inputs = fixture.inputs({ secrets: '{"token": "s3cret-canary"}' })
    const job = await fixture.job(await fixture.context(CONTAINERFILE), inputs)
    const { error, receipt } = await runJob(job)
    expect(error).toBeUndefined()

    const digest = job.outputs.get('digest') ?? ''
    expect(digest).toMatch(/^sha256:/)
    for (const { manifests } of doubles) {
      const index = manifests.find(`octo/${inputs.image}`, 'latest')
      expect(index?.digest).toBe(digest)
      const { manifests: children } = JSON.parse(Buffer.from(index!.bytes).toString())
      expect(children.map(({ platform }: { platform: unknown }) => platform)).toEqual([
        { architecture: 'amd64', os: 'linux' },
        { architecture: 'arm64', os: 'linux' },
      ])
    }
    expect(Object.fromEntries(job.outputs)).toMatchObject({ version: expect.any(String), publish: 'true' })

    const artifacts = await job.runner.artifacts()
    const [kept, ...more] = await artifacts.list('')
    expect(more).toEqual([])
    expect(job.outputs.get('receipt')).toContain(kept)
    expect(parseReceipt((await artifacts.get(kept ?? '')) ?? '')).toEqual(receipt)
    expect(await leftovers(job)).toEqual([])

    const seen = JSON.stringify([job.printed, [...job.outputs], [...job.state]])
    for (const secret of [CREDENTIALS.password, 's3cret-canary']) expect(seen).not.toContain(secret)
  })

  test('one platform that fails: nothing is published, no tag is touched, and the error names it', async () => {
    const inputs = fixture.inputs()
    const job = await fixture.job(await fixture.context(ARM64_ONLY), inputs)
    const { error } = await runJob(job)
    expect(String(error)).toContain('The build for linux/amd64 failed')
    expect(String(error)).not.toContain('There is no record')
    for (const { manifests } of doubles) expect(manifests.tags(`octo/${inputs.image}`)).toEqual([])
    expect(job.outputs.get('digest') ?? '').toBe('')
    expect(await leftovers(job)).toEqual([])
  })

  test('one image that fails keeps no other from being published', async () => {
    const checkout = await fixture.context(CONTAINERFILE)
    await writeFile(join(checkout, 'Bad'), ARM64_ONLY)
    const images = '- {image: good-one}\n- {image: bad-one, file: Bad}'
    const job = await fixture.job(checkout, fixture.inputs({ image: '', images, platforms: 'linux/amd64' }))
    const { error } = await runJob(job)
    expect(String(error)).toContain('The build for linux/amd64 failed')
    for (const { manifests } of doubles) {
      expect(manifests.tags('octo/good-one')).toContain('latest')
      expect(manifests.tags('octo/bad-one')).toEqual([])
    }
  })

  test('skip-push asks nothing of any registry', async () => {
    const inputs = fixture.inputs({ 'skip-push': 'true', platforms: 'linux/amd64' })
    const job = await fixture.job(await fixture.context(CONTAINERFILE), inputs)
    expect((await runJob(job)).error).toBeUndefined()
    expect(job.outputs.get('publish')).toBe('false')
    for (const { requests } of doubles) expect(requests).toEqual([])
  })
})

describe('before anything is built', () => {
  test.each([
    [{ registries: 'docker.io/octo', 'dockerhub-token': '' }, 'DOCKERHUB_TOKEN'],
    [{ platforms: 'linux/pdp11' }, 'Unknown platform "linux/pdp11"'],
    [{ 'dockerhub-username': '' }, 'without "dockerhub-username"'],
    [{ format: 'pdf' }, 'Input "format" is "pdf"'],
    [{ index: 'pdf' }, 'Input "index" is "pdf"'],
  ])('%j is an error that says so', async (wrong, message) => {
    const job = await fixture.job(await fixture.context(CONTAINERFILE), fixture.inputs(wrong))
    const failing = runJob(job)
    await expect(failing).rejects.toThrow(UserError)
    const error = await failing.catch((thrown) => String(thrown))
    expect(error).toContain(message)
    expect(error).not.toContain(CREDENTIALS.password)
    expect(job.printed.some((line) => line.includes('STEP'))).toBe(false)
    expect(await leftovers(job)).toEqual([])
  })
})

test('what is wrong for the plan, the builds and the merge is told at once', async () => {
  const wrong = { platforms: 'linux/pdp11', format: 'pdf', index: 'pdf', retries: '0' }
  const job = await fixture.job(await fixture.context(CONTAINERFILE), fixture.inputs(wrong))
  const error = await runJob(job).catch((thrown) => thrown)
  expect(error).toBeInstanceOf(UserErrors)
  const told = (error as UserErrors).errors.map(({ message }) => message)
  for (const part of ['linux/pdp11', '"format"', '"index"', '"retries"'])
    expect(told.filter((message) => message.includes(part))).toHaveLength(1)
})

test('a run that is cancelled tags nothing, and post leaves nothing', async () => {
  const inputs = fixture.inputs()
  const job = await fixture.job(await fixture.context(CONTAINERFILE), inputs)
  fixture.hub.faults.add({ method: 'PUT', path: '/manifests/', times: 0, fault: { kind: 'hang' } })
  const running = runJob(job)
  const stop = setInterval(() => {
    const begun = fixture.hub.requests.some(
      ({ method, path }) => method === 'PUT' && path.includes('/blobs/'),
    )
    if (begun) job.controller.abort(new CancelledError())
  }, 20)
  try {
    await expect(running).rejects.toThrow(CancelledError)
  } finally {
    clearInterval(stop)
  }
  for (const { manifests } of doubles) expect(manifests.tags(`octo/${inputs.image}`)).toEqual([])
  expect(await leftovers(job)).toEqual([])
})
