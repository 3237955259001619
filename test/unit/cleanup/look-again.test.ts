import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { silentLog } from '../../../actions/base/log.ts'
import { finishDeletions } from '../../../actions/cleanup/deletion/aftermath.ts'
import { CleanupJournal, cleanupJournalPath } from '../../../actions/cleanup/deletion/journal.ts'
import { Budget, BudgetSpent } from '../../../actions/packages/budget.ts'
import { ManifestCache } from '../../../actions/packages/reach/manifest-cache.ts'
import type { RegistryKind } from '../../../actions/registry/types.ts'
import { testClock } from '../merge/world.ts'
import { broken, clean, entryOf, superseded } from './cleaning.ts'
import { fallback, image, index } from './images.ts'
import { MemoryPackage, REPOSITORY, worldOf } from './memory-package.ts'

const [amd64, arm64] = [image('amd64'), image('arm64')]
const old = index('old', amd64, arm64)
const rebuilt = index('rebuilt', amd64, image('new'))

const temp = mkdtempSync(join(tmpdir(), 'cleanup-'))
afterAll(() => rmSync(temp, { recursive: true, force: true }))

/** An old image without a tag; while its last child is deleted, somebody tags a build that shares the other one. */
function racing(kind: RegistryKind, lag = 0): MemoryPackage {
  const memory = new MemoryPackage(kind)
  for (const manifest of [amd64, arm64, old]) memory.store(manifest)
  memory.lag = lag
  memory.meanwhile = ({ method, reference }) => {
    if (method !== 'DELETE' || reference !== amd64.digest) return
    memory.store(image('new'))
    memory.store(rebuilt, ['latest'])
  }
  return memory
}

describe('what somebody pushed needs while it is deleted', () => {
  test.each([
    ['ghcr', 0],
    ['ghcr', 3],
    ['ghcr', 99],
    ['oci', 0],
  ] as const)('%s, new versions listed after %d requests: it is brought back', async (kind, lag) => {
    const memory = racing(kind, lag)
    const result = await clean(memory, superseded(old))
    expect(result.error).toBeUndefined()
    expect(entryOf(result, amd64)?.outcome).toBe('restored')
    expect(entryOf(result, arm64)?.outcome).toBe('deleted')
    expect(broken(memory)).toEqual([])
  })

  test.each(['ghcr', 'oci'] as const)('%s: also where the answer to its deletion was lost', async (kind) => {
    const memory = racing(kind)
    memory.trouble = ({ method, reference }) =>
      method === 'DELETE' && reference === amd64.digest ? 'late' : undefined
    const result = await clean(memory, superseded(old))
    expect(result.cleaned).toMatchObject({ outcome: 'failed', error: expect.stringMatching(/broke off/) })
    expect(broken(memory)).toEqual([])
  })

  test('dockerhub: the registry refuses to delete it', async () => {
    const memory = racing('dockerhub')
    const result = await clean(memory, superseded(old))
    expect(entryOf(result, amd64)).toMatchObject({ outcome: 'kept', detail: 'something refers to it' })
    expect(broken(memory)).toEqual([])
  })

  test.each(['ghcr', 'oci'] as const)(
    '%s: an image that is tagged again comes back whole, children first, signatures too',
    async (kind) => {
      const memory = racing(kind)
      const signature = image('signature')
      memory.store(signature, [fallback(old.digest, '.sig')])
      memory.meanwhile = ({ method, reference }) => {
        if (method !== 'DELETE' || reference !== arm64.digest) return
        memory.store(amd64)
        memory.store(old, ['rolled-back'])
      }
      const result = await clean(memory, superseded(old))
      expect(result.error).toBeUndefined()
      expect(broken(memory)).toEqual([])
      expect(memory.tags.get(fallback(old.digest, '.sig'))).toBe(signature.digest)
    },
  )

  test('oci: an index within an index comes back after what it lists', async () => {
    const memory = racing('oci')
    const outer = index('outer', old)
    memory.store(outer)
    memory.meanwhile = ({ method, reference }) => {
      if (method === 'DELETE' && reference === arm64.digest) memory.store(outer, ['all'])
    }
    const result = await clean(memory, superseded(old))
    expect(result.error).toBeUndefined()
    expect(broken(memory)).toEqual([])
    const puts = memory.calls.flatMap(({ method, reference }) => (method === 'PUT' ? [reference] : []))
    expect(puts).toEqual([amd64, arm64, old].map(({ digest }) => digest))
  })

  test('what can’t be brought back is named, and looked for again by what runs afterwards', async () => {
    const memory = racing('ghcr')
    memory.restore = async () => ({ outcome: 'kept', reason: 'it is older than 30 days' })
    const journal = new CleanupJournal(join(temp, 'lost.jsonl'))
    const result = await clean(memory, superseded(old), { journal })
    expect(String(result.error)).toMatch(
      /needs what was deleted meanwhile.*it is older than 30 days.*Push that tag again/,
    )
    expect(result.cleaned.outcome).toBe('failed')
    expect(journal.unfinished()).toHaveLength(1)
  })

  test.each([
    [8, 'brought back, even if that is more than the budget', ['deleted', 'deleted', 'restored'], 9],
    [
      7,
      'not begun, as looking again would be more than the budget',
      ['unreached', 'unreached', 'unreached'],
      1,
    ],
  ])('of a budget of %d: %s', async (most, _, outcomes, spent) => {
    const memory = racing('ghcr')
    const budget = new Budget(most)
    const costing = <T extends unknown[], R>(requests: number, work: (...given: T) => R) => {
      return (...given: T): R => {
        for (let request = 0; request < requests; request++) budget.spend()
        return work.apply(memory, given)
      }
    }
    memory.versions = costing(1, memory.versions)
    memory.remove = costing(2, memory.remove)
    memory.restore = costing(1, memory.restore)
    const result = await clean(memory, superseded(old), { budget })
    expect([old, arm64, amd64].map((manifest) => entryOf(result, manifest)?.outcome)).toEqual(outcomes)
    expect([broken(memory), budget.spent]).toEqual([[], spent])
  })

  test('where GitHub lists no more, the registry tells what its tags hold, and takes the bytes again', async () => {
    const memory = racing('ghcr')
    const cache = new ManifestCache()
    cache.add(amd64)
    const list = memory.versions.bind(memory)
    const spent = async () => {
      throw new BudgetSpent('IMG5402', 'GitHub allows no more requests until 15:00.', { hint: 'Wait.' })
    }
    memory.versions = async () => (memory.manifests.has(arm64.digest) ? list() : spent())
    memory.restore = spent
    const result = await clean(memory, superseded(old), { cache })
    expect(result.error).toBeUndefined()
    expect(broken(memory)).toEqual([])
  })

  test('a list that still shows what was deleted with its tag brings nothing back', async () => {
    const memory = racing('ghcr')
    memory.meanwhile = () => {}
    const tag = fallback(old.digest)
    memory.store(index('list'), [tag])
    memory.store(index('tagged', amd64), ['pr-1'])
    const stale = await memory.versions()
    const list = memory.versions.bind(memory)
    memory.versions = async () => (memory.manifests.has(old.digest) ? list() : stale)
    const top = { digest: index('tagged', amd64).digest, tags: ['pr-1'], reason: 'asked' }
    const task = superseded(old)
    const choose = () => ({
      ...task.choose(undefined as never),
      tops: [top, { ...top, digest: old.digest, tags: [] }],
    })
    const result = await clean(memory, { ...task, choose })
    expect(result.error).toBeUndefined()
    expect(memory.manifests.size).toBe(0)
  })
})

describe('a run that was killed while it deleted', () => {
  test('a deletion that it did not live to hear of is looked after, too', async () => {
    const memory = racing('ghcr')
    const journal = new CleanupJournal(join(temp, 'killed.jsonl'))
    const died = Promise.withResolvers<void>()
    memory.trouble = ({ method, reference }) => {
      if (method !== 'DELETE' || reference !== amd64.digest) return undefined
      setImmediate(() => setImmediate(died.resolve))
      return 'after'
    }
    await Promise.race([clean(memory, superseded(old), { journal }), died.promise])
    expect(broken(memory)).toHaveLength(1)
    memory.trouble = () => undefined
    const rest = { budget: new Budget(100), cache: new ManifestCache(), clock: testClock(), log: silentLog }
    await finishDeletions(journal, { ...worldOf(memory), ...rest })
    expect(broken(memory)).toEqual([])
  })

  test.each(['ghcr', 'oci'] as const)(
    '%s: what runs afterwards brings back what a tag needs',
    async (kind) => {
      const memory = racing(kind)
      const journal = new CleanupJournal(cleanupJournalPath(temp, 'step'))
      const died = Promise.withResolvers<void>()
      memory.trouble = ({ method }) => {
        if (method !== 'LIST' || memory.manifests.has(amd64.digest)) return undefined
        died.resolve()
        return 'never'
      }
      await Promise.race([clean(memory, superseded(old), { journal }), died.promise])
      expect(broken(memory)).toHaveLength(1)
      memory.trouble = () => undefined
      const before = memory.calls.length
      const aftermath = {
        ...worldOf(memory),
        budget: new Budget(100),
        cache: new ManifestCache(),
        clock: testClock(),
        log: silentLog,
      }
      await finishDeletions(journal, aftermath)
      expect(broken(memory)).toEqual([])
      expect(memory.calls.length).toBeGreaterThan(before)
      // Once.
      const after = memory.calls.length
      await finishDeletions(journal, aftermath)
      expect(memory.calls.length).toBe(after)
    },
  )

  test('a line that was not written to its end tells of nothing that had begun', () => {
    const path = join(temp, 'torn.jsonl')
    const journal = new CleanupJournal(path)
    journal.begun(REPOSITORY, [rebuilt.digest])
    journal.deleting(REPOSITORY, { digest: old.digest, tags: [], manifest: old })
    expect(journal.unfinished()).toEqual([
      {
        repository: REPOSITORY,
        known: new Set([rebuilt.digest]),
        deleted: [{ digest: old.digest, tags: [], manifest: old }],
      },
    ])
    appendFileSync(path, '{"what":"del')
    expect(journal.unfinished()[0]?.deleted).toHaveLength(1)
    journal.remove()
    expect(journal.unfinished()).toEqual([])
  })
})
