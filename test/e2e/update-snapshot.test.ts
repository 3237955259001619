import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { makeRepositories, type Repositories } from '../doubles/git/repositories.ts'
import { failureOf } from './harness/act-log.ts'
import { type CallInputs, CONTAINERFILE, type Consumer, callerWorkflow } from './harness/consumer.ts'
import { dispatched } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'
import { listTags } from './harness/inspect.ts'

jest.setTimeout(240_000)

const FILE = 'production-snapshot.json'
const LOCK = 'nodes.lock.json'
const CHECK_FILE = `version: 1
files:
  - path: /${FILE}
    contains: "{{pin}}"
`
let world: World
let repositories: Repositories
beforeAll(async () => {
  world = await openWorld()
  repositories = await makeRepositories(join(world.folder, 'repositories'), [{ owner: 'ann', name: 'Plain' }])
})
afterAll(() => world.close())

function snapshot(commit: string): string {
  const nodes = { 'https://github.com/ann/Plain': { hash: commit, disabled: false } }
  const others = { cnr_custom_nodes: {}, file_custom_nodes: [], pips: {} }
  return `${JSON.stringify({ comfyui: null, git_custom_nodes: nodes, ...others }, null, 2)}\n`
}

/** The workflow that users copy, for an image that is made of the snapshot alone. */
function files(pinned: string, expected: string, more: CallInputs = {}) {
  const inputs = {
    images: '',
    'expected-nodes': 1,
    'min-age-days': 0,
    'custom-nodes': '',
    'minimum-buildah': '1.0',
    cache: 'none',
    verify: 'image-verify.yml',
    'verify-variables': `pin=${expected}`,
    ...more,
  }
  return {
    Containerfile: `${CONTAINERFILE}COPY ${FILE} /\n`,
    [FILE]: snapshot(pinned),
    'image-verify.yml': CHECK_FILE,
    '.github/workflows/update-snapshot.yml': callerWorkflow(
      inputs,
      [],
      'comfyui/.github/workflows/update-snapshot.yml',
    ),
  }
}

async function run(consumer: Consumer) {
  const event = await dispatched(consumer, { to: '' })
  world.github.repositories['ann/Plain'] = { defaultBranch: 'main', branches: {}, commits: {} }
  return world.run(consumer, event, { workflow: 'update-snapshot.yml', env: { ...repositories.environment } })
}

test('a newer node is built for both platforms, verified, and proposed; then there is nothing to do', async () => {
  const [first = '', ...newer] = repositories.get('ann/Plain').commits
  const newest = newer.at(-1) ?? ''
  const made = { ...files(first, newest, { lock: LOCK }), [LOCK]: '{}\n' }
  const consumer = await world.consumer('updated', {}, made)
  // GitHub refuses to take away what it doesn't have.
  world.github.git.trees.set(await consumer.head(), made)
  const updated = await run(consumer)
  expect(failureOf(updated)).toBe('')
  expect(updated.jobs).toMatchObject({
    'build updated linux/amd64': 'success',
    'build updated linux/arm64': 'success',
  })
  expect(updated.outputs).toMatchObject({
    changed: 'true',
    'pull-request': 'https://github.com/octo/updated/pull/1',
  })
  expect(world.github.pulls).toMatchObject([
    { title: 'Update 1 custom node', head: 'update-snapshot', base: 'main' },
  ])
  const branch = world.github.repositories['octo/updated']?.branches['update-snapshot'] ?? ''
  const proposed = world.github.git.trees.get(world.github.git.commits.get(branch)?.tree ?? '')
  expect(proposed).toMatchObject({ [FILE]: snapshot(newest), Containerfile: made.Containerfile })
  expect(proposed).not.toHaveProperty([LOCK])
  for (const host of world.hosts) expect(await listTags(`${host}/octo/updated`)).toEqual([])

  await consumer.commit({ [FILE]: snapshot(newest) })
  const again = await run(consumer)
  expect(failureOf(again)).toBe('')
  expect(again.outputs).toMatchObject({ changed: 'false', 'pull-request': '' })
  expect(Object.keys(again.jobs).filter((job) => job.startsWith('build'))).toEqual([])
})

test('an image that does not hold the nodes is proposed to nobody, and they are named', async () => {
  const [first = '', ...newer] = repositories.get('ann/Plain').commits
  const proposals = world.github.pulls.length
  const inputs = {
    platforms: 'linux/amd64',
    'custom-nodes': '/custom_nodes',
    comfyui: 'none',
    python: 'none',
  }
  const consumer = await world.consumer('empty', {}, files(first, newer.at(-1) ?? '', inputs))
  const { jobs, exitCode, errors } = await run(consumer)
  expect([exitCode, jobs['build empty linux/amd64']]).toEqual([1, 'failure'])
  expect(errors.join('\n')).toContain('Plain')
  expect(world.github.pulls).toHaveLength(proposals)
})
