import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { UserError } from '../../../actions/base/errors.ts'
import { collectRecords } from '../../../actions/merge/records.ts'
import { legId, planDigest } from '../../../actions/plan/plan.ts'
import { type BuildRecord, recordArtifact, serialiseRecord } from '../../../actions/plan/record.ts'
import { GHCR, LATEST, planFor, recordsOf } from './plans.ts'
import { memoryArtifacts } from './world.ts'

const plan = planFor({ revision: 'r2', tags: [LATEST], images: ['app', 'web'] })
const [first, ...others] = recordsOf(plan) as [BuildRecord, ...BuildRecord[]]

/** The records of the plan, the first of them (app, linux/amd64) stored under its own name with other content. */
async function withFirst(content: Partial<BuildRecord> | string) {
  const artifacts = memoryArtifacts(others)
  const text = typeof content === 'string' ? content : serialiseRecord({ ...first, ...content })
  artifacts.contents.set(recordArtifact(plan.id, first.leg, first.attempt), text)
  return collectRecords(plan, artifacts)
}

test('exactly the planned records, in the order of the legs', async () => {
  const { records, failures } = await collectRecords(plan, memoryArtifacts([...others, first]))
  expect(records).toEqual([first, ...others])
  expect(failures.size).toBe(0)
})

test('of each leg the newest attempt, also past the ninth', async () => {
  const attempts = [2, 10, 9].flatMap((attempt) => recordsOf(plan, attempt))
  const { records } = await collectRecords(plan, memoryArtifacts(attempts))
  expect(records.map(({ attempt }) => attempt)).toEqual([10, 10, 10, 10])
})

test('one too few fails its image, and no other', async () => {
  const { records, failures } = await collectRecords(plan, memoryArtifacts(others))
  expect([...failures.keys()]).toEqual(['app'])
  expect(String(failures.get('app')?.[0])).toMatch(/no record of app for linux\/amd64.*re-run/)
  expect(records).toEqual(others)
})

test('one that can’t be fetched is told from one that is not there: what its image has in registries is still needed', async () => {
  const artifacts = memoryArtifacts([first, ...others])
  const name = recordArtifact(plan.id, first.leg, first.attempt)
  const refused = new UserError('IMG9400', 'No answer.', { hint: 'Run it again.' })
  const get = async (asked: string) => (asked === name ? Promise.reject(refused) : artifacts.get(asked))
  const { failures, unread } = await collectRecords(plan, { ...artifacts, get })
  expect([[...failures], [...unread]]).toEqual([[['app', [refused]]], ['app']])
  expect((await collectRecords(plan, memoryArtifacts(others))).unread).toEqual(new Set())
})

test.each([
  ['of a leg that was not planned', `record-${plan.id}-${'0'.repeat(12)}-1`],
  ['with a name that is none', `record-${plan.id}-${first.leg}-01`],
  ['with a name that goes on', `record-${plan.id}-${first.leg}-1-2`],
])('one too many, %s, fails everything', async (_what, name) => {
  const artifacts = memoryArtifacts([first, ...others])
  artifacts.contents.set(name, serialiseRecord(first))
  const { records, failures } = await collectRecords(plan, artifacts)
  expect(records).toEqual([])
  expect([...failures.keys()]).toEqual(['app', 'web'])
  expect(String(failures.get('web')?.[0])).toContain(name)
})

test('one that is listed twice fails everything', async () => {
  const artifacts = memoryArtifacts([first, ...others])
  const twice = {
    ...artifacts,
    list: async () => [...artifacts.contents.keys(), ...artifacts.contents.keys()],
  }
  const { failures } = await collectRecords(plan, twice)
  expect(String(failures.get('app')?.[0])).toMatch(/exists twice/)
})

describe('a forged record fails its image', () => {
  test.each<[string, Partial<BuildRecord>, RegExp]>([
    ['for another plan', { plan: 'f'.repeat(12) }, /it is for plan ffffffffffff/],
    ['for another content of the plan', { planDigest: digestOf('x') }, /digest of its plan is another/],
    ['of another image', { image: 'web' }, /it is of image web, not app/],
    ['of an unknown image', { image: 'nope' }, /it is of image nope/],
    ['for another platform', { platform: 'linux/arm64' }, /it is for linux\/arm64, not linux\/amd64/],
    ['for another leg', { leg: legId('app', 'linux/arm64') }, /it says leg/],
    ['of another attempt', { attempt: 7 }, /it says attempt 7/],
    ['for one repository only', { repositories: first.repositories.slice(1) }, /other repositories/],
    [
      'for a foreign repository',
      { repositories: [...first.repositories, { ...first.repositories[0]!, repository: 'evil.example/x' }] },
      /other repositories/,
    ],
    [
      'with the digest of the other platform',
      { digest: others[0]!.digest },
      /linux\/amd64 and linux\/arm64 name the same digest/,
    ],
  ])('%s', async (_what, content, message) => {
    const { failures } = await withFirst(content)
    expect([...failures.keys()]).toEqual(['app'])
    expect(failures.get('app')?.map(String).join('\n')).toMatch(message)
  })

  test.each([
    ['no JSON', '{'],
    ['another document', '{"schema":1}'],
    ['a digest that is none', serialiseRecord({ ...first, digest: 'sha256:0' })],
  ])('%s', async (_what, content) => {
    const { failures } = await withFirst(content)
    expect(String(failures.get('app')?.[0])).toMatch(/is not valid/)
  })
})

test('a plan that each job makes for itself agrees by its id', async () => {
  const artifacts = memoryArtifacts([{ ...first, planDigest: digestOf('made elsewhere') }, ...others])
  expect((await collectRecords(plan, artifacts, { digest: undefined })).failures.size).toBe(0)
  expect((await collectRecords(plan, artifacts, { digest: planDigest(plan) })).failures.size).toBe(1)
})

test('without publishing a record names no repository', async () => {
  const dry = planFor({ revision: 'r2', tags: [LATEST], publish: false })
  expect((await collectRecords(dry, memoryArtifacts(recordsOf(dry)))).failures.size).toBe(0)
  const pushed = recordsOf(dry).map((record) => ({
    ...record,
    repositories: [{ repository: GHCR, created: true, sent: 1 }],
  }))
  expect((await collectRecords(dry, memoryArtifacts(pushed))).failures.size).toBe(1)
})
