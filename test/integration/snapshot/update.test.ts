import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { FILE } from './fixture.ts'
import { openUpdating, type Updating } from './updating.ts'

let scene: Updating
beforeEach(async () => {
  const locked = { 'production-snapshot.lock.json': '{}', 'README.md': 'hello' }
  scene = await openUpdating(
    [
      { owner: 'ann', name: 'Plain' },
      { owner: 'bob', name: 'Other', commits: 3 },
    ],
    locked,
  )
})
afterEach(() => scene.close())

const ARCHIVE = { 'archive-dir': 'snapshots', retain: '2' }
const hashesIn = (text = '') =>
  Object.values(JSON.parse(text).git_custom_nodes as Record<string, { hash: string }>).map(({ hash }) => hash)
const tip = (name: string) => scene.repositories.get(name).commits.at(-1) ?? ''

async function update(inputs: Record<string, string> = {}) {
  const workspace = await scene.checkout()
  const run = await scene.job({ mode: 'update', ...inputs }, workspace)
  return { ...run, workspace, candidate: run.outputs.get('candidate') ?? '' }
}

async function propose(candidate: string, inputs: Record<string, string> = {}) {
  return scene.job({ mode: 'pull-request', candidate, ...inputs }, await scene.checkout())
}

test('an update is written, archived, and its lock goes', async () => {
  const { workspace, outputs, outcome, printed } = await update(ARCHIVE)
  expect(Object.fromEntries(outputs)).toMatchObject({
    changed: 'true',
    nodes: '2',
    digest: expect.stringMatching(/^sha256:/),
    candidate: expect.stringMatching(/^snapshot-[0-9a-f]{12}-1@sha256:[0-9a-f]{64}$/),
  })
  const files = await scene.filesIn(workspace)
  expect(hashesIn(files[FILE]).sort()).toEqual([tip('ann/Plain'), tip('bob/Other')].sort())
  const kept = `snapshots/sha256-${outputs.get('digest')?.slice(7, 19)}.json`
  expect(files[kept]).toBe(files[FILE])
  expect(Object.keys(files)).not.toContain('production-snapshot.lock.json')
  expect(printed.join('\n')).toContain('production-snapshot.lock.json: fits no more')
  expect(outcome.markdown).toMatch(/^## Update 2 custom nodes\n/)
  expect(outcome.markdown).toContain('Change 5 of Plain')
})

test('another job takes it over before it does anything else', async () => {
  const { workspace, candidate } = await update(ARCHIVE)
  const other = await scene.checkout()
  const { outputs } = await scene.job({ mode: 'validate', candidate }, other)
  expect(await scene.filesIn(other)).toEqual(await scene.filesIn(workspace))
  expect(outputs.get('nodes')).toBe('2')
})

test('what leads out of the checkout is not written', async () => {
  const { candidate } = await update(ARCHIVE)
  const [other, elsewhere] = [await scene.checkout(), await scene.checkout()]
  await mkdir(join(elsewhere, 'out'))
  await symlink(join(elsewhere, 'out'), join(other, 'snapshots'))
  await expect(scene.job({ mode: 'validate', candidate }, other)).rejects.toThrow('leads out of the checkout')
  expect(Object.keys(await scene.filesIn(elsewhere)).filter((name) => name.startsWith('out/'))).toEqual([])
})

test.each([['../x.json'], ['.github/workflows/x.json'], ['/x.json'], ['a/.git/x.json'], ['x.yml']])(
  'a candidate that names %s is refused',
  async (path) => {
    const { candidate, workspace } = await update({ report: 'report' })
    const text = (await scene.filesIn(workspace))['report/candidate.json'] ?? ''
    const other = await scene.checkout()
    await writeFile(join(other, 'forged.json'), text.replaceAll(FILE, path))
    await expect(scene.job({ mode: 'validate', candidate: 'forged.json' }, other)).rejects.toThrow(
      'The candidate is not valid',
    )
    const forged = candidate.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    await expect(scene.job({ mode: 'validate', candidate: forged }, other)).rejects.toThrow(
      'its digest differs',
    )
  },
)

describe('a pull request', () => {
  test('holds the files and says what to look at', async () => {
    await scene.repositories.commit('bob/Other', { 'install.py': 'x = 1\n' })
    const { candidate, workspace } = await update(ARCHIVE)
    const { outputs } = await propose(candidate, { labels: 'nodes' })
    expect(outputs.get('pull-request')).toBe('https://github.com/octo/app/pull/1')
    expect(scene.proposed()).toEqual(await scene.filesIn(workspace))
    const [pull] = scene.github.pulls
    expect(pull).toMatchObject({ title: 'Update 2 custom nodes', base: 'main', labels: ['nodes'] })
    expect(pull?.body).toMatch(/Look at this first\n\n[\s\S]*\*\*Other\*\* install.py is new\./)
    expect(pull?.body).toContain('https://github.com/octo/app/actions/runs/7')
  })

  test('that is too long for GitHub loses its lists first', async () => {
    for (let index = 0; index < 12; index++)
      await scene.repositories.commit(
        'ann/Plain',
        { 'a.txt': String(index) },
        { message: `${index} ${'long '.repeat(2000)}` },
      )
    const lines = Array.from({ length: 300 }, (_, index) => `package-${index}-${'x'.repeat(300)}`)
    await scene.repositories.commit('bob/Other', { 'requirements.txt': lines.join('\n') })
    const { candidate } = await update()
    await propose(candidate)
    const body = scene.github.pulls[0]?.body ?? ''
    expect(body.length).toBeLessThanOrEqual(65_536)
    expect(body).toContain('Look at this first')
  })

  test('is brought up to date, and closed once nothing is left of it', async () => {
    const first = await update(ARCHIVE)
    await propose(first.candidate)
    await scene.repositories.commit('ann/Plain', { 'a.txt': 'a' })
    const second = await update(ARCHIVE)
    await propose(second.candidate)
    expect(scene.proposed()).toEqual(await scene.filesIn(second.workspace))
    expect(scene.github.pulls).toHaveLength(1)
    await scene.merge(second.workspace)
    const third = await update(ARCHIVE)
    expect(third.outputs.get('changed')).toBe('false')
    await propose(third.candidate)
    expect(scene.github.pulls).toMatchObject([
      { state: 'closed', comments: [expect.stringMatching(/nothing to update any more/)] },
    ])
  })

  test('stays open where a node could not be looked at', async () => {
    const before = await update()
    await propose(before.candidate)
    await scene.merge(before.workspace)
    await rm(scene.repositories.get('ann/Plain').path, { recursive: true })
    const { candidate, outputs, printed } = await update()
    expect(outputs.get('changed')).toBe('false')
    expect(printed.join('\n')).toContain('Plain: could not be looked at')
    await propose(candidate)
    expect(scene.github.pulls).toMatchObject([{ state: 'open', comments: [] }])
  })

  test('that a repository forbids its workflows says where that is set', async () => {
    const { candidate } = await update()
    scene.github.faults.add({
      method: 'POST',
      path: '/pulls$',
      fault: {
        kind: 'status',
        status: 403,
        body: '{"message":"GitHub Actions is not permitted to create or approve pull requests."}',
      },
    })
    await expect(propose(candidate)).rejects.toMatchObject({ hint: expect.stringContaining('Settings') })
  })
})

test('going back is one input', async () => {
  const before = await update(ARCHIVE)
  await scene.merge(before.workspace)
  const old = Object.keys(await scene.filesIn(before.workspace)).find(
    (name) => /sha256-/.test(name) && !name.includes(before.outputs.get('digest')?.slice(7, 19) ?? 'x'),
  )
  const to = old?.replace(/^snapshots\/(.*)\.json$/, '$1') ?? ''
  const back = await update({ ...ARCHIVE, to })
  expect(back.outputs.get('digest')).toContain(to.slice(7))
  await propose(back.candidate)
  expect(scene.github.pulls[0]?.title).toBe(`Go back to the custom nodes of ${to}`)
  expect(hashesIn(scene.proposed()[FILE])).toContain(scene.repositories.get('ann/Plain').commits.at(-3))
  await expect(update({ ...ARCHIVE, to: 'sha256-0000000' })).rejects.toMatchObject({
    hint: expect.stringContaining(to),
  })
  await expect(update({ to })).rejects.toThrow('without "archive-dir"')
})

test('a repository with a new owner is told of, and GitHub’s releases are followed', async () => {
  const { github, repositories } = scene
  github.repositories['eve/Plain'] = github.repositories['ann/Plain']!
  github.moved['ann/Plain'] = 'eve/Plain'
  const other = github.repositories['bob/Other']!
  other.releases = [{ tag: 'nightly', published: '2020-01-01T00:00:00Z' }]
  const { printed, outputs } = await update({ policy: 'release' })
  const said = printed.join('\n')
  expect(said).toContain('Plain: has a new owner: GitHub knows ann/Plain as eve/Plain now.')
  expect(said).toContain('Plain: stays: it has no release')
  expect(said).toContain('Other: stays: its release nightly has no tag')
  expect([outputs.get('changed'), repositories.list.length]).toEqual(['false', 2])
})

test('where GitHub can’t be asked for owners, nodes are updated all the same, and that is told', async () => {
  scene.github.faults.add({ path: '/repos/ann/Plain$', fault: { kind: 'status', status: 403 } })
  const { printed, outputs } = await update()
  expect(printed.join('\n')).toMatch(/Plain: may have a new owner, as GitHub could not be asked: .*[^.]\.$/m)
  expect(outputs.get('changed')).toBe('true')
})
