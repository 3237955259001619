import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { parseRepository } from '../../../actions/base/reference.ts'
import type { RepositoryClient } from '../../../actions/registry/types.ts'
import { indexFor, LATEST, planFor } from '../../unit/merge/plans.ts'
import { type RunningRegistry, startRegistry } from '../docker-registry.ts'
import { connect, publishBefore } from '../merge/servers.ts'
import { digestsOf, startWorld, type World } from './servers.ts'

let world: World
let registry: RunningRegistry
beforeAll(async () => {
  ;[world, registry] = await Promise.all([startWorld(), startRegistry()])
})
afterAll(async () => {
  await Promise.all([world.close(), registry.stop()])
})

/** What of these is there. */
async function present(client: RepositoryClient, references: readonly string[]): Promise<string[]> {
  const heads = await Promise.all(references.map((reference) => client.headManifest(reference)))
  return references.filter((_, position) => heads[position] !== undefined)
}

test('the third image takes the first away, and nothing else', async () => {
  const repositories = [`${registry.host}/acme/three`]
  const registries = connect(world.access)
  const client = registries.open(parseRepository(repositories[0]!))
  let published = await world.publish(1, repositories)
  for (const revision of [2, 3]) published = await world.publish(revision, repositories)
  const [first, second, third] = [1, 2, 3].map((revision) => digestsOf(revision, repositories))
  const { error } = await world.clean({ published })
  expect(error).toBeUndefined()
  expect(await present(client, [first!.index, ...first!.children])).toEqual([])
  const remaining = [second!, third!].flatMap(({ index, children }) => [index, ...children])
  expect(await present(client, remaining)).toEqual(remaining)
  expect(await client.listTags()).toEqual(expect.arrayContaining(['latest', 'latest-previous']))
  registries.close()
})

test('tags go by name; where age decides, nothing goes, as nobody knows it', async () => {
  const images = `${registry.host}/acme/named`
  const registries = connect(world.access)
  const client = registries.open(parseRepository(images))
  for (const [revision, tags] of [
    ['r1', ['pr-1']],
    ['r2', ['latest', 'pr-2']],
  ] as const)
    await publishBefore(registries, planFor({ revision, tags: [LATEST], repositories: [images] }), [...tags])
  const aged = await world.clean({ inputs: { images, 'older-than': '1d' } })
  expect(aged.report.repositories[0]?.entries.map(({ reason }) => reason)).toContain(
    'its registry tells no date to judge by',
  )
  expect((await client.listTags()).toSorted()).toEqual(['latest', 'pr-1', 'pr-2'])
  const { error, report } = await world.clean({ inputs: { images, tags: 'pr-*' } })
  expect(error).toBeUndefined()
  expect((await client.listTags()).toSorted()).toEqual(['latest', 'pr-2'])
  const other = report.repositories[0]?.entries.find(({ tags }) => tags.includes('pr-2'))
  expect(other?.outcome).toBe('unsupported')
  const latest = planFor({ revision: 'r2', tags: [LATEST], repositories: [images] })
  expect((await client.headManifest('latest'))?.digest).toBe(indexFor(latest).digest)
  registries.close()
})

test('a registry that deletes nothing makes a warning, as nothing will ever go there', async () => {
  const keeping = await startRegistry({ deletes: false })
  try {
    const repositories = [`${keeping.host}/acme/kept`]
    let published = await world.publish(1, repositories)
    for (const revision of [2, 3]) published = await world.publish(revision, repositories)
    const { error, printed, outputs } = await world.clean({ published })
    expect([error, outputs.get('deleted')]).toEqual([undefined, '[]'])
    const warning = `${repositories[0]} kept 1 of what was to go: deletion is switched off here;`
    expect(printed.filter((line) => line.includes(warning))).toHaveLength(1)
  } finally {
    await keeping.stop()
  }
})
