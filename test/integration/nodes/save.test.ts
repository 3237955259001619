import { appendFileSync, cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { canonicalText } from '../../../actions/nodes/file/canonical.ts'
import { saveSnapshot } from '../../../actions/nodes/save/save.ts'
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
const save = () => saveSnapshot(of, scene.world.services)
const git = (name: string, ...args: string[]) => void scene.userGit(node(name), ...args)
const same = async () => {
  const { snapshot, warnings } = await save()
  expect(canonicalText(snapshot)).toBe(canonicalText(scene.snapshot))
  return warnings
}

describe('what is installed is the snapshot that it was made of', () => {
  test.each<[string, () => void]>([
    ['as it is', () => {}],
    ['on a branch', () => git('First', 'checkout', '-q', '-B', 'mine')],
    [
      'with packed refs',
      () => {
        git('First', 'checkout', '-q', '-B', 'mine')
        git('First', 'pack-refs', '--all', '--prune')
      },
    ],
    [
      'with an address for ssh',
      () => git('First', 'remote', 'set-url', 'origin', 'git@github.com:ann/First.git'),
    ],
    [
      'with an address that ends otherwise',
      () => git('First', 'remote', 'set-url', 'origin', 'https://GitHub.com/ann/First.git/'),
    ],
    ['with one remote of another name', () => git('First', 'remote', 'rename', 'origin', 'upstream')],
    ['with a second remote', () => git('First', 'remote', 'add', 'fork', 'https://github.com/me/First')],
    ['with an ignored file', () => writeFileSync(node('First/error.log'), '')],
    ['switched off in an older way', () => renameSync(node('.disabled/Third'), node('Third.disabled'))],
    [
      'switched off with a version',
      () => renameSync(node('.disabled/Third'), node('.disabled/Third@nightly')),
    ],
    [
      'in a worktree',
      () => {
        rmSync(node('First'), { recursive: true })
        const main = `${of.core}-main`
        scene.userGit(of.core, 'clone', '-q', scene.repositories.get('ann/First').url, main)
        scene.userGit(main, 'worktree', 'add', '-q', '--detach', node('First'))
        git('First', 'submodule', '--quiet', 'update', '--init')
      },
    ],
  ])('%s', async (_what, change) => {
    change()
    expect(await same()).toEqual([])
  })

  test('beside a plain folder, which is told', async () => {
    mkdirSync(node('mine'))
    expect(await same()).toEqual(['mine is neither a git repository nor from the registry: it is left out.'])
  })

  test('beside a copy that is switched off, which is told', async () => {
    cpSync(node('First'), node('.disabled/First'), { recursive: true })
    expect(await same()).toEqual([
      'First and .disabled/First are the same node: only First, which is switched on, is saved.',
    ])
  })

  test('with settings of its own, which are told by name', async () => {
    git('First', 'config', 'core.hooksPath', '/s3cret')
    writeFileSync(node('Second/.git/hooks/pre-push'), '')
    expect(await same()).toEqual([
      'Node First: its repository is set up in a way that is left out: core.hookspath.',
      'Node Second: its repository is set up in a way that is left out: .git/hooks/pre-push.',
    ])
  })
})

test('changes are refused, of all nodes at once', async () => {
  appendFileSync(node('First/README.md'), 'x')
  writeFileSync(node('First/new.py'), '')
  git('Second', 'update-index', '--assume-unchanged', 'README.md')
  appendFileSync(node('Second/README.md'), 'x')
  git('.disabled/Third', 'remote', 'remove', 'origin')
  appendFileSync(join(of.core, 'main.py'), 'x')
  const error = await save().catch((thrown: unknown) => String(thrown))
  const commit = (name: string) => scene.repositories.get(name).commits.at(-1)?.slice(0, 7)
  for (const part of [
    `ComfyUI: it is not as its commit ${commit('comfy/ComfyUI')} has it: content main.py.`,
    `Node First: it is not as its commit ${commit('ann/First')} has it: content README.md, extra new.py.`,
    `Node Second: it is not as its commit ${commit('ben/Second')} has it: content README.md.`,
    'Node .disabled/Third: its repository has no remote that is reached by https.',
  ])
    expect(error).toContain(part)
})

test('two folders of one repository, both switched on, are refused', async () => {
  cpSync(node('First'), node('Again'), { recursive: true })
  git('Again', 'remote', 'set-url', 'origin', 'https://github.com/ANN/first.git')
  await expect(save()).rejects.toThrow('Again and First are the same node.')
})

test('a registry node is known by the list of its files', async () => {
  mkdirSync(node('some-pack'))
  writeFileSync(node('some-pack/.tracking'), 'pyproject.toml')
  writeFileSync(node('some-pack/pyproject.toml'), '[project]\nname = "some-pack"\nversion = "1.2.3"\n')
  const { snapshot } = await save()
  expect(snapshot.registry).toEqual([{ id: 'some-pack', version: '1.2.3' }])
})

test('packages are as pip freezes them', async () => {
  const venv = dirname(dirname(of.python))
  const url = 'https://github.com/ann/tool'
  const commit = 'a'.repeat(40)
  const sha256 = 'b'.repeat(64)
  putPackage(venv, 'pip', '25.0')
  putPackage(venv, 'tool', '1.0', {
    url,
    vcs_info: { vcs: 'git', commit_id: commit, requested_revision: 'main' },
  })
  putPackage(venv, 'wheel-of', '1.0', {
    url: 'https://a.b/wheel_of-1.0.whl',
    archive_info: { hashes: { sha256 } },
  })
  putPackage(venv, 'mine', '1.0', { url: 'file:///home/me', dir_info: {} })
  const { snapshot, warnings } = await save()
  expect(snapshot.packages).toEqual([
    { requirement: 'six==1.16.0', address: '' },
    { requirement: 'some-package==2.0', address: '' },
    { requirement: 'tool', address: `git+${url}@${commit}` },
    { requirement: 'torch==2.7.0+cu128', address: '' },
    { requirement: 'wheel-of', address: `https://a.b/wheel_of-1.0.whl#sha256=${sha256}` },
  ])
  expect(warnings).toEqual(['The package mine came from a folder of this machine: it is left out.'])
})

test('without a checkout, nothing is said of the core', async () => {
  rmSync(join(of.core, '.git'), { recursive: true })
  const { snapshot, warnings } = await save()
  expect(snapshot.comfyui).toBeNull()
  expect(warnings).toEqual([
    `${of.core} is no git checkout: the snapshot doesn't say which ComfyUI it is for.`,
  ])
})
