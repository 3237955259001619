import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { read } from '../house/tracked.ts'

interface Step {
  uses?: string
  run?: string
  env?: Record<string, string>
  with?: Record<string, string | number | boolean>
}
interface Job {
  needs?: string | string[]
  if?: string
  environment?: string
  permissions: Record<string, string>
  'timeout-minutes': number
  steps: Step[]
}

const workflow = parse(read('.github/workflows/release.yml'))
const jobs: Record<string, Job> = workflow.jobs

/** As GitHub reads it: a dot is itself, a plus repeats, a star is anything but a slash. */
function filterOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`)
}

test.each([
  ['v1.2.3', true],
  ['v10.20.30', true],
  ['v1.3.0-rc.1', true],
  ['v1', false],
  ['v1.2', false],
  ['v1.2.3.4', false],
  ['1.2.3', false],
  ['nightly', false],
])('the tag %s starts it: %s', (tag, starts) => {
  const { push } = workflow.on as { push: { tags: string[]; branches?: string[] } }
  expect(push.branches).toBeUndefined()
  expect(push.tags.some((pattern) => filterOf(pattern).test(tag))).toBe(starts)
})

test('what may vouch for files runs nothing of ours, and has nothing of ours on its disk', () => {
  const { permissions, steps } = jobs.provenance!
  expect(permissions).toEqual({ 'id-token': 'write', attestations: 'write' })
  expect(steps.flatMap(({ run = [] }) => run)).toEqual(['sha256sum --check --strict SHA256SUMS'])
  expect(steps.flatMap(({ uses = [] }) => uses).map((text) => String(text).split('@')[0])).toEqual([
    'actions/download-artifact',
    'actions/attest',
  ])
  const others = Object.entries(jobs).filter(([name]) => name !== 'provenance')
  expect(others.filter(([, job]) => 'id-token' in job.permissions)).toEqual([])
})

test('the order is: decided, checked and tested, attested, published, moved', () => {
  const needs = Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [name, [job.needs ?? []].flat()]),
  )
  expect(needs).toEqual({
    decide: [],
    check: ['decide'],
    test: ['decide'],
    provenance: ['check', 'test'],
    publish: ['decide', 'provenance'],
    move: ['decide', 'publish'],
  })
  // Nothing runs on although what it needs has failed.
  expect(Object.values(jobs).filter((job) => /always|failure|cancelled/.test(job.if ?? ''))).toEqual([])
})

test('the App’s key is only where somebody may have to agree, and its token has what it needs and no more', () => {
  for (const [name, { environment, steps }] of Object.entries(jobs)) {
    const keys = steps.filter((step) => JSON.stringify(step).includes('RELEASE_APP_PRIVATE_KEY'))
    expect([name, environment === 'release']).toEqual([name, keys.length > 0])
    for (const { with: given = {} } of keys) {
      const rights = Object.entries(given).filter(([input]) => input.startsWith('permission-'))
      expect(rights).toEqual([
        ['permission-contents', 'write'],
        ['permission-workflows', 'write'],
      ])
    }
  }
})

test('no release interrupts another, and no checkout leaves its token behind', () => {
  expect(workflow.concurrency).toEqual({ group: 'release', 'cancel-in-progress': false })
  const checkouts = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .filter(({ uses = '' }) => uses.startsWith('actions/checkout@'))
  expect(checkouts).toHaveLength(5)
  for (const { with: given } of checkouts) expect(given).toMatchObject({ 'persist-credentials': false })
})
