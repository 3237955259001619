import { readdirSync } from 'node:fs'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { messagesOf } from '../../../actions/base/errors.ts'
import { parseReceipt } from '../../../actions/plan/receipt.ts'
import { type Call, MemoryRegistries } from '../merge/memory-registries.ts'
import { GHCR, HUB } from '../merge/plans.ts'
import { memoryArtifacts, publishBefore } from '../merge/world.ts'
import { BOTH, childrenOf, imageOf, newWorld, receiptsOf, revision } from './world.ts'

const world = newWorld()
afterAll(() => world.remove())

const OLDER = imageOf('r0')
const OLD = imageOf('r1')
const NEW = imageOf('r2')

let registries: MemoryRegistries
beforeEach(() => {
  registries = new MemoryRegistries()
  publishBefore(registries, revision('r0'), ['1.0.0'])
  publishBefore(registries, revision('r1'), ['latest-previous', '1.1.0'])
  publishBefore(registries, revision('r2'), ['latest', '1.2.0'])
})

function held(tag = 'latest') {
  return BOTH.map((repository) => registries.tag(repository, tag))
}

function changes(): Call[] {
  return registries.calls.filter(({ method }) => method === 'PUT' || method === 'DELETE')
}

test('registries that don’t answer are told of, each', async () => {
  registries.trouble = () => 'early'
  const { error, report } = await world.rollBack(registries)
  expect(report.errors).toEqual(BOTH.map(() => 'GET latest answered 503. Mend it.'))
  expect(messagesOf(error)).toEqual(report.errors)
  expect(changes()).toEqual([])
})

describe('a tag goes back', () => {
  test.each([
    ['previous', OLD],
    [OLDER, OLDER],
    ['1.0.0', OLDER],
    ['1.1.0', OLD],
  ])('to %s, and what it held is kept', async (to, digest) => {
    const { error, report } = await world.rollBack(registries, { to })
    expect(error).toBeUndefined()
    expect(held()).toEqual([digest, digest])
    expect(held('latest-previous')).toEqual([NEW, NEW])
    expect(report).toMatchObject({ outcome: 'done', revision: digest === OLD ? 'r1' : 'r0' })
    expect(report.repositories.map(({ before, after }) => [before, after])).toEqual([
      [NEW, digest],
      [NEW, digest],
    ])
  })

  test('to previous twice: it is where it was', async () => {
    await world.rollBack(registries)
    await world.rollBack(registries)
    expect([held(), held('latest-previous')]).toEqual([
      [NEW, NEW],
      [OLD, OLD],
    ])
  })

  test('without keep-previous the slot stays as it is', async () => {
    await world.rollBack(registries, { to: '1.0.0', keepPrevious: false })
    expect([held(), held('latest-previous')]).toEqual([
      [OLDER, OLDER],
      [OLD, OLD],
    ])
  })

  test('and leaves a receipt, with the manifests of what it left and nothing to clean up', async () => {
    const artifacts = memoryArtifacts()
    const { report, receipt } = await world.rollBack(registries, {
      to: '1.0.0',
      artifacts: async () => artifacts,
    })
    const [name = ''] = report.receipt.split('@')
    const kept = parseReceipt(artifacts.contents.get(name) ?? '')
    expect(kept).toEqual(receipt)
    expect(Object.keys(kept.manifests).toSorted()).toEqual([NEW, ...childrenOf('r2')].toSorted())
    expect(kept.images[0]).toMatchObject({ outcome: 'published', digest: OLDER })
    expect(kept.images[0]?.repositories.map(({ superseded }) => superseded)).toEqual([[], []])
    expect(readdirSync(world.temp)).toEqual([])
  })

  test('by that receipt the rollback is undone', async () => {
    const { report, receipt } = await world.rollBack(registries)
    const [to = ''] = report.receipt.split('@')
    const { error } = await world.rollBack(registries, { to, receipts: receiptsOf(receipt!) })
    expect(error).toBeUndefined()
    expect(held()).toEqual([NEW, NEW])
  })

  test.each(['previous', OLD, '1.1.0'])(
    'to %s, which it holds already: nothing is put, and that is fine',
    async (to) => {
      publishBefore(registries, revision('r1'), ['latest'])
      const { error, report } = await world.rollBack(registries, { to })
      expect(error).toBeUndefined()
      expect(report).toMatchObject({ outcome: 'unchanged', receipt: '' })
      expect(changes()).toEqual([])
    },
  )

  test('in the registry where it had not yet', async () => {
    publishBefore(registries, revision('r1'), ['latest'], [GHCR])
    const { report } = await world.rollBack(registries, { to: '1.1.0' })
    expect(report.repositories.map(({ outcome }) => outcome)).toEqual(['unchanged', 'moved'])
    expect(held()).toEqual([OLD, OLD])
    expect(held('latest-previous')).toEqual([OLD, NEW])
  })
})

describe('nothing is changed', () => {
  test('in a dry run, which says what would be', async () => {
    const { report, error } = await world.rollBack(registries, { dryRun: true })
    expect(error).toBeUndefined()
    expect(report).toMatchObject({ outcome: 'planned', receipt: '', revision: 'r1' })
    expect(report.repositories.map(({ after, outcome }) => [after, outcome])).toEqual([
      [OLD, 'planned'],
      [OLD, 'planned'],
    ])
    expect(changes()).toEqual([])
  })

  test.each([
    [true, 'done', [OLD, OLD]],
    [false, 'declined', [NEW, NEW]],
  ])('unless who is asked says yes: %s', async (answer, outcome, expected) => {
    const questions: string[] = []
    const ask = async (question: string) => {
      questions.push(question)
      return answer
    }
    const { report } = await world.rollBack(registries, { ask })
    expect(questions).toEqual(['Put app:latest back?'])
    expect([report.outcome, held()]).toEqual([outcome, expected])
    if (!answer) expect(changes()).toEqual([])
  })

  test.each([
    ['9.9.9', /ghcr\.io\/acme\/app has no tag 9\.9\.9.*docker\.io\/acme\/app has no tag 9\.9\.9/s],
    [`sha256:${'0'.repeat(64)}`, /nothing here tells what it was made of/],
  ])('where %s is nowhere: every registry is named', async (to, message) => {
    const { error, report } = await world.rollBack(registries, { to })
    expect(String(error)).toMatch(message)
    expect(report).toMatchObject({ outcome: 'failed', receipt: '' })
    expect(changes()).toEqual([])
  })

  test('where one registry can’t: the other stays too', async () => {
    registries.content(HUB).tags.delete('latest-previous')
    const { error } = await world.rollBack(registries)
    expect(String(error)).toContain('docker.io/acme/app has no tag latest-previous')
    expect(changes()).toEqual([])
  })

  test('where the tag is unknown, unless it is forced', async () => {
    const asked = { tag: 'stable', to: '1.0.0' }
    const { error } = await world.rollBack(registries, asked)
    expect(String(error)).toContain('No registry has the tag stable')
    expect(changes()).toEqual([])
    await world.rollBack(registries, { ...asked, force: true })
    expect(held('stable')).toEqual([OLDER, OLDER])
  })
})

describe('registries whose previous states differ', () => {
  beforeEach(() => void publishBefore(registries, revision('r0'), ['latest-previous'], [HUB]))

  test('are refused', async () => {
    const { error } = await world.rollBack(registries)
    expect(String(error)).toMatch(/would hold different images afterwards/)
    expect(changes()).toEqual([])
  })

  test('go each to its own by force, and the receipt tells both', async () => {
    const { error, receipt } = await world.rollBack(registries, { force: true })
    expect(error).toBeUndefined()
    expect(held()).toEqual([OLD, OLDER])
    expect(receipt?.images.map(({ digest }) => digest)).toEqual([OLD, OLDER])
  })

  test('go forward together after a death in the midst of it', async () => {
    const died = Promise.withResolvers<void>()
    registries.trouble = ({ method, repository, reference }) => {
      if (method !== 'PUT' || repository !== HUB || reference !== 'latest') return undefined
      died.resolve()
      return 'never'
    }
    await Promise.race([world.rollBack(registries, { force: true }), died.promise])
    // What the other registry was asked for at the same time takes effect.
    for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve))
    expect(held()).toEqual([OLD, NEW])
    expect(await world.finish(registries)).toBeUndefined()
    expect([held(), held('latest-previous')]).toEqual([
      [OLD, OLDER],
      [NEW, NEW],
    ])
  })

  test('go back together when one of them fails', async () => {
    registries.trouble = ({ method, repository, reference }) =>
      method === 'PUT' && repository === HUB && reference === 'latest' ? 'early' : undefined
    const { error } = await world.rollBack(registries, { force: true })
    expect(String(error)).toMatch(
      /app was not rolled back: .*ghcr\.io\/acme\/app: latest holds again what it held/,
    )
    expect([held(), held('latest-previous')]).toEqual([
      [NEW, NEW],
      [OLD, OLDER],
    ])
  })
})

test('what moves between the look and the move is not overwritten', async () => {
  let heads = 0
  const theirs = imageOf('r3')
  registries.trouble = ({ method, repository, reference }) => {
    const asked = method === 'HEAD' && repository === HUB && reference === 'latest'
    if (asked && ++heads === 1) publishBefore(registries, revision('r3'), ['latest'], [HUB])
    return undefined
  }
  const { error } = await world.rollBack(registries)
  expect(String(error)).toMatch(/docker\.io\/acme\/app:latest was given .* by something else/)
  expect([held(), held('latest-previous')]).toEqual([
    [NEW, theirs],
    [OLD, OLD],
  ])
  expect(changes()).toEqual([])
})

test('what is gone before it could be read is named, and never taken for whole', async () => {
  registries.trouble = ({ method, repository, reference }) => {
    if (method === 'GET' && repository === HUB && reference === OLDER)
      registries.content(HUB).manifests.delete(OLDER)
    return undefined
  }
  const { error } = await world.rollBack(registries, { to: OLDER, repositories: [HUB] })
  expect(String(error)).toContain(`docker.io/acme/app@${OLDER} can’t be read any more.`)
  expect(changes()).toEqual([])
})

test('a slot that another publication has filled is left to it when the rollback fails', async () => {
  const theirs = imageOf('r3')
  registries.trouble = ({ method, repository, reference }) => {
    if (method !== 'PUT' || reference !== 'latest' || repository !== HUB) return undefined
    // As a merge does it: what latest held goes to the slot first.
    publishBefore(registries, revision('r3'), ['latest'], [HUB])
    return 'early'
  }
  const { error } = await world.rollBack(registries, { to: '1.0.0' })
  expect(String(error)).toMatch(/app was not rolled back/)
  expect([held(), held('latest-previous')]).toEqual([
    [NEW, theirs],
    [OLD, NEW],
  ])
})

test('away from a broken image: it is not kept, as no registry would take it', async () => {
  for (const repository of BOTH) registries.content(repository).manifests.delete(childrenOf('r2')[0]!)
  const { error, report } = await world.rollBack(registries)
  expect(error).toBeUndefined()
  expect([held(), held('latest-previous')]).toEqual([
    [OLD, OLD],
    [OLD, OLD],
  ])
  expect(report.repositories[0]?.reason).toContain('what it held is broken, so it is not kept')
})

test('a failure of the receipt is an error, and the tag stays where it went', async () => {
  const artifacts = { ...memoryArtifacts(), put: () => Promise.reject(new Error('409')) }
  const { error, report } = await world.rollBack(registries, { artifacts: async () => artifacts })
  expect(String(error)).toMatch(/The receipt receipt-\w+-1 was not kept/)
  expect(report).toMatchObject({ outcome: 'done', receipt: '' })
  expect(held()).toEqual([OLD, OLD])
})
