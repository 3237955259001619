import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type Digest, digestOf } from '../../../actions/base/digest.ts'
import { UserError } from '../../../actions/base/errors.ts'
import { parsePlan, serialisePlan } from '../../../actions/plan/plan.ts'
import { parseReceipt } from '../../../actions/plan/receipt.ts'
import { parseRecord } from '../../../actions/plan/record.ts'
import { resolvePlan } from '../../../actions/plan/source.ts'
import { githubArtifacts } from '../../../actions/runner/artifacts.ts'
import { documentSources } from '../../../actions/runner/documents.ts'
import { type ResultsDouble, runtimeToken, startResultsDouble } from '../../doubles/results/index.ts'
import { type ZipEntry, zipOf } from '../../doubles/zip.ts'
import { planFor } from '../../unit/merge/plans.ts'

const before = { ...process.env }
const NAME = 'plan-0123456789ab'
let results: ResultsDouble
let folder: string
let temp: string

beforeEach(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  results = await startResultsDouble()
  folder = mkdtempSync(join(tmpdir(), 'hostile-'))
  temp = join(folder, 'a/b/temp')
  mkdirSync(temp, { recursive: true })
  writeFileSync(join(folder, 'mine'), 'untouched')
  Object.assign(process.env, {
    ACTIONS_RESULTS_URL: `${results.url}/`,
    ACTIONS_RUNTIME_TOKEN: runtimeToken('run', 'job'),
    GITHUB_WORKSPACE: temp,
  })
})
afterEach(async () => {
  jest.restoreAllMocks()
  await results.close()
  rmSync(folder, { recursive: true, force: true })
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
})

/** What a step with the run's token can make of an artifact, without any client that would put it right. */
async function upload(content: Buffer, type: string, claimed: { digest?: Digest; size?: number } = {}) {
  const ids = { workflow_run_backend_id: 'run', workflow_job_run_backend_id: 'job', name: NAME }
  const ask = async (method: string, more: object) => {
    const path = `/twirp/github.actions.results.api.v1.ArtifactService/${method}`
    const headers = {
      authorization: `Bearer ${process.env.ACTIONS_RUNTIME_TOKEN}`,
      'content-type': 'application/json',
    }
    const answer = await fetch(`${results.url}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ ...ids, ...more }),
    })
    return (await answer.json()) as { signed_upload_url: string }
  }
  const { signed_upload_url: url } = await ask('CreateArtifact', {})
  const headers = { 'x-ms-blob-type': 'BlockBlob', 'x-ms-blob-content-type': type }
  await fetch(url, { method: 'PUT', headers, body: new Uint8Array(content) })
  await ask('FinalizeArtifact', { size: String(content.length), hash: claimed.digest ?? digestOf(content) })
  if (claimed.size !== undefined) Object.assign(results.artifacts[0]!, { size: claimed.size })
}

/** Everything below the folder, where an archive might have left something. */
function files(): string[] {
  return readdirSync(folder, { recursive: true }).map(String).toSorted()
}

const LINK = 0o120777
const ARCHIVES: Record<string, ZipEntry[]> = {
  'climbs out of its folder': [
    { name: '../../../../escaped', content: '{}' },
    { name: `../${NAME}`, content: '{}' },
  ],
  'has absolute paths': [{ name: '/tmp/image-actions-escaped', content: '{}' }],
  'holds a link out of its folder': [
    { name: NAME, content: '../../../mine', mode: LINK },
    { name: `${NAME}/x`, content: 'overwritten' },
  ],
  'unpacks to a hundred times its size': [{ name: NAME, content: Buffer.alloc(100 * 1024 * 1024) }],
  'says less than it unpacks to': [{ name: NAME, content: Buffer.alloc(1024 * 1024), claimedSize: 2 }],
  'has thousands of entries': Array.from({ length: 20_000 }, (_, index) => ({
    name: `${index}`,
    content: '',
  })),
  'is the document itself, wrapped': [{ name: NAME, content: '{}' }],
}

describe.each(['application/zip', 'application/octet-stream'])('an archive, sent as %s', (type) => {
  test.each(Object.entries(ARCHIVES))('that %s is not unpacked', async (_what, entries) => {
    const untouched = files()
    await upload(zipOf(entries), type)
    await expect(githubArtifacts(temp).get(NAME)).rejects.toThrow(
      `Artifact ${NAME} is not a single document.`,
    )
    expect(files()).toEqual(untouched)
  })
})

test('more than was announced is not read', async () => {
  await upload(Buffer.alloc(65 * 1024 * 1024, ' '), 'application/json', { size: 10 })
  await expect(githubArtifacts(temp).get(NAME)).rejects.toThrow('larger than any plan')
  expect(readdirSync(temp)).toEqual([])
})

test('another digest than was announced is told', async () => {
  await upload(Buffer.from('{}'), 'application/json', { digest: digestOf('other') })
  await expect(githubArtifacts(temp).get(NAME)).rejects.toThrow('arrived damaged')
})

describe('a plan', () => {
  const plan = {
    ...planFor({ revision: 'r1', tags: [], repositories: ['ghcr.io/acme/app'] }),
    id: NAME.slice(5),
  }
  const runner = () => ({ event: { workspace: temp } as never, artifacts: async () => githubArtifacts(temp) })
  const resolve = (digest: Digest) => resolvePlan(`${NAME}@${digest}`, documentSources(runner()))

  test('that is the one asked for is taken', async () => {
    const text = serialisePlan(plan)
    await upload(Buffer.from(text), 'application/json')
    expect(await resolve(digestOf(text))).toEqual(plan)
  })

  test('that somebody put in its place is refused, though the service vouches for it', async () => {
    await upload(Buffer.from(serialisePlan({ ...plan, revision: 'r2' })), 'application/json')
    await expect(resolve(digestOf(serialisePlan(plan)))).rejects.toThrow('its digest differs')
  })

  test('with the id of another is refused', async () => {
    const text = serialisePlan({ ...plan, id: 'ffffffffffff' })
    await upload(Buffer.from(text), 'application/json')
    await expect(resolve(digestOf(text))).rejects.toThrow('holds the plan ffffffffffff')
  })
})

test.each<[string, (text: string) => unknown]>([
  ['plan', (text) => parsePlan(text)],
  ['record', (text) => parseRecord(text, 'record-1')],
  ['receipt', (text) => parseReceipt(text, 'receipt-1')],
])('what is no %s is refused as such, and nothing of it is run', (_kind, parse) => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  const hostile = [
    '',
    'null',
    '[]',
    '{}',
    '{"__proto__":{"schema":1}}',
    '{"schema":1}',
    '\0',
    deep,
    '{"schema":1e999}',
  ]
  for (const text of hostile) expect(() => parse(text)).toThrow(UserError)
  expect(({} as { schema?: unknown }).schema).toBeUndefined()
})
