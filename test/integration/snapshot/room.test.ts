import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { isUserError, userErrorsOf } from '../../../actions/base/errors.ts'
import { snapshotOutputs } from '../../../actions/snapshot/outputs.ts'
import { command } from '../../e2e/harness/command.ts'
import { FILE, openSnapshotScene, type SnapshotScene, snapshotOf } from './fixture.ts'

let scene: SnapshotScene
beforeAll(async () => {
  scene = await openSnapshotScene()
})
afterAll(() => scene.remove())

/** On which lines of the snapshot something is told. */
function linesOf(error: unknown): (number | undefined)[] {
  return isUserError(error) ? userErrorsOf(error).map(({ place }) => place?.line) : []
}

async function lineOf(checkout: string, text: string): Promise<number> {
  return (
    (await readFile(join(checkout, FILE), 'utf8')).split('\n').findIndex((line) => line.includes(text)) + 1
  )
}

describe('in a job', () => {
  let checkout: string
  beforeAll(async () => {
    checkout = await scene.checkout()
  })

  test('a restore tells what it did, where a person and where a program looks', async () => {
    const { job, sections, outcome } = await scene.job({ mode: 'restore', report: 'out' }, checkout)
    expect(outcome?.error).toBeUndefined()
    expect(Object.fromEntries(job.outputs)).toEqual({
      ...snapshotOutputs({}),
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      nodes: '3',
      changed: 'true',
      report: join(checkout, 'out/report.md'),
    })
    const [{ markdown = '' } = {}] = sections
    const commit = scene.repositories.get('bob/Plain').commits.at(-2) ?? ''
    expect(markdown).toContain(
      `| [Plain](https://github.com/bob/Plain) | [\`${commit.slice(0, 7)}\`](https://github.com/bob/Plain/commit/${commit}) | fetched |`,
    )
    expect(markdown).toMatch(/^\| Step \| What \| Time \|$/m)
    expect(await readFile(join(checkout, 'out/report.md'), 'utf8')).toBe(`${markdown}\n`)
    expect(JSON.parse(await readFile(join(checkout, 'out/report.json'), 'utf8'))).toMatchObject({
      mode: 'restore',
    })
  })

  test('a second one says that nothing changed', async () => {
    const { job } = await scene.job({ mode: 'restore' }, checkout)
    expect(job.outputs.get('changed')).toBe('false')
  })

  test('what is not as the snapshot says is an error on the line of the node, and an output', async () => {
    await appendFile(join(checkout, 'custom_nodes/Plain/__init__.py'), '# changed\n')
    const { outcome, job, sections } = await scene.job({ mode: 'verify' }, checkout)
    expect(linesOf(outcome?.error)).toEqual([await lineOf(checkout, 'bob/Plain')])
    expect(String(outcome?.error)).toContain('Plain: content __init__.py: expected ')
    expect(JSON.parse(job.outputs.get('mismatches') ?? '')).toEqual([
      expect.objectContaining({ subject: 'Plain' }),
    ])
    expect(sections[0]?.markdown).toMatch(/^\| Plain \| .*\\_\\_init\\_\\_\.py/m)
  })
})

test('a node that fails to come is told of on its line', async () => {
  const { git_custom_nodes } = snapshotOf(scene.repositories, 1)
  const gone = { 'https://github.com/dan/Gone': { hash: 'a'.repeat(40), disabled: false } }
  const checkout = await scene.checkout({ more: { git_custom_nodes: { ...git_custom_nodes, ...gone } } })
  const { error } = await scene.job({ mode: 'restore' }, checkout)
  expect(String(error)).toContain('Node Gone: ')
  expect(linesOf(error)).toEqual([await lineOf(checkout, 'dan/Gone')])
})

test('the token is hidden from what is printed, and inputs from what nodes run', async () => {
  const checkout = await scene.checkout()
  const python = await venv(checkout)
  const inputs = { mode: 'restore', python, 'install-scripts': 'Scripted', 'github-token': 'ghs_canary' }
  const { error, job } = await scene.job(inputs, checkout)
  expect(error).toBeUndefined()
  expect(job.masked).toEqual(['ghs_canary'])
  const seen = job.printed.filter((line) => line.startsWith('seen:'))
  expect(seen).toEqual([expect.stringContaining("'PATH'")])
  expect(seen[0]).not.toContain('INPUT_CANARY')
})

async function venv(folder: string): Promise<string> {
  await command('python3', ['-m', 'venv', '--without-pip', join(folder, 'venv')])
  return join(folder, 'venv/bin/python')
}
