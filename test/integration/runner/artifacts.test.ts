import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { DefaultArtifactClient } from '@actions/artifact'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type Artifacts, NoArtifacts } from '../../../actions/base/artifacts.ts'
import { digestOf } from '../../../actions/base/digest.ts'
import { UserError } from '../../../actions/base/errors.ts'
import { githubArtifacts } from '../../../actions/runner/artifacts.ts'
import { type ResultsDouble, runtimeToken, startResultsDouble } from '../../doubles/results/index.ts'

const RUN = 'ce7f54c7-61c7-4aae-887f-30da475f5f1a'
const before = { ...process.env }
let results: ResultsDouble
let temp: string
let artifacts: Artifacts

beforeEach(async () => {
  // The client speaks to a runner, in commands it would obey.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  results = await startResultsDouble()
  temp = await mkdtemp(join(tmpdir(), 'artifacts-'))
  Object.assign(process.env, {
    ACTIONS_RESULTS_URL: `${results.url}/`,
    ACTIONS_RUNTIME_TOKEN: runtimeToken(RUN, 'job-1'),
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: temp,
  })
  artifacts = githubArtifacts(temp)
})
afterEach(async () => {
  await results.close()
  await rm(temp, { recursive: true, force: true })
  jest.restoreAllMocks()
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
})

/** What another step of the run uploads, with GitHub's own action. */
async function upload(name: string, files: Record<string, string>, skipArchive: boolean): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'upload-'))
  const paths = Object.keys(files).map((file) => join(folder, file))
  for (const path of paths) await writeFile(path, files[path.slice(folder.length + 1)] ?? '')
  await new DefaultArtifactClient().uploadArtifact(name, paths, folder, { skipArchive })
  await rm(folder, { recursive: true })
}

test('on Enterprise Server, which keeps none, it says so and what to use there', async () => {
  process.env.GITHUB_SERVER_URL = 'https://github.example.com'
  const refusal = { code: 'IMG9405', hint: expect.stringContaining('one-step action') }
  await expect(artifacts.put('plan-0123', '{}')).rejects.toMatchObject(refusal)
  await expect(artifacts.put('plan-0123', '{}')).rejects.toBeInstanceOf(NoArtifacts)
  await expect(artifacts.list('plan-')).rejects.toMatchObject(refusal)
  await expect(artifacts.get('plan-0123')).rejects.toMatchObject(refusal)
})

describe('a document', () => {
  test('arrives as it was put, under the digest that was told', async () => {
    const content = '{"schema":1,"text":"zwölf"}'
    expect(await artifacts.put('plan-0123', content)).toBe(digestOf(content))
    process.env.ACTIONS_RUNTIME_TOKEN = runtimeToken(RUN, 'job-2')
    expect(await githubArtifacts(temp).get('plan-0123')).toBe(content)
    expect(results.artifacts.map(({ name, digest }) => [name, digest])).toEqual([
      ['plan-0123', digestOf(content)],
    ])
    expect(await readdir(temp)).toEqual([])
  })

  test('whose answer breaks off is told as such: its rest never comes, and the client would wait for ever', async () => {
    results.faults.add({ path: 'ListArtifacts', times: 0, fault: { kind: 'reset-response', after: 5 } })
    const struck = () => results.requests.some(({ faults }) => faults.length > 0)
    const sleep = async () => {
      while (!struck()) await setImmediate()
    }
    const impatient = githubArtifacts(temp, { now: Date.now, sleep })
    await expect(impatient.list('plan-')).rejects.toThrow('There was no answer for 300 s.')
  })

  test('is found by the beginning of its name', async () => {
    for (const name of ['record-1-a', 'record-2-a', 'plan-1']) await artifacts.put(name, '{}')
    expect((await artifacts.list('record-')).toSorted()).toEqual(['record-1-a', 'record-2-a'])
    expect(await artifacts.list('receipt-')).toEqual([])
  })

  test('that is not there is undefined', async () => {
    expect(await artifacts.get('plan-0123')).toBeUndefined()
  })

  test('is given its name once: a second one is the caller’s mistake, and the first stays', async () => {
    await artifacts.put('record-1', 'first')
    const second = artifacts.put('record-1', 'second')
    await expect(second).rejects.toThrow(UserError)
    await expect(second).rejects.toThrow('has an artifact record-1 already')
    expect(await artifacts.get('record-1')).toBe('first')
    expect(await readdir(temp)).toEqual([])
  })
})

describe('an artifact of somebody else under our name', () => {
  test('that is an archive of several files is refused', async () => {
    await upload('plan-0123', { a: '{}', b: '{}' }, false)
    await expect(artifacts.get('plan-0123')).rejects.toThrow('Artifact plan-0123 is not a single document.')
  })

  test('that is far too large is not even fetched', async () => {
    await upload('plan-0123', { 'plan-0123': '{}' }, true)
    Object.assign(results.artifacts[0] ?? {}, { size: 65 * 1024 * 1024 })
    results.requests.splice(0)
    await expect(artifacts.get('plan-0123')).rejects.toThrow('larger than any plan')
    expect(results.requests.filter(({ path }) => path.startsWith('/container/'))).toEqual([])
  })

  test('whose content is not what was uploaded is refused', async () => {
    await artifacts.put('plan-0123', '{}')
    Object.assign(results.artifacts[0] ?? {}, { digest: digestOf('something else') })
    await expect(artifacts.get('plan-0123')).rejects.toThrow('arrived damaged')
    expect(await readdir(temp)).toEqual([])
  })
})

describe('a service that refuses', () => {
  test.each([
    ['put', () => artifacts.put('plan-1', '{}'), 'Artifact plan-1 could not be written'],
    ['get', () => artifacts.get('plan-1'), 'Artifact plan-1 could not be found'],
    ['list', () => artifacts.list('plan-'), 'could not be listed'],
  ])('is no bug of ours: %s', async (_name, ask, message) => {
    results.faults.add({
      path: '/twirp/',
      times: 0,
      fault: { kind: 'status', status: 403, body: '{"msg":"no"}' },
    })
    const asked = ask()
    await expect(asked).rejects.toThrow(UserError)
    await expect(asked).rejects.toThrow(message)
    expect(await readdir(temp)).toEqual([])
  })

  test('or a job that has no access to it', async () => {
    delete process.env.ACTIONS_RUNTIME_TOKEN
    await expect(artifacts.list('plan-')).rejects.toThrow(UserError)
  })
})
