import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { CleanupJournal } from '../../../actions/cleanup/deletion/journal.ts'
import type { RegistryDouble } from '../../doubles/registry/index.ts'
import { brokenTags, digestsOf, NAME, startWorld, type World } from './servers.ts'

let world: World
let repositories: string[]
beforeEach(async () => {
  world = await startWorld()
  repositories = [`${world.ghcr.host}/${NAME}`, `${world.hub.host}/${NAME}`]
  for (const revision of [1, 2]) await world.publish(revision, repositories)
})
afterEach(() => world.close())

/** As if the process had been killed right after it deleted this. */
function killedAfter(registry: RegistryDouble, repository: string, digest: string, path: string): void {
  const stored = registry.manifests.find(NAME, digest)!
  const journal = new CleanupJournal(path)
  journal.begun(repository, [])
  journal.deleting(repository, { digest: stored.digest, tags: [], manifest: stored })
  registry.manifests.remove(NAME, stored.digest)
}

function finish(journal: string, inputs: Record<string, string> = {}) {
  return world.finish(new Map([['cleanup-journal', journal]]), inputs)
}

test('what a killed run took from a tag is there again after post', async () => {
  const journal = join(world.folder, 'journal.jsonl')
  const { children } = digestsOf(2, repositories)
  for (const [position, registry] of [world.ghcr, world.hub].entries())
    killedAfter(registry, repositories[position]!, children[0]!, journal)
  expect([world.ghcr, world.hub].map((registry) => brokenTags(registry))).toEqual([['latest'], ['latest']])
  const { error, printed } = await finish(journal)
  expect(error).toBeUndefined()
  expect([world.ghcr, world.hub].map((registry) => brokenTags(registry))).toEqual([[], []])
  expect(printed).toMatch(/was interrupted\. Brought back, as a tag needs it: 1 of what it deleted\./)
  const asked = world.ghcr.requests.length
  await finish(journal)
  expect(world.ghcr.requests).toHaveLength(asked)
})

test('what no tag needs stays deleted, and that is said', async () => {
  const journal = join(world.folder, 'journal.jsonl')
  for (const registry of [world.ghcr, world.hub]) registry.manifests.untag(NAME, 'latest-previous')
  const { index } = digestsOf(1, repositories)
  killedAfter(world.ghcr, repositories[0]!, index, journal)
  const { error, printed } = await finish(journal)
  expect(error).toBeUndefined()
  expect(printed).toMatch(/was interrupted\. No tag needs anything of what it deleted\./)
})

test('what could not be brought back is an error, or a warning where that is asked for', async () => {
  const journal = join(world.folder, 'journal.jsonl')
  killedAfter(world.hub, repositories[1]!, digestsOf(2, repositories).children[0]!, journal)
  world.hub.faults.add({ method: 'PUT', times: 0, fault: { kind: 'status', status: 403 } })
  const failed = await finish(journal)
  expect(String(failed.error)).toMatch(/could not be brought back/)
  const warned = await finish(journal, { 'on-failure': 'warn' })
  expect(warned.error).toBeUndefined()
  expect(warned.printed).toMatch(/warning: .*could not be brought back/)
})

test('a run that ended properly leaves nothing to do, and nobody is asked', async () => {
  const asked = world.ghcr.requests.length + world.github.requests.length
  for (const journal of ['', join(world.folder, 'never-written')])
    expect((await finish(journal)).error).toBeUndefined()
  expect(world.ghcr.requests.length + world.github.requests.length).toBe(asked)
})
