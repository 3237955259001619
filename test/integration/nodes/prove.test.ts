import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { treeOf } from '../../../actions/nodes/prove/tree-of.ts'
import { type Clones, inWords, makeClones } from './clones.ts'

let clones: Clones
let folder: string

beforeAll(async () => {
  clones = await makeClones()
})
beforeEach(async () => {
  folder = await clones.copy()
})
afterAll(() => clones.remove())

const at = (...path: string[]) => join(folder, ...path)

describe('a clean tree has no difference', () => {
  test('as git cloned it: other line ends, an expanded $Id$, a submodule', async () => {
    expect(readFileSync(at('run.bat'), 'latin1')).toBe('one\r\ntwo\r\n')
    expect(readFileSync(at('version.id'), 'latin1')).toMatch(/^\$Id: [0-9a-f]{40} \$\n$/)
    expect(await clones.prove(folder)).toEqual({
      tree: clones.userGit(clones.origin, 'rev-parse', 'HEAD^{tree}'),
      differences: [],
      ignored: [],
      submodules: [
        {
          path: 'deps/inner',
          commit: clones.commitOf('ann/Inner'),
          tree: clones.userGit(join(clones.origin, 'deps/inner'), 'rev-parse', 'HEAD^{tree}'),
        },
      ],
    })
  })

  test.each<[string, () => void]>([
    ['compiled', () => void execFileSync('python3', ['-m', 'compileall', '-q', folder])],
    ['with an empty folder', () => mkdirSync(at('empty/inside'), { recursive: true })],
    ['on a branch', () => clones.userGit(folder, 'checkout', '-q', '-B', 'mine')],
    ['with packed refs', () => clones.userGit(folder, 'pack-refs', '--all')],
    ['in a worktree', () => inWorktree()],
    ['with a touched file', () => utimesSync(at('README.md'), 1, 1)],
    ['without its index', () => rmSync(at('.git/index'))],
    ['with a sample of a hook', () => writeFileSync(at('.git/hooks/update.sample'), '#!/bin/sh\n')],
  ])('%s', async (_what, change) => {
    change()
    expect(inWords(await clones.prove(folder))).toEqual([])
  })

  const inWorktree = () => {
    const place = `${folder}-worktree`
    clones.userGit(folder, 'worktree', 'add', '-q', '--detach', place)
    clones.userGit(place, 'submodule', '--quiet', 'update', '--init')
    folder = place
  }
})

test('the hash of all files needs no repository', async () => {
  const submodules = { 'deps/inner': { commit: clones.commitOf('ann/Inner') } }
  rmSync(at('run.bat'))
  rmSync(at('version.id'))
  mkdirSync(at('empty'))
  clones.userGit(folder, 'add', '--all')
  const tree = clones.userGit(folder, 'write-tree')
  writeFileSync(at('__init__.pyc'), '')
  expect(treeOf(folder, submodules)).toBe(tree)
  writeFileSync(at('x.py'), '')
  expect(treeOf(folder, submodules)).not.toBe(tree)
})

describe('where its script may have run', () => {
  const put = (path: string, text = '') => {
    mkdirSync(dirname(at(path)), { recursive: true })
    writeFileSync(at(path), text)
  }
  const generated = () => clones.prove(folder, { generated: true })

  test('what a tracked .gitignore names may lie there, and nothing else', async () => {
    for (const path of [
      'error.log',
      'new/other.log',
      'sub/made/any.py',
      'made/any.py',
      'new/x.py',
      'sub/x.pyc',
    ])
      put(path)
    const proof = await generated()
    expect(inWords(proof)).toEqual(['extra made', 'extra new', 'extra sub/x.pyc'])
    expect(proof.ignored.sort()).toEqual(['error.log', 'new/other.log', 'sub/made'])
    expect(proof.differences.map(({ actual }) => actual)).toEqual([
      'a file',
      ...Array(2).fill('a folder with 1 file'),
    ])
  })

  test.each([['.gitignore'], ['new/.gitignore'], ['new/deep/.gitignore']])(
    'a %s that came later speaks for nobody',
    async (path) => {
      if (path === '.gitignore') rmSync(at('sub'), { recursive: true })
      put(path === '.gitignore' ? 'nodes/.gitignore' : path, '*\n')
      put(path === '.gitignore' ? 'nodes/evil.py' : `${dirname(path)}/evil.py`)
      put('error.log')
      expect(inWords(await generated()).filter((each) => each.startsWith('extra'))).toEqual(
        path === '.gitignore' ? ['extra nodes/.gitignore', 'extra nodes/evil.py'] : ['extra new'],
      )
    },
  )

  test('a changed .gitignore is told itself', async () => {
    put('sub/.gitignore', '*\n')
    put('sub/evil.py')
    expect(inWords(await generated())).toContain('content sub/.gitignore')
  })
})

test('names may hold anything', async () => {
  const odd = Buffer.from('a\nb"\\\xff.py', 'latin1')
  const commit = await clones.repositories.hostile('ann/Inner', [
    { mode: '100644', name: odd, content: 'x' },
    { mode: '120000', name: 'link\n', content: '/etc/passwd' },
    {
      mode: '40000',
      name: Buffer.from('ä\xfe', 'latin1'),
      content: [{ mode: '100644', name: 'ö', content: 'y' }],
    },
  ])
  const place = `${folder}-odd`
  clones.userGit(folder, 'clone', '-q', clones.repositories.get('ann/Inner').url, place)
  expect(inWords(await clones.prove(place, { commit }))).toEqual([])
  writeFileSync(Buffer.concat([Buffer.from(`${place}/`), odd]), 'changed')
  writeFileSync(Buffer.concat([Buffer.from(`${place}/new\n`), odd]), '')
  expect(inWords(await clones.prove(place, { commit, generated: true }))).toEqual([
    'content "a\\nb\\"\\\\\\377.py"'.replace('\\n', '\\012'),
    'extra "new\\012a\\012b\\"\\\\\\377.py"',
  ])
})
