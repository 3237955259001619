import { writeFileSync } from 'node:fs'
import { afterAll } from '@jest/globals'
import { silentLog } from '../../../actions/base/log.ts'
import { parseInputs } from '../../../actions/merge/inputs.ts'
import type { Merge } from '../../../actions/merge/run.ts'
import { type BuildRecord, recordArtifact, serialiseRecord } from '../../../actions/plan/record.ts'
import { OCI_MANIFEST } from '../../../actions/registry/mediatypes.ts'
import { finishTransaction } from '../../../actions/transaction/aftermath.ts'
import { Journal, journalPath } from '../../../actions/transaction/journal.ts'
import { type Reproduction, reproduce } from '../../error-codes.ts'
import { type Call, MemoryRegistries } from './memory-registries.ts'
import { childDigest, fixed, GHCR, LATEST, planFor, recordsOf } from './plans.ts'
import { memoryArtifacts, newWorld, publishBefore, pushChildren, testClock } from './world.ts'

const world = newWorld()
afterAll(() => world.remove())

const repositories = [GHCR]
const old = planFor({ revision: 'r1', tags: [LATEST], repositories })
const plan = planFor({ revision: 'r2', tags: [LATEST], repositories })
const [first, second] = recordsOf(plan) as [BuildRecord, BuildRecord]

interface Situation {
  plan?: typeof plan
  records?: readonly BuildRecord[]
  /** Of the run, where it is another. */
  more?: Partial<Merge>
  /** Done to the registries before it begins. */
  spoil?(registries: MemoryRegistries): void
  trouble?: MemoryRegistries['trouble']
}

const merge = (situation: Situation) => async () => {
  const { records = recordsOf(situation.plan ?? plan), more = {} } = situation
  const registries = new MemoryRegistries()
  publishBefore(registries, old, ['latest'])
  pushChildren(registries, situation.plan ?? plan)
  situation.spoil?.(registries)
  if (situation.trouble) registries.trouble = situation.trouble
  const given = { artifacts: memoryArtifacts(records), ...more }
  const { error } = await world.merge(situation.plan ?? plan, registries, given)
  throw error
}

const inputs = (given: Record<string, string>) => () =>
  parseInputs({ text: (name) => given[name] ?? '' }, { actor: 'octo' })
const planned = (...tags: (typeof plan.images)[0]['tags']) => planFor({ revision: 'r2', tags, repositories })
const options = { forceMove: false, keepPrevious: true, index: 'docker' } as const
const foreign = () => {
  const artifacts = memoryArtifacts(recordsOf(plan))
  artifacts.contents.set(`record-${plan.id}-${'0'.repeat(12)}-1`, serialiseRecord(first))
  return artifacts
}
const twice = () => {
  const artifacts = memoryArtifacts([first, second])
  const name = recordArtifact(first.plan, first.leg, 1)
  return { ...artifacts, list: async () => [name, ...artifacts.contents.keys()] }
}
const puts = (reference: string) => (call: Call) => call.method === 'PUT' && call.reference === reference
const failsAt = (reference: string) => (call: Call) =>
  puts(reference)(call) ? ('early' as const) : undefined

/** Something else gives latest back what it held, each time that we have given it ours. */
function moveBehindUs(registries: MemoryRegistries): void {
  const before = registries.tag(GHCR, 'latest')
  let given = false
  registries.trouble = (call) => {
    if (given && before) registries.content(GHCR).tags.set('latest', before)
    given ||= puts('latest')(call)
    return undefined
  }
}

/** What the error tells of, which has a paragraph of its own. */
const causeOf = (act: () => Promise<unknown>) => () =>
  act().catch((error: Error) => Promise.reject(error.cause))

/** The process dies once latest has moved, and `post:` finds the registries spoilt. */
const killed = (spoil: (registries: MemoryRegistries) => void) => async () => {
  const registries = new MemoryRegistries()
  publishBefore(registries, old, ['latest'])
  pushChildren(registries, plan)
  const died = Promise.withResolvers<void>()
  const dying = registries.forAnother()
  let moved = false
  dying.trouble = (call) => {
    if (moved) died.resolve()
    const trouble = moved ? 'never' : undefined
    moved ||= puts('latest')(call)
    return trouble
  }
  await Promise.race([world.merge(plan, dying), died.promise])
  spoil(registries)
  const journal = Journal.read(journalPath(world.temp, plan.id))!
  const post = { registries, artifacts: memoryArtifacts(), clock: testClock(), log: silentLog }
  await finishTransaction(journal, post).finally(() => journal.remove())
}

const halfJournal = () => {
  const path = journalPath(world.temp, 'aaaaaaaaaaaa')
  writeFileSync(path, '{"schema":1,')
  return Journal.read(path)
}

const cases: Reproduction[] = [
  ['IMG4001', 'a tag that is none', inputs({ 'force-move': 'latest, ../1', index: 'auto' })],
  [
    'IMG4002',
    'a tag of its own where the old state goes',
    merge({ plan: planned(LATEST, ...fixed('latest-previous')) }),
  ],
  [
    'IMG4002',
    'a moving tag of 128 characters',
    merge({ plan: planned({ ...LATEST, name: 'x'.repeat(128) }) }),
  ],
  [
    'IMG4003',
    'a Docker list of OCI manifests',
    merge({ records: [{ ...first, mediaType: OCI_MANIFEST }, second], more: { options } }),
  ],
  ['IMG4101', 'a build that failed', merge({ records: [second] })],
  ['IMG4102', 'a record of something else', merge({ more: { artifacts: foreign() } })],
  ['IMG4102', 'a record that is there twice', merge({ more: { artifacts: twice() } })],
  ['IMG4103', 'a record of other repositories', merge({ records: [{ ...first, repositories: [] }, second] })],
  ['IMG4103', 'a record of another size', merge({ records: [{ ...first, size: 1 }, second] })],
  ['IMG4104', 'two builds on one runner', merge({ records: [first, { ...second, digest: first.digest }] })],
  [
    'IMG4201',
    'an image that was removed after its build',
    merge({ spoil: (registries) => registries.content(GHCR).manifests.delete(first.digest) }),
  ],
  [
    'IMG4202',
    'a version that is out already',
    merge({
      plan: planned(...fixed('1.0.0')),
      spoil: (registries) => publishBefore(registries, old, ['1.0.0']),
    }),
  ],
  [
    'IMG4203',
    'GitHub without an answer',
    merge({ more: { ancestry: { compare: () => Promise.reject(new Error('503')) } as never } }),
  ],
  ['IMG4301', 'a tag that something else moves', causeOf(merge({ spoil: moveBehindUs }))],
  ['IMG4302', 'the same, as the merge tells it', merge({ spoil: moveBehindUs })],
  ['IMG4302', 'a registry that fails while tags move', merge({ trouble: failsAt('latest') })],
  [
    'IMG4303',
    'an image that has gone since the run was killed',
    killed((registries) => registries.content(GHCR).manifests.delete(childDigest(plan, 'linux/arm64'))),
  ],
  [
    'IMG4304',
    'a receipt that can’t be stored',
    merge({
      more: {
        artifacts: { ...memoryArtifacts([first, second]), put: () => Promise.reject(new Error('409')) },
      },
    }),
  ],
  ['IMG4305', 'half a journal', halfJournal],
]

reproduce(cases)
