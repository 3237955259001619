import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { stringify } from 'yaml'
import { makeRepositories, type Repositories } from '../doubles/git/repositories.ts'
import { failureOf } from './harness/act-log.ts'
import { pushed } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'

jest.setTimeout(120_000)

const SPECS = [
  { owner: 'ann', name: 'Outer', submodules: [{ path: 'inner', owner: 'ann', name: 'Inner' }] },
  { owner: 'bob', name: 'Plain' },
]

let world: World
let repositories: Repositories
beforeAll(async () => {
  world = await openWorld()
  repositories = await makeRepositories(join(world.folder, 'nodes'), SPECS)
})
afterAll(() => world.close())

const snapshot = (mode: string, more: Record<string, string> = {}) => ({
  id: mode,
  uses: 'org/image-actions/snapshot@main',
  with: { mode, python: 'none', ...more },
})
const SHOW = {
  if: 'always()',
  env: { OUTPUTS: `\${{ toJSON(steps.verify.outputs) }}` },
  run: `printf 'outputs:%s\\n' "$(printf %s "$OUTPUTS" | tr -d '\\n')"`,
}

/** A job with these steps, in a repository whose snapshot pins each node to its last commit but one, save what is told. */
async function run(name: string, steps: object[], pins: Record<string, string> = {}) {
  const nodes = repositories.list.map(({ url, commits }) => [
    url,
    { hash: pins[url] ?? commits.at(-2) ?? '', disabled: false },
  ])
  const job = {
    'runs-on': 'ubuntu-24.04',
    permissions: { contents: 'read' },
    steps: [{ uses: 'actions/checkout@v6' }, ...steps, SHOW],
  }
  const document = {
    comfyui: null,
    git_custom_nodes: Object.fromEntries(nodes),
    cnr_custom_nodes: {},
    file_custom_nodes: [],
    pips: {},
  }
  const consumer = await world.consumer(
    name,
    {},
    {
      'production-snapshot.json': `${JSON.stringify(document, null, 2)}\n`,
      '.github/workflows/publish.yml': stringify({
        on: { push: { branches: ['main'] } },
        jobs: { nodes: job },
      }),
    },
  )
  return world.run(consumer, await pushed(consumer, 'refs/heads/main'), {
    env: { ...repositories.environment },
  })
}

test('a snapshot is validated, restored and proven, and the summary tells of each node', async () => {
  const result = await run('nodes', [
    snapshot('validate', { 'expected-nodes': '2' }),
    snapshot('restore'),
    snapshot('verify'),
  ])
  expect(failureOf(result)).toBe('')
  expect(result.outputs).toMatchObject({
    nodes: '2',
    mismatches: '[]',
    digest: expect.stringMatching(/^sha256:/),
  })
  const summary = result.summaries.map(({ markdown }) => markdown).join('\n')
  expect(summary).toMatch(/\[Plain\]\(https:\/\/github\.com\/bob\/Plain\) \|.*\| fetched \|/)
  expect(summary).toContain('2 nodes are as the snapshot says')
})

test('a tampered tree fails the job, with the name of its node on its line', async () => {
  const result = await run('tampered', [
    snapshot('restore'),
    { run: 'echo "# changed" >> custom_nodes/Plain/__init__.py' },
    snapshot('verify'),
  ])
  expect(result.jobs).toEqual({ nodes: 'failure' })
  expect(result.errors.join('\n')).toContain('Plain: content __init__.py: expected ')
  expect(result.log).toMatch(/file=production-snapshot\.json,line=8/)
  expect(JSON.parse(result.outputs.mismatches ?? '')).toEqual([expect.objectContaining({ subject: 'Plain' })])
})

test('a branch in the place of a commit fails the job before anything is fetched', async () => {
  const result = await run('floating', [snapshot('restore')], { 'https://github.com/bob/Plain': 'main' })
  expect(result.jobs).toEqual({ nodes: 'failure' })
  expect(result.errors.join('\n')).toContain('main')
  expect(result.log).toMatch(/file=production-snapshot\.json,line=9/)
  expect(result.log).not.toContain('Fetched ')
})
