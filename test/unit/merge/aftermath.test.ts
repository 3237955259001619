import { writeFileSync } from 'node:fs'
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals'
import { silentLog } from '../../../actions/base/log.ts'
import { parseReceipt, receiptArtifact } from '../../../actions/plan/receipt.ts'
import { finishTransaction } from '../../../actions/transaction/aftermath.ts'
import { Journal, journalPath } from '../../../actions/transaction/journal.ts'
import { type Call, MemoryRegistries } from './memory-registries.ts'
import { childDigest, fixed, GHCR, HUB, indexFor, LATEST, planFor } from './plans.ts'
import { memoryArtifacts, newWorld, publishBefore, pushChildren, testClock } from './world.ts'

const world = newWorld()
afterAll(() => world.remove())

const old = planFor({ revision: 'r1', tags: [LATEST] })
const plan = planFor({ revision: 'r2', tags: [...fixed('2.0.0'), LATEST] })
const before = indexFor(old).digest
const ours = indexFor(plan).digest

let registries: MemoryRegistries
beforeEach(() => {
  registries = new MemoryRegistries()
  publishBefore(registries, old, ['latest'])
  pushChildren(registries, plan)
})

/** The process dies when it makes this call: nothing of it arrives, nor of any later one. */
async function dieAt(fatal: (call: Call) => boolean): Promise<void> {
  const died = Promise.withResolvers<void>()
  let dead = false
  const dying = registries.forAnother()
  dying.trouble = (call) => {
    dead ||= fatal(call)
    if (dead) died.resolve()
    return dead ? 'never' : undefined
  }
  await Promise.race([world.merge(plan, dying), died.promise])
  // What was on its way before the death still arrives: each call takes one turn, and began before this one.
  await new Promise((resolve) => setImmediate(resolve))
}

const puts = (tag: string, repository: string) => (call: Call) =>
  call.method === 'PUT' && call.reference === tag && call.repository === repository

async function finish(artifacts = memoryArtifacts()) {
  const journal = Journal.read(journalPath(world.temp, plan.id))
  if (!journal) throw new Error('There is no journal.')
  const said: string[] = []
  const log = {
    ...silentLog,
    warn: (text: string) => said.push(text),
    info: (text: string) => said.push(text),
  }
  const error = await finishTransaction(journal, { registries, artifacts, clock: testClock(), log }).catch(
    (error) => error,
  )
  return { error, said: said.join('\n'), text: artifacts.contents.get(receiptArtifact(plan.id, 1)) ?? '' }
}

function held(tag: string) {
  return [GHCR, HUB].map((repository) => registries.tag(repository, tag))
}

describe('once latest has moved somewhere', () => {
  beforeEach(() => dieAt(puts('latest', HUB)))

  test('the rest follows, and the receipt says so', async () => {
    expect(held('latest')).toEqual([ours, before])
    const { error, said, text } = await finish()
    expect(error).toBeUndefined()
    expect(held('latest')).toEqual([ours, ours])
    expect(said).toMatch(/The merge of app was interrupted, and is completed now/)
    expect(parseReceipt(text).images[0]).toMatchObject({ outcome: 'published', digest: ours })
    expect(Journal.read(journalPath(world.temp, plan.id))).toBeUndefined()
  })

  test('not to an image that is not whole any more: the message names where every tag stands', async () => {
    registries.content(HUB).manifests.delete(childDigest(plan, 'linux/arm64'))
    const { error, text } = await finish()
    expect(String(error)).toMatch(/docker\.io\/acme\/app@sha256:\w+ \(linux\/arm64\) is gone/)
    expect(String(error)).toMatch(
      /ghcr\.io\/acme\/app: .*latest holds the new image; docker\.io\/acme\/app: .*latest is untouched/,
    )
    expect(held('latest')).toEqual([ours, before])
    expect(parseReceipt(text).images[0]?.outcome).toBe('failed')
  })

  test('not over what somebody else has published meanwhile', async () => {
    const theirs = publishBefore(registries, planFor({ revision: 'r3', tags: [LATEST] }), ['latest'], [HUB])
    const { error } = await finish()
    expect(String(error)).toMatch(/Not every tag of app holds/)
    expect(held('latest')).toEqual([ours, theirs])
  })

  test('a registry that does not answer is named', async () => {
    registries.trouble = ({ repository }) => (repository === HUB ? 'early' : undefined)
    const { error } = await finish()
    expect(String(error)).toMatch(/docker\.io\/acme\/app: 2\.0\.0 is in an unknown state/)
  })
})

test('before any moving tag has moved, it is put back', async () => {
  const older = publishBefore(registries, planFor({ revision: 'r0', tags: [LATEST] }), ['latest-previous'])
  const stopping = (call: Call) => puts('latest', GHCR)(call) || puts('latest', HUB)(call)
  await dieAt(stopping)
  expect(held('latest-previous')).toEqual([before, before])
  const { error, said, text } = await finish()
  expect(error).toBeUndefined()
  expect(said).toMatch(/is put back now. It was not published/)
  expect(held('latest')).toEqual([before, before])
  expect(held('latest-previous')).toEqual([older, older])
  expect(parseReceipt(text).images[0]?.outcome).toBe('failed')
})

test('a receipt that the merge could still write is left alone', async () => {
  await dieAt(puts('latest', HUB))
  const artifacts = memoryArtifacts()
  artifacts.contents.set(receiptArtifact(plan.id, 1), 'theirs')
  expect(await finish(artifacts)).toMatchObject({ error: undefined, text: 'theirs' })
})

test.each(['{', '{"schema":2}'])('a journal that says %s is named, not guessed at', async (content) => {
  await dieAt(puts('latest', HUB))
  const path = journalPath(world.temp, plan.id)
  writeFileSync(path, content)
  expect(() => Journal.read(path)).toThrow(/The journal .* is not valid/)
})
