import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { InputError, isUserError, userErrorsOf } from '../../../actions/base/errors.ts'
import { finishPipeline, runPipeline } from '../../../actions/pipeline/main.ts'
import type { TestRunner } from '../runner.ts'
import { openPipelineFixture, type PipelineFixture } from './fixture.ts'

const SLEEPER = `FROM scratch
COPY busybox /bin/busybox
ENTRYPOINT ["/bin/busybox"]
CMD ["sleep", "600"]
`
const GOOD = 'version: 1\nimage: { user: "" }\n'
const BAD = 'version: 1\nimage: { user: nobody }\n'

let fixture: PipelineFixture
beforeAll(async () => {
  fixture = await openPipelineFixture()
})
afterAll(() => fixture.remove())

async function start(inputs: Record<string, string>): Promise<TestRunner> {
  const checkout = await fixture.context(SLEEPER)
  const files = { 'good.yml': GOOD, 'bad.yml': BAD, 'wrong.yml': 'version: 1\nimages: {}\n' }
  for (const [name, text] of Object.entries(files)) await writeFile(join(checkout, name), text)
  return fixture.job(checkout, fixture.inputs({ platforms: 'linux/amd64', ...inputs }))
}

const tags = (image: string) => fixture.hub.manifests.tags(`octo/${image}`)

describe('on one runner', () => {
  test('what fails a check is published nowhere, and keeps no other image from being published', async () => {
    const images = '[{ image: checked-good }, { image: checked-bad, verify: bad.yml }]'
    const job = await start({ image: '', images, verify: 'good.yml' })
    const { error, receipt } = await runPipeline(job.runner)
    await finishPipeline(job.post())
    expect(isUserError(error) && userErrorsOf(error).map(({ place }) => place)).toEqual([
      { file: 'bad.yml', line: 2, column: expect.any(Number) },
    ])
    expect(tags('checked-good')).toContain('latest')
    expect(tags('checked-bad')).toEqual([])
    expect(receipt.images.map(({ name, outcome }) => `${name} ${outcome}`).toSorted()).toEqual([
      'checked-bad failed',
      'checked-good published',
    ])
  })

  test('a mistake in the check file is told before anything is built, with all else that is wrong', async () => {
    const job = await start({ verify: 'wrong.yml', index: 'none' })
    const failure = await runPipeline(job.runner).catch((error) => error)
    const errors = userErrorsOf(failure)
    expect(errors.every((error) => error instanceof InputError)).toBe(true)
    expect(errors.map(({ place }) => place?.file)).toEqual([undefined, 'wrong.yml'])
    expect(job.printed.filter((line) => /^STEP \d/.test(line))).toEqual([])
    await finishPipeline(job.post())
    expect(await readdir(job.runner.temp)).toEqual(['artifacts'])
  })

  test('what a verification that was killed left running is taken away afterwards', async () => {
    const job = await start({ verify: 'good.yml' })
    const checkout = job.runner.event.workspace
    await fixture.podman('build', '--quiet', '--tag', 'sleeper', checkout)
    const begun = new AbortController()
    // Where it would start its containers, the job is gone, and one of them is there.
    const saveState = (name: string, value: string) => {
      job.runner.saveState(name, value)
      if (value.startsWith('image-actions.verify=')) begun.abort()
      if (begun.signal.aborted) throw new Error('killed')
    }
    await expect(runPipeline({ ...job.runner, saveState })).rejects.toThrow('killed')
    const label = job.state.get('verification')!
    const network = ['--network', 'none', '--detach']
    await fixture.podman('run', ...network, '--label', label, 'sleeper')
    const other = await fixture.podman('run', ...network, '--label', `${label}0`, 'sleeper')
    await finishPipeline(job.post())
    expect(await fixture.podman('ps', '--all', '--quiet', '--no-trunc')).toBe(other)
    await fixture.podman('rm', '--force', '--time', '0', other)
  })
})
