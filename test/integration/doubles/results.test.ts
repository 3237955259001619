import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DefaultArtifactClient } from '@actions/artifact'
import { restoreCache, saveCache } from '@actions/cache'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type ResultsDouble, runtimeToken, startResultsDouble } from '../../doubles/results/index.ts'

let results: ResultsDouble
let folder: string
const before = { ...process.env }
const RUN = 'ce7f54c7-61c7-4aae-887f-30da475f5f1a'

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'results-test-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

beforeEach(async () => {
  // The clients speak to a runner, in commands it would obey.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  results = await startResultsDouble()
  Object.assign(process.env, {
    ACTIONS_RESULTS_URL: `${results.url}/`,
    ACTIONS_RUNTIME_TOKEN: runtimeToken(RUN, 'job-1'),
    ACTIONS_CACHE_SERVICE_V2: 'true',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: folder,
    GITHUB_REPOSITORY: 'octo/app',
    RUNNER_TEMP: folder,
  })
})
afterEach(async () => {
  await results.close()
  jest.restoreAllMocks()
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
})

async function fileOf(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe('artifacts, through the real client', () => {
  const client = new DefaultArtifactClient()

  test('what goes up comes down, in another job of the run', async () => {
    const path = await fileOf('plan.json', '{"schema":1}')
    const { id, digest } = await client.uploadArtifact('plan-1', [path], folder)
    process.env.ACTIONS_RUNTIME_TOKEN = runtimeToken(RUN, 'job-2')

    const { artifact } = await client.getArtifact('plan-1')
    expect(artifact).toMatchObject({ id, name: 'plan-1', digest: `sha256:${digest}` })
    const target = join(folder, 'down')
    const download = await client.downloadArtifact(artifact.id, {
      path: target,
      expectedHash: `sha256:${digest}`,
    })
    expect(download.digestMismatch).toBe(false)
    expect(await readFile(join(target, 'plan.json'), 'utf8')).toBe('{"schema":1}')
  })

  test('a name is given once in a run, and again in another one', async () => {
    const path = await fileOf('record.json', '{}')
    await client.uploadArtifact('record-1', [path], folder)
    await expect(client.uploadArtifact('record-1', [path], folder)).rejects.toThrow(/409.*already exists/)
    process.env.ACTIONS_RUNTIME_TOKEN = runtimeToken('another-run', 'job-1')
    expect((await client.listArtifacts()).artifacts).toEqual([])
    await client.uploadArtifact('record-1', [path], folder)
    expect((await client.listArtifacts()).artifacts.map(({ name }) => name)).toEqual(['record-1'])
  })

  test('an upload that was never finalised is no artifact', async () => {
    const path = await fileOf('lost.json', '{}')
    results.faults.add({ path: 'FinalizeArtifact', fault: { kind: 'status', status: 400, body: '{}' } })
    await expect(client.uploadArtifact('lost', [path], folder)).rejects.toThrow(/FinalizeArtifact/)
    expect((await client.listArtifacts()).artifacts).toEqual([])
  })

  test('a signed address opens nothing but its own blob', async () => {
    const path = await fileOf('one.json', '{}')
    await client.uploadArtifact('one', [path], folder)
    const { blob } = results.artifacts[0]!
    expect((await fetch(`${results.url}/container/${blob}?sig=${blob}`)).status).toBe(200)
    expect((await fetch(`${results.url}/container/${blob}?sig=other`)).status).toBe(403)
  })

  test('many blocks make one blob, which can be read from any place', async () => {
    const content = randomBytes(20_000_000)
    const path = await fileOf('large.bin', content)
    await client.uploadArtifact('large', [path], folder, { skipArchive: true })
    const blocks = results.requests.filter((request) => request.path.includes('comp=block&'))
    expect(blocks.map(({ received }) => received).sort()).toEqual([3_222_784, 8_388_608, 8_388_608])
    const { blob } = results.artifacts[0]!
    const range = { 'x-ms-range': 'bytes=8388600-8388619' }
    const part = await fetch(`${results.url}/container/${blob}?sig=${blob}`, { headers: range })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe('bytes 8388600-8388619/20000000')
    expect(Buffer.from(await part.arrayBuffer())).toEqual(content.subarray(8388600, 8388620))
  })
})

describe('caches, through the real client', () => {
  async function cached(content: string | Buffer): Promise<string> {
    const path = join(folder, 'cached')
    await mkdir(path, { recursive: true })
    await writeFile(join(path, 'layer'), content)
    return path
  }

  test.each([
    ['the key itself', 'store-linux-1', [], 'store-linux-1'],
    ['the beginning of a key', 'store-linux-2', ['store-linux-'], 'store-linux-1'],
    ['another key', 'store-mac-1', ['store-mac-'], undefined],
  ])('restores by %s', async (_case, key, restoreKeys, matched) => {
    const content = randomBytes(9_000_000)
    const path = await cached(content)
    await saveCache([path], 'store-linux-1', { uploadChunkSize: 1 << 20 })
    await rm(path, { recursive: true })
    expect(await restoreCache([path], key, restoreKeys)).toBe(matched)
    if (matched === undefined) return
    expect((await readFile(join(path, 'layer'))).equals(content)).toBe(true)
  })

  test('of several, the newest that begins with the restore key', async () => {
    for (const [key, content] of [
      ['k-1', 'old'],
      ['k-2', 'new'],
    ] as const)
      await saveCache([await cached(content)], key)
    const path = await cached('mine')
    expect(await restoreCache([path], 'k-', [])).toBe('k-2')
    expect(await readFile(join(path, 'layer'), 'utf8')).toBe('new')
  })

  test('an entry is written once', async () => {
    const path = await cached('first')
    await saveCache([path], 'once')
    expect(await saveCache([path], 'once')).toBe(-1)
    expect(results.caches).toHaveLength(1)
  })
})
