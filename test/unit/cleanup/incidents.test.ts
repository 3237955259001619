import { describe, expect, test } from '@jest/globals'
import { UserError } from '../../../actions/base/errors.ts'
import { BudgetSpent } from '../../../actions/packages/budget.ts'
import { broken, clean, DAY, entryOf, NOW, retention, superseded } from './cleaning.ts'
import { fallback, image, index } from './images.ts'
import { MemoryPackage } from './memory-package.ts'

const OLD = NOW - 60 * DAY
const amd64 = image('amd64')
const arm64 = image('arm64')

function packageWith(...stored: [ReturnType<typeof image>, string[], number?][]): MemoryPackage {
  const memory = new MemoryPackage()
  for (const [manifest, tags, at = OLD] of stored) memory.store(manifest, tags, at)
  return memory
}

/** Each of these has lost people their images, with one action or another; where somebody reported it is said above. */
describe('images that a cleanup took from people stay', () => {
  // actions/delete-package-versions#90 and #162, snok/container-retention-policy#97, NVIDIA/NVSentinel#1339
  test('"untagged" versions were the platforms of every tagged image', async () => {
    const orphan = image('orphan')
    const memory = packageWith([amd64, []], [arm64, []], [index('2.6', amd64, arm64), ['2.6']], [orphan, []])
    const result = await clean(memory, retention({ untagged: DAY }))
    expect(result.deleted).toEqual([orphan.digest])
    expect(broken(memory)).toEqual([])
  })

  // snok/container-retention-policy#63
  test('an image of one platform was an index all the same, with its provenance in an untagged child', async () => {
    const provenance = image('provenance')
    const memory = packageWith([amd64, []], [provenance, []], [index('tag', amd64, provenance), ['tag']])
    expect((await clean(memory, retention({ untagged: DAY }))).deleted).toEqual([])
    expect(broken(memory)).toEqual([])
  })

  test('the image lay an index deeper than anybody looked', async () => {
    const platforms = index('platforms', amd64, arm64)
    const memory = packageWith(
      [amd64, []],
      [arm64, []],
      [platforms, []],
      [index('all', platforms), ['latest']],
    )
    expect((await clean(memory, retention({ untagged: DAY }))).deleted).toEqual([])
    expect(broken(memory)).toEqual([])
  })

  test('a child of the image that went was a child of one that stays, too', async () => {
    const before = index('1.12.1-rc2', amd64, arm64)
    const memory = packageWith([amd64, []], [arm64, []], [before, ['1.12.1-rc2']])
    memory.store(index('1.12.1', amd64, image('rebuilt')), ['1.12.1'], NOW)
    memory.store(image('rebuilt'), [], NOW)
    const result = await clean(memory, retention({ named: (tag) => tag.includes('-rc') }))
    expect(result.deleted).toEqual([before.digest, arm64.digest])
    expect(broken(memory)).toEqual([])
  })

  // dataaxiom/ghcr-cleanup-action#37
  test('one child of two images was to be deleted twice, and the second time failed the run', async () => {
    const [first, second] = [index('first', amd64), index('second', amd64)]
    const memory = packageWith([amd64, []], [first, []], [second, []])
    const result = await clean(memory, superseded(first, second))
    expect(result.error).toBeUndefined()
    expect(result.deleted).toEqual([first.digest, second.digest, amd64.digest])
    expect(
      memory.calls.filter(({ method, reference }) => method === 'DELETE' && reference === amd64.digest),
    ).toHaveLength(1)
  })

  // numberly/vault-db-injector#78
  test('one version had several tags, and went with the one that was asked for', async () => {
    const promoted = index('v3.2.2', amd64)
    const memory = packageWith([amd64, []], [promoted, ['v3.2.2-unsigned', 'v3.2.2', 'latest']])
    const result = await clean(memory, retention({ named: (tag) => tag.endsWith('-unsigned') }))
    expect(result.deleted).toEqual([])
    expect(entryOf(result, promoted)).toMatchObject({
      verdict: 'stays',
      reason: expect.stringContaining('other tags'),
    })
    expect([...memory.tags.keys()]).toEqual(['v3.2.2-unsigned', 'v3.2.2', 'latest'])
  })

  // OHDSI/Data2Evidence#3081
  test('two builds had one digest: the stale tag of a pull request took the tags of the branch along', async () => {
    const rarely = index('rarely changes', amd64)
    const memory = packageWith([amd64, []], [rarely, ['pr-3063-0caee12', 'develop-a6b76bf', 'develop']])
    await clean(memory, retention({ named: (tag) => tag.startsWith('pr-'), olderThan: DAY }))
    expect([...memory.tags.keys()]).toContain('develop')
    expect(broken(memory)).toEqual([])
  })

  // nfrastack/db-backup#575
  test('staging tags of single platforms were deleted, and with them what every index lists', async () => {
    const memory = packageWith([amd64, ['04e8a35-amd64']], [arm64, ['04e8a35-arm64']])
    memory.store(index('5.0.2', amd64, arm64), ['5.0.2', 'latest'], NOW)
    const result = await clean(memory, retention({ named: (tag) => /-(amd|arm)64$/.test(tag) }))
    expect(result.deleted).toEqual([])
    expect(entryOf(result, amd64)).toMatchObject({ verdict: 'stays', reason: 'needed by 5.0.2' })
    expect(broken(memory)).toEqual([])
  })

  // dataaxiom/ghcr-cleanup-action#99
  test('a tagged release was older than everything untagged, and the newest ones were counted by tags, not by images', async () => {
    const images = [1, 2, 3].map((number) => index(`release ${number}`, image(`of ${number}`)))
    const memory = packageWith(
      ...images.map((each, number): [typeof each, string[], number] => [
        each,
        [`0.${number}`],
        OLD + number * DAY,
      ]),
    )
    for (const number of [1, 2, 3]) memory.store(image(`of ${number}`), [], OLD)
    memory.store(images[2]!, ['latest', 'main', 'stable'])
    const result = await clean(memory, retention({ keepNTagged: 2, olderThan: DAY }))
    expect(result.deleted[0]).toBe(images[0]!.digest)
    expect([...memory.tags.keys()]).toEqual(['0.1', '0.2', 'latest', 'main', 'stable'])
    expect(broken(memory)).toEqual([])
  })

  // dataaxiom/ghcr-cleanup-action#101
  test('an image of several tags lost those that were named, though it was among the newest and young', async () => {
    const memory = new MemoryPackage('oci')
    const months = [1, 2, 3].map((month) => index(`of month ${month}`, image(`month ${month}`)))
    for (const [number, each] of months.entries()) {
      memory.store(image(`month ${number + 1}`), [], OLD)
      memory.store(
        each,
        [`25.${number + 1}.1`, `25.${number + 1}.2`, `kept-${number + 1}`],
        OLD + number * DAY,
      )
    }
    const rules = { named: (tag: string) => tag.startsWith('25.') }
    const young = await clean(memory, retention({ ...rules, olderThan: 100 * DAY }))
    expect(young.cleaned.entries.every(({ verdict }) => verdict === 'stays')).toBe(true)
    await clean(memory, retention({ ...rules, keepNTagged: 2 }))
    expect([...memory.tags.keys()].sort()).toEqual([
      ...['25.2.1', '25.2.2', '25.3.1', '25.3.2'],
      ...['kept-1', 'kept-2', 'kept-3'],
    ])
    expect(broken(memory)).toEqual([])
  })

  test('a release was also the build of its branch, whose tags were cleaned up', async () => {
    const release = index('release', amd64)
    const memory = packageWith(
      [amd64, []],
      [release, ['main-1a2b3c4', 'v1.0.0']],
      [index('main', arm64), ['main-5d6e7f8']],
      [arm64, []],
    )
    const result = await clean(memory, retention({ named: (tag) => tag.startsWith('main-') }))
    expect(result.deleted).toEqual([index('main', arm64).digest, arm64.digest])
    expect([...memory.tags.keys()]).toEqual(['main-1a2b3c4', 'v1.0.0'])
    expect(broken(memory)).toEqual([])
  })

  test('signatures and attestations of live images looked like any other old tag', async () => {
    const live = index('live', amd64)
    const bundle = image('bundle', { subject: live })
    const list = index('list', bundle)
    const memory = packageWith([amd64, []], [live, ['latest']], [bundle, []], [list, [fallback(live.digest)]])
    memory.store(image('cosign'), [fallback(live.digest, '.sig')], OLD)
    expect((await clean(memory, retention({ untagged: DAY }))).deleted).toEqual([])
    expect((await clean(memory, retention({ excluded: (tag) => tag === 'latest' }))).deleted).toEqual([])
  })

  test('an image went, and its signatures stayed for ever', async () => {
    const gone = index('gone', amd64)
    const [bundle, cosign] = [image('bundle', { subject: gone }), image('cosign')]
    const list = index('list', bundle)
    const memory = packageWith([amd64, []], [gone, []], [bundle, []], [list, [fallback(gone.digest)]])
    memory.store(cosign, [fallback(gone.digest, '.sig')], OLD)
    const { deleted } = await clean(memory, superseded(gone))
    expect(deleted).toEqual([gone, cosign, list, bundle, amd64].map(({ digest }) => digest))
    expect(memory.manifests.size).toBe(0)
  })
})

describe('runs that said something else than what they had done', () => {
  // unslothai/unsloth#10294
  test('green, and nothing was deleted, as the right was missing', async () => {
    const gone = index('gone', amd64)
    const memory = packageWith([amd64, []], [gone, []])
    memory.remove = async () => {
      throw new UserError('IMG5202', 'The token may not delete.', {
        hint: 'Give the repository the role Admin.',
      })
    }
    const result = await clean(memory, superseded(gone))
    expect(String(result.error)).toMatch(/registry\.example\/acme\/app: The token may not delete\. Give/)
    expect(result.cleaned).toMatchObject({ outcome: 'failed', error: 'The token may not delete.' })
    expect(result.cleaned.entries.map(({ outcome }) => outcome)).toEqual(['unreached', 'unreached'])
  })

  test('the tag was still listed, but its manifest was lost already: nobody knows what it needs', async () => {
    const develop = index('develop', amd64)
    const gone = index('gone', arm64)
    const memory = packageWith([amd64, []], [develop, ['develop']], [arm64, []], [gone, []])
    memory.getManifest = async (reference) => (reference === develop.digest ? undefined : gone)
    const result = await clean(memory, superseded(gone))
    expect(String(result.error)).toMatch(/which develop needs, is not there\. Push that tag again/)
    expect(result.deleted).toEqual([])
    expect(memory.manifests.size).toBe(4)
  })

  test('what a tag needs could not be asked for once, and the run went on without it', async () => {
    const release = index('release', amd64)
    const orphan = image('orphan')
    const memory = packageWith([amd64, []], [release, ['v3.0.1']], [orphan, []])
    memory.unreadable.add(release.digest)
    const result = await clean(memory, retention({ untagged: DAY }))
    expect(String(result.error)).toMatch(/which v3\.0\.1 needs, could not be read: .* answered 503/)
    expect(result.cleaned).toMatchObject({ outcome: 'failed', entries: [] })
    expect(memory.manifests.size).toBe(3)
  })

  // OpenHands/benchmarks#684
  test('135,133 tags, more than may be listed in an hour: nothing goes, and a warning says so', async () => {
    const memory = packageWith([amd64, ['latest']])
    memory.versions = async () => {
      throw new BudgetSpent('IMG5401', 'The budget of 800 requests is spent.', { hint: 'Wait.' })
    }
    const result = await clean(memory, retention({ olderThan: DAY }))
    expect(result).toMatchObject({ cleaned: { outcome: 'partial', entries: [] }, deleted: [] })
    expect(result.error).toBeUndefined()
    expect(result.warnings.join()).toMatch(
      /Nothing was deleted from registry\.example\/acme\/app: The budget of 800/,
    )
  })

  test('a rule that was meant for few took thousands', async () => {
    const memory = new MemoryPackage()
    for (let number = 0; number < 1000; number++) memory.store(image(`${number}`), [`sha-${number}`], OLD)
    const result = await clean(memory, retention({ olderThan: DAY }))
    expect(String(result.error)).toMatch(/has 1000 deletions, more than 100\. Nothing was deleted/)
    expect(result.cleaned.entries.filter(({ verdict }) => verdict === 'goes')).toHaveLength(1000)
    expect(memory.manifests.size).toBe(1000)
  })

  // docker/hub-tool#214
  test('429 after some hundreds of deletions: the next run goes on where this one stopped', async () => {
    const memory = new MemoryPackage()
    for (let number = 0; number < 60; number++) {
      memory.store(image(`${number}`), [], OLD)
      memory.store(index(`${number}`, image(`${number}`)), [`sha-${number}`], OLD)
    }
    const remove = memory.remove.bind(memory)
    let left = 70
    memory.remove = async (version) => {
      if (left-- <= 0)
        throw new BudgetSpent('IMG5402', 'GitHub allows no more requests until 15:00.', { hint: 'Wait.' })
      return remove(version)
    }
    const options = { dryRun: false, maxDeletes: 1000 }
    const first = await clean(memory, retention({ olderThan: DAY }), { options })
    expect(first.error).toBeUndefined()
    expect(first.cleaned).toMatchObject({
      outcome: 'partial',
      error: 'GitHub allows no more requests until 15:00.',
    })
    expect(first.warnings.join()).toMatch(/50 deletions in .* are left/)
    left = Infinity
    const second = await clean(memory, retention({ olderThan: DAY }), { options })
    expect(second.cleaned.outcome).toBe('done')
    expect(memory.manifests.size).toBe(0)
  })

  // kairos-io/kairos#4724
  test('a fake that answers 204 hides it: the last tagged version can’t be deleted', async () => {
    const last = index('last', amd64)
    const memory = packageWith([amd64, []], [last, ['1.0']])
    memory.refused.set(last.digest, 'it is the last tagged version')
    const result = await clean(memory, retention({ olderThan: DAY }))
    expect(result.error).toBeUndefined()
    expect(entryOf(result, last)).toMatchObject({ outcome: 'kept', detail: 'it is the last tagged version' })
    expect(entryOf(result, amd64)).toMatchObject({
      outcome: 'kept',
      detail: expect.stringMatching(/still there$/),
    })
    expect(broken(memory)).toEqual([])
  })
})
