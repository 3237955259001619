import { appendFileSync, cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Lock } from '../../../actions/nodes/lock/lock.ts'
import { makeLock } from '../../../actions/nodes/lock/make.ts'
import { verifyInstallation } from '../../../actions/nodes/prove/verify.ts'
import { type InstallationScene, makeInstallation, putPackage } from './installation.ts'

let scene: InstallationScene
let of: Awaited<ReturnType<InstallationScene['copy']>>

beforeAll(async () => {
  scene = await makeInstallation()
})
beforeEach(async () => {
  of = await scene.copy()
})
afterAll(() => scene.remove())

const node = (...path: string[]) => join(of.nodes, ...path)
const venv = () => dirname(dirname(of.python))
const site = () => join(venv(), 'lib/python3.12/site-packages')
const verify = (lock?: Lock) =>
  verifyInstallation(
    { snapshot: scene.snapshot, of, installScripts: 'never', ...(lock ? { lock } : {}) },
    scene.world.services,
  )
const found = async (lock?: Lock) =>
  (await verify(lock)).mismatches.map(({ subject, what }) => `${subject}: ${what}`).sort()

test('what is as its snapshot says has no mismatch, and all of it was looked at', async () => {
  const { checked, mismatches } = await verify()
  expect(mismatches).toEqual([])
  expect(checked.map(({ subject, what }) => `${what} ${subject}`).sort()).toEqual([
    'core ComfyUI',
    'file single.py',
    'file websocket_image_save.py',
    'node First',
    'node Second',
    'node Third',
    'package six',
    'package some-package',
    'package torch',
  ])
})

const change = (path: string) => () => appendFileSync(node(path), '\n')
const checkout = (name: string) => () => scene.userGit(node(name), 'checkout', '-q', 'HEAD~1')
const move = (from: string, to: string) => () => {
  mkdirSync(dirname(node(to)), { recursive: true })
  renameSync(node(from), node(to))
}
const copy = (from: string, to: string) => () => cpSync(node(from), node(to), { recursive: true })
const cached = (name: string) => {
  mkdirSync(node('__pycache__'))
  writeFileSync(node(`__pycache__/${name}`), '')
}
const replaced = (name: string, old: string, version: string) => () => {
  rmSync(join(site(), `${name}-${old}.dist-info`), { recursive: true })
  putPackage(venv(), name, version)
}

describe('what differs is told', () => {
  test.each<[string, string[], () => void]>([
    ['a node at another commit', ['First: commit'], checkout('First')],
    ['a changed file', ['First: content README.md'], change('First/README.md')],
    [
      'a changed file of a node that is switched off',
      ['Third: content README.md'],
      change('.disabled/Third/README.md'),
    ],
    ['a submodule at another commit', ['First: submodule commit inner'], checkout('First/inner')],
    ['a node that is missing', ['First: missing'], () => rmSync(node('First'), { recursive: true })],
    ['a node that is switched off', ['First: disabled'], move('First', '.disabled/First')],
    ['a node that is switched on', ['Third: disabled'], move('.disabled/Third', 'Third')],
    ['an older way to switch off', [], move('.disabled/Third', 'Third.disabled')],
    ['a node in another folder', ['First: folder'], move('First', 'renamed')],
    [
      'a node that is a link',
      ['First: folder'],
      () => {
        renameSync(node('First'), `${of.core}-first`)
        symlinkSync(`${of.core}-first`, node('First'))
      },
    ],
    ['a second copy, switched off', ['First: extra'], copy('First', '.disabled/First')],
    ['a second copy under another name', ['Second: extra'], copy('Second', 'Fourth')],
    ['a folder too many', ['folder: extra'], () => mkdirSync(node('folder'))],
    ['what ComfyUI loads all the same', ['Fourth.DISABLED: extra'], () => mkdirSync(node('Fourth.DISABLED'))],
    ['what Python compiled', [], () => cached('single.cpython-312.pyc')],
    ['what ComfyUI runs before anything else', ['__pycache__: extra'], () => cached('prestartup_script.py')],
    ['a file too many', ['more.py: extra'], () => writeFileSync(node('more.py'), '')],
    ['a file that is switched on', ['single.py: disabled'], move('single.py.disabled', 'single.py')],
    [
      'a file that is switched off',
      ['websocket_image_save.py: disabled'],
      move('websocket_image_save.py', 'websocket_image_save.py.disabled'),
    ],
    ['a file that is missing', ['single.py: missing'], () => rmSync(node('single.py.disabled'))],
    ['a file that is there twice', ['single.py: extra'], () => writeFileSync(node('single.py'), '')],
    [
      'a changed file of the core',
      ['ComfyUI: content main.py'],
      () => appendFileSync(join(of.core, 'main.py'), 'x'),
    ],
    [
      'a file of the core among the nodes',
      ['ComfyUI: content custom_nodes/websocket_image_save.py'],
      change('websocket_image_save.py'),
    ],
    ['a file beside the core', ['ComfyUI: extra more.py'], () => writeFileSync(join(of.core, 'more.py'), '')],
    [
      'the core at another commit',
      ['ComfyUI: commit'],
      () => scene.userGit(of.core, 'checkout', '-q', 'HEAD~1'),
    ],
    [
      'a core without repository',
      ['ComfyUI: repository'],
      () => rmSync(join(of.core, '.git'), { recursive: true }),
    ],
    ['a package in another version', ['six: version'], replaced('six', '1.16.0', '1.17.0')],
    ['a version written otherwise', [], replaced('six', '1.16.0', '1.16')],
    [
      'a package that is missing',
      ['six: missing'],
      () => rmSync(join(site(), 'six-1.16.0.dist-info'), { recursive: true }),
    ],
    ['a package of another device', ['torch: version'], replaced('torch', '2.7.0+cu128', '2.7.0+cpu')],
    [
      'a hook',
      ['Second: hook .git/hooks/pre-push'],
      () => writeFileSync(node('Second/.git/hooks/pre-push'), ''),
    ],
  ])('%s', async (_what, expected, spoil) => {
    spoil()
    expect(await found()).toEqual(expected)
  })

  test('all of it together', async () => {
    change('First/README.md')()
    checkout('Second')()
    rmSync(node('.disabled/Third'), { recursive: true })
    replaced('six', '1.16.0', '1.17.0')()
    writeFileSync(join(of.core, 'more.py'), '')
    expect(await found()).toEqual([
      'ComfyUI: extra more.py',
      'First: content README.md',
      'Second: commit',
      'Third: missing',
      'six: version',
    ])
  })
})

test('a package by its address', async () => {
  const url = 'https://github.com/ann/tool'
  const commit = 'a'.repeat(40)
  putPackage(venv(), 'tool', '1.0', { url, vcs_info: { vcs: 'git', commit_id: commit } })
  const packages = (address: string) => [{ requirement: 'tool', address }]
  const mismatches = async (address: string) =>
    (
      await verifyInstallation(
        { snapshot: { ...scene.snapshot, packages: packages(address) }, of, installScripts: 'never' },
        scene.world.services,
      )
    ).mismatches.map(({ what }) => what)
  expect(await mismatches(`git+${url}@${commit}`)).toEqual([])
  expect(await mismatches(`git+${url}.git@main`)).toEqual([])
  expect(await mismatches(`git+${url}@${'b'.repeat(40)}`)).toEqual(['address'])
  expect(await mismatches('https://example.org/tool-1.0.whl')).toEqual(['address'])
  expect(await mismatches('file:///home/me/tool')).toEqual([])
})

describe('with a lock', () => {
  const lockOf = async () =>
    makeLock(
      {
        ...{ snapshot: scene.snapshot, of: { ...of, python: undefined }, installScripts: 'never' },
        ...{ requirements: [], registry: 'https://registry.invalid', allowHosts: [] },
      },
      scene.world.services,
    )

  test('which was made of it, there is no mismatch', async () => {
    const lock = await lockOf()
    const first = lock.git['https://github.com/ann/First']
    expect(first).toEqual({
      commit: scene.snapshot.git[0]?.commit,
      tree: scene.userGit(node('First'), 'rev-parse', 'HEAD^{tree}'),
      submodules: {
        inner: {
          url: 'https://github.com/ann/Inner',
          commit: scene.userGit(node('First/inner'), 'rev-parse', 'HEAD'),
          tree: scene.userGit(node('First/inner'), 'rev-parse', 'HEAD^{tree}'),
        },
      },
      requirements: { 'requirements.txt': expect.stringMatching(/^sha256:/) },
    })
    expect(await found(lock)).toEqual([])
  })

  test('files are proven without a repository, too', async () => {
    const lock = await lockOf()
    for (const path of ['First/.git', 'First/inner/.git']) rmSync(node(path), { recursive: true })
    expect(await found()).toEqual(['First: repository'])
    expect(await found(lock)).toEqual([])
    change('First/inner/README.md')()
    expect(await found(lock)).toEqual(['First: files inner'])
    change('First/README.md')()
    expect(await found(lock)).toEqual(['First: files', 'First: files inner'])
    change('First/requirements.txt')()
    expect(await found(lock)).toEqual([
      'First: files',
      'First: files inner',
      'First: requirements requirements.txt',
    ])
  })

  test('what is in a single file counts', async () => {
    const lock = await lockOf()
    writeFileSync(node('single.py.disabled'), 'changed\n')
    expect(await found()).toEqual([])
    expect(await found(lock)).toEqual(['single.py: content'])
  })

  test('a file without a repository may have any name', async () => {
    const lock = await lockOf()
    rmSync(node('Second/.git'), { recursive: true })
    writeFileSync(node('Second/constructor'), '')
    expect(await found(lock)).toEqual(['Second: files'])
  })

  test('another lock is told', async () => {
    const lock = await lockOf()
    const second = lock.git['https://github.com/ben/Second']!
    lock.git['https://github.com/ben/Second'] = { ...second, tree: 'b'.repeat(40) }
    lock.packages = { six: { version: '1.17.0', hashes: [] }, more: { version: '1', hashes: [] } }
    expect(await found(lock)).toEqual(['Second: files', 'more: missing', 'six: version'])
  })

  test('none is made of what is not as the snapshot says', async () => {
    change('First/README.md')()
    await expect(lockOf()).rejects.toThrow('First: content README.md')
  })
})
