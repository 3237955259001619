import { describe, expect, test } from '@jest/globals'
import { Contradiction, takeInventory } from '../../../actions/packages/reach/take-inventory.ts'
import { image, index } from '../cleanup/images.ts'
import { MemoryPackage } from '../cleanup/memory-package.ts'
import { testClock } from '../merge/world.ts'

const amd64 = image('amd64')
const top = index('top', amd64)

/** `late`: for how many requests the list lacks what was pushed last. */
function packageWith(late = 0): MemoryPackage {
  const memory = new MemoryPackage()
  memory.store(amd64, ['1.0'])
  memory.lag = late
  memory.store(top, ['latest'])
  return memory
}

const take = (memory: MemoryPackage, more = {}) =>
  takeInventory(memory, memory, { clock: testClock(), ...more })

describe('the list of versions is believed only where the registry says the same', () => {
  test('one look is enough where both agree', async () => {
    const memory = packageWith()
    const { roots } = await take(memory)
    expect(roots.map(({ name }) => name).toSorted()).toEqual(['1.0', 'latest'])
    expect(memory.calls.map(({ method }) => method)).toEqual(['LIST', 'TAGS'])
  })

  test('a version that is listed late is waited for', async () => {
    const clock = testClock()
    const before = clock.now()
    const { roots } = await take(packageWith(2), { clock })
    expect(roots).toHaveLength(2)
    expect(clock.now() - before).toBe(10_000)
  })

  test('a tag that stays unlisted contradicts the list', async () => {
    const taking = take(packageWith(99))
    await expect(taking).rejects.toBeInstanceOf(Contradiction)
    await expect(taking).rejects.toThrow(/has the tag latest in registry\.example\/acme\/app, but/)
  })

  test('unless it is known who put it: then the registry tells what it holds', async () => {
    const given = [{ name: 'latest', digest: top.digest }]
    const memory = packageWith(99)
    expect((await take(memory, { given })).roots).toContainEqual(given[0])
    expect(memory.calls.map(({ method }) => method)).toEqual(['LIST', 'TAGS', 'HEAD'])
  })

  test('a tag that moved on since it was given is a root as it is now', async () => {
    const memory = packageWith(99)
    const given = [{ name: 'latest', digest: amd64.digest }]
    expect((await take(memory, { given })).roots).toContainEqual({ name: 'latest', digest: top.digest })
  })

  test.each(['ghcr', 'dockerhub', 'oci'] as const)(
    'a list that is behind is found out by what was given: %s',
    async (kind) => {
      const memory = new MemoryPackage(kind)
      memory.store(amd64, ['latest'])
      const behind = await memory.versions()
      memory.store(top, ['latest'])
      memory.versions = async () => behind
      const taking = take(memory, { given: [{ name: 'latest', digest: top.digest }] })
      await expect(taking).rejects.toThrow(/list of .* does not show what latest holds by now/)
      await expect(taking).rejects.toBeInstanceOf(Contradiction)
    },
  )

  test.each(['dockerhub', 'oci'] as const)('so is an empty one: %s', async (kind) => {
    const memory = new MemoryPackage(kind)
    memory.store(top, ['latest'])
    memory.versions = async () => []
    const given = [{ name: 'latest', digest: top.digest }]
    await expect(take(memory, { given })).rejects.toBeInstanceOf(Contradiction)
  })

  test('what somebody else gave the tag since, or took away, is no contradiction', async () => {
    const memory = new MemoryPackage('oci')
    memory.store(top, ['latest'])
    const given = [
      { name: 'latest', digest: amd64.digest },
      { name: 'gone', digest: amd64.digest },
    ]
    const { roots } = await take(memory, { given })
    expect(roots).toEqual([{ name: 'latest', digest: top.digest }])
  })

  test('when looking again, the registry is asked', async () => {
    const { roots } = await take(packageWith(99), { unlisted: 'read' })
    expect(roots).toContainEqual({ name: 'latest', digest: top.digest })
  })

  test.each([
    [
      'one tag at two versions',
      [
        { id: '1', digest: top.digest, tags: ['a'] },
        { id: '2', digest: amd64.digest, tags: ['a'] },
      ],
    ],
    [
      'one manifest twice',
      [
        { id: '1', digest: top.digest, tags: [] },
        { id: '2', digest: top.digest, tags: [] },
      ],
    ],
  ])('a list that shows %s is no list', async (_, versions) => {
    const memory = packageWith()
    memory.versions = async () => versions
    memory.listTags = async () => versions.flatMap(({ tags }) => tags)
    await expect(take(memory)).rejects.toBeInstanceOf(Contradiction)
  })

  test('where the registry itself lists, it is asked once', async () => {
    const memory = new MemoryPackage('oci')
    memory.store(top, ['latest'])
    await take(memory)
    expect(memory.calls.map(({ method }) => method)).toEqual(['LIST'])
  })
})
