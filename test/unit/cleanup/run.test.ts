import { describe, expect, test } from '@jest/globals'
import { CancelledError } from '../../../actions/base/errors.ts'
import { formatRepository } from '../../../actions/base/reference.ts'
import { Budget } from '../../../actions/packages/budget.ts'
import { ManifestCache } from '../../../actions/packages/reach/manifest-cache.ts'
import type { RegistryKind } from '../../../actions/registry/types.ts'
import { broken, clean, DAY, entryOf, NOW, retention, superseded } from './cleaning.ts'
import { image, index } from './images.ts'
import { MemoryPackage } from './memory-package.ts'

const [amd64, arm64] = [image('amd64', { size: 500 }), image('arm64', { size: 700 })]
const old = index('old', amd64, arm64)
const live = index('live', arm64)

function packageOf(kind: RegistryKind = 'ghcr'): MemoryPackage {
  const memory = new MemoryPackage(kind)
  for (const manifest of [amd64, arm64, old]) memory.store(manifest)
  memory.store(live, ['latest'])
  return memory
}

describe('a dry run', () => {
  test.each(['ghcr', 'dockerhub', 'oci'] as const)(
    '%s: shows what the run does, entry by entry, and changes nothing',
    async (kind) => {
      const [shown, done] = [packageOf(kind), packageOf(kind)]
      const dry = await clean(shown, superseded(old), { options: { dryRun: true, maxDeletes: 100 } })
      const real = await clean(done, superseded(old))
      const plain = (entries: typeof real.cleaned.entries) =>
        entries.map(({ outcome: _, detail: __, ...entry }) => entry)
      expect(dry.cleaned).toMatchObject({ outcome: 'planned', requests: real.cleaned.requests })
      expect(plain(dry.cleaned.entries)).toEqual(plain(real.cleaned.entries))
      expect(dry.cleaned.entries.every(({ outcome }) => outcome === undefined)).toBe(true)
      expect(shown.calls.some(({ method }) => ['DELETE', 'PUT', 'LOOK'].includes(method))).toBe(false)
      expect(broken(done)).toEqual([])
    },
  )

  test('says what it frees where that is known, each layer once, and nothing that is still used', async () => {
    const cache = new ManifestCache()
    for (const manifest of [amd64, arm64]) cache.add(manifest)
    const shared = index('shared', amd64)
    const memory = packageOf()
    memory.store(shared)
    const { cleaned } = await clean(memory, superseded(old, shared), {
      cache,
      options: { dryRun: true, maxDeletes: 9 },
    })
    expect(cleaned.entries.find(({ digest }) => digest === amd64.digest)).toMatchObject({
      bytes: 510,
      requests: 2,
    })
    expect(cleaned).toMatchObject({ freed: 510, requests: 6 })
    const needed = cleaned.entries.find(({ digest }) => digest === arm64.digest)
    expect(needed).toMatchObject({ verdict: 'stays', bytes: 710, requests: 0 })
  })
})

describe('before anything is deleted', () => {
  test('somebody may say no', async () => {
    const memory = packageOf()
    const asked: unknown[] = []
    const approve = async (planned: unknown) => asked.push(planned) < 0
    const { cleaned } = await clean(memory, superseded(old), { approve })
    expect(cleaned.outcome).toBe('planned')
    expect(asked).toEqual([cleaned])
    expect(memory.manifests.size).toBe(4)
  })

  test('what changed since it was listed is left alone, and so is what it lists', async () => {
    const memory = packageOf()
    memory.meanwhile = ({ method, reference }) => {
      if (method === 'LOOK' && reference === old.digest) memory.store(old, ['rolled-back'])
    }
    const result = await clean(memory, superseded(old))
    expect(result.cleaned.outcome).toBe('done')
    expect([old, amd64].map((manifest) => entryOf(result, manifest)?.outcome)).toEqual(['changed', 'kept'])
    expect(broken(memory)).toEqual([])
  })

  test('a budget that does not even allow a second list allows no deletion', async () => {
    const memory = packageOf()
    const budget = new Budget(1)
    const list = memory.versions.bind(memory)
    memory.versions = () => {
      budget.spend()
      return list()
    }
    const result = await clean(memory, superseded(old), { budget })
    expect(result).toMatchObject({ cleaned: { outcome: 'partial' }, deleted: [] })
    expect(memory.manifests.size).toBe(4)
  })
})

test('some of several tags go where a registry can take them alone', async () => {
  const memory = new MemoryPackage('oci')
  memory.store(live, ['pr-1', 'latest'])
  memory.store(arm64)
  const result = await clean(memory, retention({ named: (tag) => tag.startsWith('pr-') }))
  expect(result.cleaned.entries[0]).toMatchObject({ tags: ['pr-1'], verdict: 'goes', outcome: 'untagged' })
  expect([...memory.tags.keys()]).toEqual(['latest'])
  expect(broken(memory)).toEqual([])
})

test('what an unfinished push lists stays, however old it is', async () => {
  const memory = new MemoryPackage()
  for (const manifest of [amd64, arm64]) memory.store(manifest, [], NOW - 60 * DAY)
  memory.store(index('not tagged yet', amd64), [], NOW)
  const result = await clean(memory, retention({ untagged: DAY }))
  expect(result.deleted).toEqual([arm64.digest])
  expect(entryOf(result, amd64)?.reason).toBe('needed by a push that may not be finished')
})

test('what was signed and stays keeps its untagged signature', async () => {
  const memory = packageOf()
  const signature = image('signature', { subject: live })
  memory.store(signature, [], NOW - 60 * DAY)
  const result = await clean(memory, retention({ untagged: DAY }))
  expect(entryOf(result, signature)).toMatchObject({ verdict: 'stays', reason: 'needed by latest' })
})

test('one repository that fails keeps no other from being cleaned up, and the error names each', async () => {
  const [bad, good, worse] = [packageOf(), packageOf(), packageOf()]
  bad.unreadable.add(live.digest)
  worse.trouble = () => 'early'
  const names = ['one.example/a', 'two.example/b', 'three.example/c']
  const at = new Map(names.map((name, number) => [name, [bad, good, worse][number]!]))
  const services = {
    open: (repository: Parameters<typeof formatRepository>[0]) => at.get(formatRepository(repository))!,
    close: () => {},
  }
  const tasks = names.map((repository) => ({ ...superseded(old), repository }))
  const { report, error } = await clean(bad, tasks[0]!, { tasks, packages: services, registries: services })
  expect(report.repositories.map(({ outcome }) => outcome)).toEqual(['failed', 'done', 'failed'])
  expect(String(error)).toMatch(/one\.example\/a: .*503[\s\S]*three\.example\/c: .*503/)
  expect([bad, good, worse].map(({ manifests }) => manifests.size)).toEqual([4, 2, 4])
})

test.each([
  ['DELETE', false],
  ['DELETE', true],
  ['GET', true],
] as const)(
  'a run that is cancelled at a %s stops, and says so; requests break off: %s',
  async (method, breaksOff) => {
    const memory = packageOf()
    const controller = new AbortController()
    if (breaksOff) memory.signal = controller.signal
    memory.meanwhile = (call) => {
      if (call.method === method) controller.abort(new Error('socket hang up'))
    }
    const result = await clean(memory, superseded(old), { signal: controller.signal })
    expect(result.error).toBeInstanceOf(CancelledError)
    expect(result.cleaned.outcome).toBe('partial')
    expect(memory.manifests.has(amd64.digest)).toBe(true)
  },
)

test('the default cleanup of a warm package asks for nothing but what it deletes', async () => {
  const memory = packageOf()
  const cache = new ManifestCache()
  for (const manifest of [old, live]) cache.add(manifest)
  await clean(memory, superseded(old), { cache })
  expect(memory.calls.map(({ method }) => method).join(' ')).toBe(
    'LIST TAGS LOOK DELETE LOOK DELETE LIST TAGS',
  )
})

test('how far it is in reading and in deleting is told', async () => {
  const memory = packageOf()
  memory.store(image('another'), ['1.0', '1.0.0'])
  const told: string[] = []
  const progress = (what: string, done: number, total: number) => void told.push(`${what} ${done}/${total}`)
  await clean(memory, superseded(old), { progress })
  const where = formatRepository(memory.repository)
  expect(told).toEqual([
    `Reading what tags hold in ${where} 1/2`,
    `Reading what tags hold in ${where} 2/2`,
    `Deleting from ${where} 0/2`,
    `Deleting from ${where} 1/2`,
    `Deleting from ${where} 2/2`,
  ])
})
