import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { RunEvent } from '../../../actions/base/event.ts'
import { parseRepository } from '../../../actions/base/reference.ts'
import { runMerge } from '../../../actions/merge/run.ts'
import { serialiseReceipt } from '../../../actions/plan/receipt.ts'
import { rollBack } from '../../../actions/rollback/main.ts'
import { childDigest, indexFor, LATEST, PLATFORMS, planFor, recordsOf } from '../../unit/merge/plans.ts'
import { memoryArtifacts } from '../../unit/merge/world.ts'
import { type RunningRegistry, startRegistry } from '../docker-registry.ts'
import { accessTo, connect, mergeOf, publishBefore, pushChildren } from '../merge/servers.ts'
import { testRunner } from '../runner.ts'

let one: RunningRegistry
let other: RunningRegistry
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rollback-'))
  one = await startRegistry()
  other = await startRegistry()
})
afterAll(async () => {
  await Promise.all([one.stop(), other.stop()])
  rmSync(folder, { recursive: true, force: true })
})

const access = accessTo({})
let path = 0
let repositories: string[]
let receipt: string
const plan = (revision: string) => planFor({ revision, tags: [LATEST], repositories })
const digest = (revision: string) => indexFor(plan(revision)).digest

beforeEach(async () => {
  repositories = [one, other].map(({ host }) => `${host}/acme/app-${path}`)
  receipt = `receipt-${path++}.json`
  const registries = connect(access)
  await publishBefore(registries, plan('r1'), ['latest'])
  await pushChildren(registries, plan('r2'))
  registries.close()
  const artifacts = memoryArtifacts(recordsOf(plan('r2')))
  const merged = await runMerge(mergeOf(plan('r2'), access, { artifacts, temp: folder }))
  expect(merged.error).toBeUndefined()
  writeFileSync(join(folder, receipt), serialiseReceipt(merged.receipt))
})

async function rollBackTo(to: string) {
  const event = { repository: 'acme/app', workspace: folder, actor: 'octo', attempt: 1 } as RunEvent
  const inputs = { image: repositories.join('\n'), to }
  const { runner } = await testRunner({ folder, inputs, event, environment: { HOME: '/nonexistent' } })
  return rollBack(runner)
}

async function held(tag = 'latest') {
  const registries = connect(access)
  const clients = repositories.map((name) => registries.open(parseRepository(name)))
  const found = await Promise.all(clients.map((client) => client.headManifest(tag)))
  registries.close()
  return found.map((each) => each?.digest)
}

/** As its garbage would be, with the tag that held it. */
async function remove(revision: string): Promise<void> {
  const registries = connect(access)
  for (const name of repositories) {
    const client = registries.open(parseRepository(name), 'delete')
    for (const platform of PLATFORMS) await client.deleteManifest(childDigest(plan(revision), platform))
    await client.deleteManifest(digest(revision))
  }
  registries.close()
}

describe('docker-registry', () => {
  test('to previous, and back again', async () => {
    expect((await rollBackTo('previous')).error).toBeUndefined()
    expect([await held(), await held('latest-previous')]).toEqual([
      [digest('r1'), digest('r1')],
      [digest('r2'), digest('r2')],
    ])
    expect((await rollBackTo('previous')).error).toBeUndefined()
    expect(await held()).toEqual([digest('r2'), digest('r2')])
  })

  test('what was deleted is put again, as its blobs are still there', async () => {
    await remove('r1')
    expect(await held(digest('r1'))).toEqual([undefined, undefined])
    const { error, text } = await rollBackTo(receipt)
    expect(error).toBeUndefined()
    expect(text.match(/its manifest put again/g)).toHaveLength(6)
    expect(await held()).toEqual([digest('r1'), digest('r1')])
  })

  test('away from an image of which a part is gone', async () => {
    const registries = connect(access)
    const client = registries.open(parseRepository(repositories[0]!), 'delete')
    await client.deleteManifest(childDigest(plan('r2'), 'linux/arm64'))
    registries.close()
    expect((await rollBackTo('previous')).error).toBeUndefined()
    expect(await held()).toEqual([digest('r1'), digest('r1')])
  })
})
