import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { parse, stringify } from 'yaml'
import { descriptor, document, INDEX, image } from '../integration/doubles/images.ts'
import { failureOf } from './harness/act-log.ts'
import { dispatched } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'
import { inspect, listTags } from './harness/inspect.ts'
import { checkout } from './harness/programs.ts'

jest.setTimeout(120_000)
const REPOSITORY = 'octo/app'
const DAY = 24 * 3600 * 1000

let world: World

beforeAll(async () => {
  world = await openWorld()
})

afterAll(() => world.close())

/** Puts an index over these platforms, pushed so many days ago. */
async function put(name: string, platforms: readonly string[], days: number, tag?: string): Promise<void> {
  const named = (called: string) => ({ annotations: { name: called } })
  const children = await Promise.all(
    platforms.map((platform) => image(world.ghcr, REPOSITORY, platform, named(platform))),
  )
  const platform = { os: 'linux', architecture: 'arm64' }
  const manifests = children.map((child) => ({ ...descriptor(child), platform }))
  const index = document(INDEX, { manifests, ...named(name) })
  const stored = [
    ...children.map((child) => world.ghcr.manifests.put(REPOSITORY, child.digest, child)),
    world.ghcr.manifests.put(REPOSITORY, tag ?? index.digest, index),
  ]
  for (const manifest of stored) manifest.created = manifest.updated = Date.now() - days * DAY
}

function left(): (string | undefined)[] {
  return world.ghcr.manifests
    .list(REPOSITORY)
    .map(({ content }) => content.annotations?.name)
    .sort()
}

/** The example, for the registry at hand. */
function workflow(): string {
  const example = parse(readFileSync(join(checkout, 'examples/workflows/cleanup.yml'), 'utf8'))
  Object.assign(example.jobs.cleanup.steps[0].with, {
    images: `${world.ghcr.host}/${REPOSITORY}`,
    'keep-n-tagged': '1',
    'registry-kinds': world.inputs['registry-kinds'],
    'registry-auth': `\${{ secrets.REGISTRY_AUTH }}`,
  })
  return stringify(example)
}

test('the example for retention shows by hand what would go, and takes just that when told to', async () => {
  for (const tag of ['1.0.0', 'pr-1', 'latest', 'pr-2'])
    await put(tag, [`${tag} amd64`, 'shared arm64'], 40, tag)
  await put('pr-3', ['pr-3 amd64'], 5, 'pr-3')
  await put('old', ['old amd64'], 20)
  await put('being built', ['being built amd64'], 0.5)
  const all = left()
  const consumer = await world.consumer('app', {}, { '.github/workflows/cleanup.yml': workflow() })
  const run = async (inputs: Record<string, boolean>) => {
    const ended = await world.run(consumer, await dispatched(consumer, inputs), { workflow: 'cleanup.yml' })
    expect(failureOf(ended)).toBe('')
    return ended.summaries.map(({ markdown }) => markdown).join('\n')
  }
  const gone = ['old', 'old amd64', 'pr-1', 'pr-1 amd64', 'pr-2', 'pr-2 amd64']

  const planned = await run({})
  expect(planned).toContain('`pr-1`')
  expect(left()).toEqual(all)
  await run({ dry_run: false })
  expect(left()).toEqual(all.filter((name) => !gone.includes(name ?? '')))
  const reference = `${world.ghcr.host}/${REPOSITORY}`
  expect(await listTags(reference)).toEqual(['1.0.0', 'latest', 'pr-3'])
  for (const tag of ['1.0.0', 'latest', 'pr-3']) {
    const { children = [] } = (await inspect(`${reference}:${tag}`)) ?? {}
    expect(children.length).toBeGreaterThan(0)
    for (const child of children)
      expect(await inspect(`${reference}@${child}`)).toMatchObject({ digest: child })
  }
})
