import { expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { cleanupOutputs } from '../../../actions/cleanup/outputs.ts'
import type { CleanupReport } from '../../../actions/plan/cleanup-report.ts'
import { cleaned, goes, reportOf, stays } from '../report/cleaned.ts'

function outputsOf(report: CleanupReport) {
  const { deleted, kept, report: text, freed } = cleanupOutputs(report)
  return { deleted: JSON.parse(deleted), kept: JSON.parse(kept), report: JSON.parse(text), freed }
}

const at = (name: string) => `ghcr.io/acme/app@${digestOf(name)}`

test('what was deleted is one list, over all registries', () => {
  const hub = cleaned([goes('c', { outcome: 'deleted', bytes: 5 })], { repository: 'docker.io/acme/app' })
  const ghcr = cleaned([
    goes('a', { outcome: 'deleted', bytes: 7 }),
    goes('b', { outcome: 'absent' }),
    stays('s', 'tagged v1'),
  ])
  const { deleted, kept, freed } = outputsOf(reportOf(ghcr, hub))
  expect(deleted).toEqual([at('a'), `docker.io/acme/app@${digestOf('c')}`])
  expect(kept).toEqual([])
  expect(freed).toBe('12')
})

test.each([
  ['kept', 'the last tagged version', 'kept by the registry (the last tagged version)'],
  ['changed', 'v2 is new', 'changed meanwhile, so left alone (v2 is new)'],
  ['unsupported', undefined, 'the registry can’t'],
  ['unreached', undefined, 'not reached'],
  ['restored', undefined, 'put back, as a tag needs it'],
  [undefined, undefined, 'not reached'],
] as const)('what was to go and is %s is kept, with the reason', (outcome, detail, reason) => {
  const entry = goes('a', { ...(outcome ? { outcome } : {}), ...(detail ? { detail } : {}) })
  const { deleted, kept } = outputsOf(reportOf(cleaned([entry], { outcome: 'failed', error: 'no' })))
  expect({ deleted, kept }).toEqual({ deleted: [], kept: [{ reference: at('a'), reason }] })
})

test('a tag that stayed is named as a tag', () => {
  const entry = goes('a', { tags: ['pr-1'], outcome: 'kept', detail: 'immutable' })
  const { kept } = outputsOf(reportOf(cleaned([entry, stays('a', 'tagged v1', ['pr-1', 'v1'])])))
  expect(kept).toEqual([
    {
      reference: `ghcr.io/acme/app:pr-1@${digestOf('a')}`,
      reason: 'kept by the registry (immutable)',
    },
  ])
})

test('a dry run deleted nothing, kept nothing and freed nothing; its report tells what it would do', () => {
  const planned = cleaned([goes('a', { bytes: 9 }), stays('b', 'tagged v1')], { outcome: 'planned' })
  const { report, ...rest } = outputsOf(reportOf(planned))
  expect(rest).toEqual({ deleted: [], kept: [], freed: '0' })
  expect(report.repositories[0]).toMatchObject({
    freed: 9,
    entries: [{ digest: digestOf('a'), reason: 'left latest-previous' }],
    stays: [{ reason: 'holds a tag', count: 1 }],
  })
})

test('what stays is counted, however much it is', () => {
  const many = Array.from({ length: 10_000 }, (_, number) => stays(`s${number}`, `needed by v${number}`))
  const rare = Array.from({ length: 50 }, (_, number) => stays(`r${number}`, `reason ${number}`))
  const { report } = cleanupOutputs(reportOf(cleaned([...many, ...rare])))
  expect(report.length).toBeLessThan(5_000)
  const [repository] = JSON.parse(report).repositories
  const counts = repository.stays.map(({ count }: { count: number }) => count)
  expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(10_050)
  expect(repository.stays[0]).toEqual({ reason: 'needed by something that stays', count: 10_000 })
})

test('all outputs together fit into those of a job, however much went', () => {
  const gone = Array.from({ length: 5_000 }, (_, number) => goes(`g${number}`, { outcome: 'deleted' }))
  const kept = Array.from({ length: 5_000 }, (_, number) =>
    goes(`k${number}`, { outcome: 'kept', detail: 'x'.repeat(80) }),
  )
  const outputs = cleanupOutputs(reportOf(cleaned([...gone, ...kept])))
  expect(Object.values(outputs).join('').length).toBeLessThan(1_000_000)
  expect(JSON.parse(outputs.deleted)).toHaveLength(1_000)
  const [repository] = JSON.parse(outputs.report).repositories
  expect(repository.entries.length + repository.more).toBe(10_000)
})
