import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { CancelledError } from '../../../actions/base/errors.ts'
import { finishPipeline, runPipeline } from '../../../actions/pipeline/main.ts'
import { type GithubDouble, startGithubDouble } from '../../doubles/github/index.ts'
import { CREDENTIALS, leftovers } from '../jobs.ts'
import type { TestRunner } from '../runner.ts'
import { openPipelineFixture, type PipelineFixture } from './fixture.ts'

let fixture: PipelineFixture
let github: GithubDouble
let checkout: string
beforeAll(async () => {
  fixture = await openPipelineFixture()
  const tokens = { [CREDENTIALS.password]: { login: CREDENTIALS.user, packages: 'admin' as const } }
  github = await startGithubDouble({ registry: fixture.ghcr, tokens })
  checkout = await fixture.context('FROM scratch\nCOPY file /file\n')
})
afterAll(() => Promise.all([github.close(), fixture.remove()]))
beforeEach(() => {
  github.faults.clear()
  github.requests.splice(0)
})

/** Publishes under one name again and again, each time other files; gives the digests, and the last job. */
async function publish(times: number, more: Record<string, string> = {}) {
  const { image, ...rest } = fixture.inputs({
    platforms: 'linux/amd64',
    registries: `${fixture.ghcr.host}/octo`,
    'registry-kinds': `${fixture.ghcr.host}=ghcr ${github.url}`,
    ...more,
  })
  // To cleanup, “images” would mean something else.
  const inputs = { ...rest, images: `- {image: ${image}}` }
  const digests: string[] = []
  let job: TestRunner | undefined
  for (let time = 1; time <= times; time++) {
    await writeFile(join(checkout, 'file'), `${image} ${time}`)
    job = await fixture.job(checkout, inputs)
    const { error } = await runPipeline(job.runner)
    await finishPipeline(job.post())
    expect(error).toBeUndefined()
    digests.push(job.outputs.get('digest') ?? '')
    // The digest cache stays in its home.
    expect((await leftovers(job)).filter((name) => name !== '.cache')).toEqual([])
  }
  const find = (reference: string) => fixture.ghcr.manifests.find(`octo/${image}`, reference)
  const all = fixture.ghcr.manifests.list(`octo/${image}`)
  return { image, inputs, job: job!, digests, find, all }
}

describe('after a merge', () => {
  test('what left the slot of the previous state goes with its children, and nothing else', async () => {
    const { job, digests, find, all } = await publish(3)
    expect([find('latest')?.digest, find('latest-previous')?.digest]).toEqual([digests[2], digests[1]])
    expect(find(digests[0]!)).toBeUndefined()
    // Two indexes, and the one child of each.
    expect(all).toHaveLength(4)
    expect(job.printed.join('\n')).toContain('Deleted 2 manifests')
    // What cleanup sets is not what the pipeline is asked for.
    expect([...job.outputs.keys()]).not.toContain('deleted')
  })

  test('nothing goes where nothing was replaced, and GitHub is not asked', async () => {
    const { all } = await publish(2)
    expect(all).toHaveLength(4)
    expect(github.requests).toEqual([])
  })

  test('nothing goes with cleanup: false', async () => {
    const { digests, find } = await publish(3, { cleanup: 'false' })
    expect(find(digests[0]!)).toBeDefined()
    expect(github.requests).toEqual([])
  })

  test('a cleanup that fails is a warning: everything is published', async () => {
    github.faults.add({ path: '/versions', times: 0, fault: { kind: 'status', status: 500 } })
    const { job, digests, find } = await publish(3, { retries: '1' })
    expect([find('latest')?.digest, find(digests[0]!)?.digest]).toEqual([digests[2], digests[0]])
    expect(job.printed.join('\n')).toMatch(/^warning: .*cleanup failed/m)
  })
})

test('where main was killed between two deletions, post looks whether a tag needs what is gone', async () => {
  const { image, inputs } = await publish(2)
  await writeFile(join(checkout, 'file'), `${image} 3`)
  const job = await fixture.job(checkout, inputs)
  github.faults.add({ method: 'DELETE', nth: 2, fault: { kind: 'hang' } })
  const deletions = () => github.requests.filter(({ method }) => method === 'DELETE').length
  const main = runPipeline(job.runner)
  while (deletions() < 2) await setTimeout(20)
  const asked = github.requests.length
  await finishPipeline(job.post())
  const looked = github.requests.slice(asked).map(({ method, path }) => `${method} ${path.split('?')[0]}`)
  expect(looked).toContainEqual(expect.stringMatching(/^GET .*\/versions$/))
  expect(looked).not.toContainEqual(expect.stringMatching(/^DELETE/))
  job.controller.abort(new CancelledError())
  expect((await main).error).toBeInstanceOf(CancelledError)
})

test('a wrong word is told before anything is built', async () => {
  const job = await fixture.job(checkout, fixture.inputs({ cleanup: 'perhaps' }))
  await expect(runPipeline(job.runner)).rejects.toThrow('Input "cleanup" is "perhaps".')
  await finishPipeline(job.post())
  expect(job.printed.some((line) => line.includes('STEP'))).toBe(false)
})
