import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { CleanupReport } from '../../../actions/plan/cleanup-report.ts'
import { INDEX } from '../doubles/images.ts'
import { brokenTags, digestsOf, NAME, type Published, presentIn, startWorld, type World } from './servers.ts'

let world: World
let repositories: string[]
let published: Published
let first: ReturnType<typeof digestsOf>

/** Three images under `latest`: the third took the first one's place in `latest-previous`. */
beforeEach(async () => {
  world = await startWorld()
  repositories = [`${world.ghcr.host}/${NAME}`, `${world.hub.host}/${NAME}`]
  for (const revision of [1, 2, 3]) published = await world.publish(revision, repositories)
  first = digestsOf(1, repositories)
})
afterEach(() => world.close())

const everything = () => [first.index, ...first.children]
const planOf = ({ repositories: all }: CleanupReport) =>
  all.map(({ repository, entries, requests }) => ({
    repository,
    requests,
    entries: entries.map(({ outcome: _, detail: __, ...entry }) => entry),
  }))

test('takes what left latest-previous from both registries, and nothing else', async () => {
  const before = [world.ghcr, world.hub].map((registry) => registry.manifests.list(NAME).length)
  const { error, outputs, summary } = await world.clean({ published })
  expect(error).toBeUndefined()
  for (const [position, registry] of [world.ghcr, world.hub].entries()) {
    expect(presentIn(registry, everything())).toEqual([])
    expect(registry.manifests.list(NAME)).toHaveLength((before[position] ?? 0) - 3)
    expect(registry.manifests.tags(NAME)).toEqual(['latest', 'latest-previous'])
    expect(brokenTags(registry)).toEqual([])
  }
  const references = repositories.flatMap((name) => everything().map((digest) => `${name}@${digest}`))
  expect(JSON.parse(outputs.get('deleted') ?? '')).toEqual(references)
  expect(outputs.get('kept')).toBe('[]')
  expect(summary).toContain('## Deleted 6 manifests')
})

test('a dry run shows the very plan of the run, and takes nothing', async () => {
  const dry = await world.clean({ published, inputs: { 'dry-run': 'true' } })
  for (const registry of [world.ghcr, world.hub])
    expect(presentIn(registry, everything())).toEqual(everything())
  expect(dry.printed.join('\n')).toContain('left latest-previous')
  expect(dry.outputs.get('deleted')).toBe('[]')
  const { report } = await world.clean({ published })
  expect(planOf(dry.report)).toEqual(planOf(report))
  expect(dry.report.repositories.map(({ outcome }) => outcome)).toEqual(['planned', 'planned'])
})

test('a second run finds nothing left, and is content', async () => {
  await world.clean({ published })
  const { error, outputs, report } = await world.clean({ published })
  expect(error).toBeUndefined()
  expect(outputs.get('deleted')).toBe('[]')
  expect(report.repositories.map(({ outcome }) => outcome)).toEqual(['done', 'done'])
})

test('a receipt may be a file', async () => {
  const receipt = join(world.folder, 'receipt.json')
  await writeFile(receipt, published.content)
  const { error } = await world.clean({ inputs: { receipt } })
  expect(error).toBeUndefined()
  expect(presentIn(world.ghcr, everything())).toEqual([])
})

test('a receipt that lies about a manifest is not believed', async () => {
  const second = digestsOf(2, repositories)
  const receipt = JSON.parse(published.content)
  receipt.manifests[second.index] = { mediaType: INDEX, content: '{"schemaVersion":2,"manifests":[]}' }
  for (const { superseded } of receipt.images[0].repositories)
    superseded.push({ tag: 'latest-previous', digest: second.children[0] })
  const path = join(world.folder, 'receipt.json')
  await writeFile(path, JSON.stringify(receipt))
  await world.clean({ inputs: { receipt: path } })
  for (const registry of [world.ghcr, world.hub]) expect(brokenTags(registry)).toEqual([])
  expect(presentIn(world.ghcr, everything())).toEqual([])
})

describe('takes nothing', () => {
  test.each([
    ['after a version tag', { ref: 'refs/tags/v1.0.0' }, 'after a version tag nothing is removed'],
    ['on another branch', { ref: 'refs/heads/dev' }, 'dev is not the default branch'],
    ['in a pull request', { name: 'pull_request', ref: 'refs/pull/1/merge' }, 'a pull request'],
  ])('%s, without a request', async (_what, event, why) => {
    const asked = [world.github, world.ghcr].map(({ requests }) => requests.length)
    const { error, printed, outputs } = await world.clean({ published, event })
    expect(error).toBeUndefined()
    expect(printed.join('\n')).toContain(why)
    expect([world.github, world.ghcr].map(({ requests }) => requests.length)).toEqual(asked)
    expect(outputs.get('deleted')).toBe('[]')
  })

  test('where no tag left anything, without a request', async () => {
    const receipt = JSON.parse(published.content)
    for (const image of receipt.images) for (const entry of image.repositories) entry.superseded = []
    const path = join(world.folder, 'receipt.json')
    await writeFile(path, JSON.stringify(receipt))
    const asked = world.ghcr.requests.length + world.github.requests.length
    const { printed } = await world.clean({ inputs: { receipt: path } })
    expect(printed.join('\n')).toContain('no tag of this run left anything behind')
    expect(world.ghcr.requests.length + world.github.requests.length).toBe(asked)
  })

  test('where nothing is asked', async () => {
    const { printed, report } = await world.clean({})
    expect(printed.join('\n')).toContain('there is neither a receipt nor a list of images')
    expect(report.repositories).toEqual([])
  })

  test.each([
    [
      'of another repository',
      (text: string) => text,
      { repository: 'acme/other' },
      /The receipt is of acme\/app/,
    ],
    ['that was changed', (text: string) => `${text} `, {}, /its digest differs/],
  ])('with a receipt %s', async (_what, change, event, fault) => {
    const changed = { ...published, content: change(published.content) }
    const { error } = await world.clean({ published: changed, event })
    expect(String(error)).toMatch(fault)
    expect(presentIn(world.ghcr, everything())).toEqual(everything())
  })

  test('with a receipt that is not among the artifacts of this run', async () => {
    const { error } = await world.clean({ inputs: { receipt: published.reference } })
    expect(String(error)).toContain(`This run has no artifact "${published.reference.split('@')[0]}"`)
  })

  test('when somebody who is asked says no', async () => {
    const questions: string[] = []
    const ask = async (question: string) => {
      questions.push(question)
      return question.includes(world.hub.host)
    }
    const { error, outputs, printed } = await world.clean({ published, runner: { ask } })
    expect(error).toBeUndefined()
    expect(presentIn(world.ghcr, everything())).toEqual(everything())
    expect(presentIn(world.hub, everything())).toEqual([])
    expect(JSON.parse(outputs.get('deleted') ?? '')).toHaveLength(3)
    expect(questions).toEqual(repositories.map((name) => `Delete this from ${name}?`))
    expect(printed.findIndex((line) => line.includes('left latest-previous'))).toBeGreaterThanOrEqual(0)
  })
})

describe('when something is in the way', () => {
  const forbid = () =>
    world.github.faults.add({
      method: 'DELETE',
      path: '/versions/',
      times: 0,
      fault: {
        kind: 'status',
        status: 403,
        body: JSON.stringify({ message: 'Resource not accessible by integration' }),
      },
    })

  test('a missing right is named, and the other registry is cleaned up all the same', async () => {
    forbid()
    const { error, summary, outputs } = await world.clean({ published })
    expect(String(error)).toMatch(/packages: write|Admin/)
    expect(presentIn(world.ghcr, everything())).toEqual(everything())
    expect(presentIn(world.hub, everything())).toEqual([])
    expect(summary).toContain('### What failed')
    expect(JSON.parse(outputs.get('kept') ?? '')).toHaveLength(3)
  })

  test('on-failure: warn says what remains, and fails nothing', async () => {
    forbid()
    const { error, printed } = await world.clean({ published, inputs: { 'on-failure': 'warn' } })
    expect(error).toBeUndefined()
    const warnings = printed.filter((line) => line.startsWith('warning: '))
    expect(warnings.join('\n')).toMatch(/The cleanup failed: .*(packages: write|Admin)/)
    expect(warnings.at(-1)).toMatch(new RegExp(`^warning: Still there: ${repositories[0]}: [0-9a-f]{12}`))
  })

  test('a wrong input is an error, whatever on-failure says', async () => {
    const inputs = { 'on-failure': 'warn', 'max-deletes': 'no' }
    await expect(world.clean({ published, inputs })).rejects.toThrow('max-deletes')
  })

  test('more deletions than max-deletes are none, and the plan is shown', async () => {
    const { error, printed } = await world.clean({ published, inputs: { 'max-deletes': '2' } })
    expect(String(error)).toMatch(/3 deletions, more than 2/)
    for (const registry of [world.ghcr, world.hub])
      expect(presentIn(registry, everything())).toEqual(everything())
    expect(printed.join('\n')).toContain('left latest-previous')
  })

  test('a short page deletes nothing in that package, and fails', async () => {
    world.github.faults.add({ path: '/versions\\?', times: 0, fault: { kind: 'short-page', items: 2 } })
    const { error } = await world.clean({ published })
    expect(String(error)).toContain(repositories[0])
    expect(presentIn(world.ghcr, everything())).toEqual(everything())
    expect(presentIn(world.hub, everything())).toEqual([])
  })
})
