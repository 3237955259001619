import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { git } from '../../doubles/git/process.ts'
import { openScene, type Scene, warningsOf } from './update-scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene([
    { owner: 'kijai', name: 'Plain' },
    {
      owner: 'kijai',
      name: 'Tagged',
      commits: 8,
      tags: { 'v1.2.0': 2, 'v1.10.0': 4, 'v2.0.0-beta.1': 6, nightly: 7, 'v1.9': 5 },
    },
    { owner: 'kijai', name: 'Late' },
    { owner: 'cubiq', name: 'Branches' },
    { owner: 'cubiq', name: 'Forced' },
    { owner: 'cubiq', name: 'Removed' },
    { owner: 'cubiq', name: 'Reverted' },
    { owner: 'ltdrdata', name: 'Scripts', requirements: ['six', 'numpy>=1'] },
    { owner: 'ltdrdata', name: 'Gone' },
    { owner: 'comfyanonymous', name: 'ComfyUI', commits: 4 },
  ])
})
afterAll(() => scene.close())
beforeEach(() => {
  scene.said.length = 0
})

const commitsOf = (name: string) => scene.repositories.get(name).commits

/** Where the only node goes, and why. */
async function look(name: string, back: number, job: Parameters<Scene['update']>[1] = {}) {
  const update = await scene.update([scene.node(name, back)], job)
  const [looked] = update.looked
  const at = commitsOf(name).indexOf(update.snapshot.git[0]?.commit ?? '')
  return { at, outcome: looked?.outcome, why: looked?.why, warnings: update.warnings.map(({ text }) => text) }
}

describe('a branch', () => {
  test('gives its newest commit, with those that come along', async () => {
    const update = await scene.update([scene.node('kijai/Plain', 3)])
    const [, ...newer] = commitsOf('kijai/Plain').slice(1)
    expect(update.snapshot.git[0]?.commit).toBe(newer.at(-1))
    expect(update.commits.get('https://github.com/kijai/Plain')).toEqual(
      newer.toReversed().map((hash, index) => ({ hash, subject: `Change ${5 - index} of Plain` })),
    )
    expect(update).toMatchObject({ warnings: [], complete: true })
    expect(scene.said.join('\n')).toContain('Plain moves to')
  })

  test.each([
    // The fifth and newest commit is six days old.
    [0, 4],
    [6, 4],
    [7, 3],
    [8, 2],
  ])('with a cooldown of %i days gives commit %i', async (minAgeDays, at) => {
    expect(await look('kijai/Plain', 3, { minAgeDays })).toMatchObject({ at, outcome: 'moves' })
  })

  test('never goes backwards, whatever the cooldown', async () => {
    expect(await look('kijai/Plain', 0, { minAgeDays: 8 })).toMatchObject({
      at: 4,
      outcome: 'stays',
      warnings: [],
    })
    expect(await look('kijai/Plain', 3, { minAgeDays: 99 })).toEqual({
      at: 1,
      outcome: 'stays',
      why: 'all of main is younger than min-age-days',
      warnings: [],
    })
  })

  test('on its first-parent line alone: what a merge brought is as young as the merge', async () => {
    const { repositories } = scene
    const [first = ''] = commitsOf('cubiq/Branches')
    const path = repositories.get('cubiq/Branches').path
    const side = await repositories.commit(
      'cubiq/Branches',
      { 'side.txt': 'x' },
      { branch: 'dev', parent: first },
    )
    expect(await look('cubiq/Branches', 4, { policy: ['branch:dev'] })).toMatchObject({ outcome: 'moves' })
    const tip = commitsOf('cubiq/Branches').at(-1) ?? ''
    const date = Math.floor(scene.services.clock.now() / 1000)
    const env = ['-c', 'user.name=a', '-c', 'user.email=a@b.c']
    const tree = await git(path, ['rev-parse', `${tip}^{tree}`])
    const text = `tree ${tree}\nparent ${tip}\nparent ${side}\nauthor a <a@b.c> ${date} +0000\ncommitter a <a@b.c> ${date} +0000\n\nMerge\n`
    const merge = await git(path, [...env, 'hash-object', '-w', '-t', 'commit', '--stdin'], text)
    await repositories.moveBranch('cubiq/Branches', merge)
    expect(await look('cubiq/Branches', 4, { minAgeDays: 1 })).toMatchObject({ at: 4 })
    const other = await scene.update([scene.node('cubiq/Branches', 4)], { policy: ['branch:none'] })
    expect(other.snapshot.git[0]?.commit).toBe(first)
    expect(warningsOf(other, 'Branches')).toEqual(['stays: it has no branch none'])
  })
})

describe('tags', () => {
  test.each([
    [['tag'], 0, 4, 'tag v1.10.0'],
    [['kijai/tagged=tag'], 0, 4, 'tag v1.10.0'],
    [['Tagged=release'], 0, 4, 'tag v1.10.0'],
    [['tag', 'kijai/Tagged=branch'], 0, 7, 'branch main'],
    // v1.10.0 is six days old, v1.9 five.
    [['tag'], 7, 2, 'tag v1.2.0'],
  ])('%j with a cooldown of %i days', async (policy, minAgeDays, at, why) => {
    expect(await look('kijai/Tagged', 7, { policy, minAgeDays })).toMatchObject({ at, why, outcome: 'moves' })
  })

  test.each([
    ['the tag, which came late', 0, 1],
    ['the commit, whatever date its tag has', 4, 99],
  ])('are as old as %s', async (_what, at, age) => {
    const { path, commits } = scene.repositories.get('kijai/Late')
    const date = Math.floor(scene.services.clock.now() / 1000) - age * 86_400
    const text = `object ${commits[at]}\ntype commit\ntag v1.${at}.0\ntagger a <a@b.c> ${date} +0000\n\nOne\n`
    const tag = await git(path, ['hash-object', '-w', '-t', 'tag', '--stdin'], text)
    await git(path, ['update-ref', `refs/tags/v1.${at}.0`, tag])
    const young = await look('kijai/Late', 4, { policy: ['tag'], minAgeDays: 7 })
    expect(young).toMatchObject({ why: 'all its versions are younger than min-age-days', warnings: [] })
  })

  test('a pin that is further stays; without a version among them the node stays, and that is told', async () => {
    expect(await look('kijai/Tagged', 1, { policy: ['tag'] })).toMatchObject({
      at: 6,
      outcome: 'stays',
      warnings: [],
    })
    expect(await look('kijai/Plain', 1, { policy: ['tag'] })).toMatchObject({
      at: 3,
      warnings: ['stays: none of its tags is a version'],
    })
  })
})

describe('a history that was rewritten', () => {
  test('is told of, whether the pin can still be had or not', async () => {
    const pinned = [scene.node('cubiq/Forced'), scene.node('cubiq/Removed')]
    const tips = [
      await scene.repositories.forcePush('cubiq/Forced'),
      await scene.repositories.forcePush('cubiq/Removed'),
    ]
    await scene.repositories.forget('cubiq/Removed')
    const update = await scene.update(pinned)
    expect(update.snapshot.git.map(({ commit }) => commit)).toEqual(tips)
    const [forced, removed] = pinned.map(({ commit }) => commit.slice(0, 7))
    expect(warningsOf(update, 'Forced')).toEqual([
      `the history behind ${forced} was rewritten (force-push): no branch or tag leads to it any more`,
    ])
    expect(warningsOf(update, 'Removed')).toEqual([
      `the history behind ${removed} was rewritten (force-push): it can't be had any more`,
    ])
  })

  test('to before the pin moves nothing, and is told of', async () => {
    const node = scene.node('cubiq/Reverted')
    await scene.repositories.moveBranch('cubiq/Reverted', commitsOf('cubiq/Reverted')[1] ?? '')
    const update = await scene.update([node])
    expect(update.snapshot.git).toEqual([node])
    expect(warningsOf(update, 'Reverted')).toEqual([expect.stringContaining('(force-push)')])
  })
})

test('what runs or brings code along is named, with the lines that changed', async () => {
  const node = scene.node('ltdrdata/Scripts')
  await scene.repositories.commit('ltdrdata/Scripts', {
    'install.py': 'print(1)',
    'prestartup_script.py': 'x = 1',
    'requirements.txt': '# more\nnumpy>=1\nevil @ git+https://example.com/x\n',
  })
  const first = await scene.update([node])
  expect(warningsOf(first, 'Scripts')).toEqual([
    'install.py is new',
    'prestartup_script.py is new',
    'requirements.txt has changed\n- six\n+ evil @ git+https://example.com/x',
  ])
  await scene.repositories.commit('ltdrdata/Scripts', { 'install.py': 'print(2)', 'README.md': 'other' })
  const second = await scene.update(first.snapshot.git)
  expect(warningsOf(second, 'Scripts')).toEqual(['install.py has changed'])
  const third = await scene.update(second.snapshot.git)
  expect(third.warnings).toEqual([])
})

test('what can’t be reached stays and is told; the others go on', async () => {
  const nodes = [scene.node('ltdrdata/Gone', 1), scene.node('kijai/Plain', 1)]
  await rm(scene.repositories.get('ltdrdata/Gone').path, { recursive: true })
  const update = await scene.update(nodes)
  expect(update.snapshot.git.map(({ commit }) => commit)).toEqual([
    nodes[0]?.commit,
    commitsOf('kijai/Plain').at(-1),
  ])
  expect(update.complete).toBe(false)
  expect(warningsOf(update, 'Gone').join()).toMatch(/^could not be looked at, and stays where it is: /)
  await expect(scene.update(nodes.slice(0, 1))).rejects.toThrow('ltdrdata/Gone')
})

test('ComfyUI itself moves as nodes do, by its own policy', async () => {
  const [first = '', , , newest] = commitsOf('comfyanonymous/ComfyUI')
  const update = await scene.update([], { comfyui: first, policy: ['tag', 'ComfyUI=branch:main'] })
  expect(update.snapshot.comfyui).toBe(newest)
  const none = await scene.update([], { comfyui: first, choice: { include: [], exclude: ['comfyui'] } })
  expect([none.snapshot.comfyui, none.looked[0]?.outcome]).toEqual([first, 'left out'])
})

test('include and exclude are globs of owner/name; a name that no node has is an error', async () => {
  const nodes = [scene.node('kijai/Plain', 1), scene.node('kijai/Tagged', 1), scene.node('cubiq/Forced')]
  const moved = async (include: string[], exclude: string[]) =>
    (await scene.update(nodes, { choice: { include, exclude } })).looked.map(({ outcome }) => outcome)
  expect(await moved(['KIJAI/*'], ['tagged'])).toEqual(['moves', 'left out', 'left out'])
  expect(await moved([], ['kijai/*'])).toEqual(['left out', 'left out', 'stays'])
  const wrong = scene.update(nodes, {
    policy: ['kijai/None=tag'],
    choice: { include: ['x/*'], exclude: ['y'] },
  })
  await expect(wrong).rejects.toThrow(/"kijai\/none"[\s\S]*"x\/\*"[\s\S]*"y"/)
})

describe('the server', () => {
  test('that knows partial clones sends no trees but those that are looked at; a cache takes only what is new', async () => {
    const cache = join(scene.services.temp, 'cache')
    const { path } = scene.repositories.get('kijai/Plain')
    await git(path, ['config', 'uploadpack.allowFilter', 'true'])
    const update = () => scene.update([scene.node('kijai/Plain', 3)], { cache })
    expect((await update()).looked[0]?.outcome).toBe('moves')
    const folder = join(cache, 'history/github.com/kijai/Plain.git')
    const trees = async () =>
      (await git(folder, ['cat-file', '--batch-all-objects', '--batch-check=%(objecttype)']))
        .split('\n')
        .filter((type) => type !== 'commit' && type !== 'tag')
    // Two root trees with a folder each.
    expect((await trees()).sort()).toEqual(Array(4).fill('tree'))
    const packs = (await readdir(join(folder, 'objects/pack'))).length
    expect((await update()).looked[0]?.outcome).toBe('moves')
    expect((await readdir(join(folder, 'objects/pack'))).length).toBe(packs)
  })
})
