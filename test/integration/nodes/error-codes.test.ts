import { appendFile, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import { openGit } from '../../../actions/nodes/git/git.ts'
import { resolveRef } from '../../../actions/nodes/git/refs.ts'
import type { Lock } from '../../../actions/nodes/lock/lock.ts'
import { makeLock } from '../../../actions/nodes/lock/make.ts'
import { claim } from '../../../actions/nodes/restore/at-work.ts'
import type { RestoreJob } from '../../../actions/nodes/restore/job.ts'
import { saveSnapshot } from '../../../actions/nodes/save/save.ts'
import type { Snapshot } from '../../../actions/nodes/snapshot.ts'
import type { Entry } from '../../doubles/git/repositories.ts'
import { type Reproduction, reproduce } from '../../error-codes.ts'
import { makeScene, nothing, pinned, type Scene } from './restoring.ts'

const NODE = 'https://github.com/o/node'
const HOSTILE = 'https://github.com/o/hostile'

let scene: Scene
beforeAll(async () => {
  scene = await makeScene([
    { owner: 'o', name: 'node' },
    { owner: 'o', name: 'hostile' },
    { owner: 'comfyanonymous', name: 'ComfyUI', content: { 'main.py': '', 'custom_nodes/a.py': '' } },
  ])
})
afterAll(() => scene.remove())

const git = (url: string, commit: string) => ({ git: [{ url, commit, disabled: false }] })
const commitOf = (name: string) => scene.repositories.get(name).commits.at(-1) ?? ''
const node = () => pinned(scene.repositories).slice(0, 1)
const file = (filename: string) => ({ files: [{ filename, disabled: false }] })

/** A folder custom_nodes in one of its own, with whatever is put there before. */
async function place(prepare: (folder: string, nodes: string) => unknown = () => {}) {
  const folder = await mkdtemp(join(scene.folder, 'place-'))
  const nodes = join(folder, 'custom_nodes')
  await mkdir(nodes)
  await prepare(folder, nodes)
  return { folder, to: { nodes, core: undefined, python: undefined } }
}

const restored =
  (
    snapshot: () => Partial<Snapshot>,
    job: Partial<RestoreJob> = {},
    prepare?: (folder: string, nodes: string) => unknown,
  ) =>
  async () => {
    const { to } = await place(prepare)
    return scene.restore(snapshot(), { to, ...job })
  }
const locked = (lock: () => Partial<Lock>) => async () =>
  restored(() => ({ git: node() }), { lock: { ...emptyLock, ...lock() } })()
const emptyLock: Lock = {
  ...{ schema: 1, snapshot: `sha256:${'a'.repeat(64)}`, git: {}, registry: {}, packages: {}, extra: [] },
}
const entry = (name: string, content = 'x\n'): Entry => ({ mode: '100644', name, content })
const hostile =
  (...entries: Entry[]) =>
  async () => {
    const commit = await scene.repositories.hostile('o/hostile', entries)
    return restored(() => git(HOSTILE, commit), { allowHosts: ['github.com'] })()
  }
const submodule = (url: string) =>
  hostile(entry('.gitmodules', `[submodule "sub"]\n\tpath = sub\n\turl = ${url}\n`), {
    ...{ mode: '160000', name: 'sub', content: 'a'.repeat(40) },
  })

const repositories: Reproduction[] = [
  ['IMG8401', 'a commit that is gone', restored(() => git(NODE, '1'.repeat(40)))],
  ['IMG8401', 'a branch that is gone', () => resolveRef(openGit(scene.services), NODE, 'gone')],
  ['IMG8402', 'a repository that is gone', restored(() => git('https://github.com/o/gone', '1'.repeat(40)))],
  ['IMG8403', 'a host that is away', restored(() => git('https://127.0.0.1:9/o/node', '1'.repeat(40)))],
  [
    'IMG8404',
    'a file that git would believe',
    hostile({ mode: '40000', name: '.git', content: [entry('config')] }),
  ],
  ['IMG8404', 'a submodule that starts a program', submodule('ext::sh -c id')],
  [
    'IMG8404',
    'a folder that stands for another',
    hostile({ mode: '40000', name: '.', content: [entry('x')] }),
  ],
  ['IMG8224', 'a submodule of another host', submodule('https://gitlab.com/o/inner')],
  ['IMG8305', 'a name that no disk takes', hostile(entry('x'.repeat(300)))],
]

/** In an installation of the node, after a change. */
const installed =
  (work: (to: RestoreJob['to']) => unknown, change: (nodes: string) => unknown) => async () => {
    const { to } = await place()
    await scene.restore({ git: node() }, { to })
    await change(to.nodes)
    await work(to)
  }
const saved = (change: (nodes: string) => unknown) =>
  installed((of) => saveSnapshot(of, scene.services), change)
const lockMade = (change: (nodes: string) => unknown) =>
  installed((of) => {
    const snapshot = { ...nothing, git: node() }
    const job = { of, snapshot, installScripts: 'never' as const, requirements: [], allowHosts: [] }
    return makeLock({ ...job, registry: 'http://127.0.0.1:9' }, scene.services)
  }, change)
const changed = (nodes: string) => appendFile(join(nodes, 'node/__init__.py'), '# changed\n')

const restoring: Reproduction[] = [
  ['IMG8211', 'a branch in place of a commit', restored(() => git(NODE, 'main'))],
  ['IMG8221', 'an address in another form', restored(() => git(`${NODE}.git`, '1'.repeat(40)))],
  [
    'IMG8231',
    'a name that no folder has',
    restored(() => git('https://github.com/o/.hidden', '1'.repeat(40))),
  ],
  [
    'IMG8241',
    'two nodes of one folder',
    restored(() => ({ git: [...node(), ...git('https://github.com/p/node', '1'.repeat(40)).git] })),
  ],
  [
    'IMG8304',
    'two restores at once',
    async () => {
      const { folder } = await place()
      for (const _ of [1, 2]) await claim(join(folder, 'staging'))
    },
  ],
  ['IMG8701', 'a lock of another snapshot', locked(() => ({}))],
  ['IMG8702', 'a file that nothing has', restored(() => file('gone.py'))],
  [
    'IMG8703',
    'a link where nodes go that are switched off',
    restored(
      () => ({}),
      {},
      async (folder, nodes) => {
        await mkdir(join(nodes, 'extra'))
        await symlink(folder, join(nodes, '.disabled'))
      },
    ),
  ],
  [
    'IMG8704',
    'a node that is not in the snapshot',
    restored(
      () => ({}),
      { extras: 'fail' },
      (_folder, nodes) => mkdir(join(nodes, 'extra')),
    ),
  ],
  ['IMG8705', 'an install.py of nobody', restored(() => ({}), { installScripts: ['nobody'] })],
  [
    'IMG8706',
    'other files than the lock has',
    locked(() => ({
      git: {
        [NODE]: { commit: node()[0]?.commit ?? '', tree: '0'.repeat(40), submodules: {}, requirements: {} },
      },
    })),
  ],
  [
    'IMG8711',
    'a ComfyUI that is no checkout',
    async () => {
      const { folder, to } = await place((own) => writeFile(join(own, 'main.py'), ''))
      await scene.restore({ comfyui: commitOf('comfyanonymous/ComfyUI') }, { to: { ...to, core: folder } })
    },
  ],
  ['IMG8721', 'a repository without an address', saved((nodes) => rm(join(nodes, 'node/.git/config')))],
  ['IMG8722', 'a file that was changed', saved(changed)],
  [
    'IMG8723',
    'one node in two folders',
    saved((nodes) => cp(join(nodes, 'node'), join(nodes, 'again'), { recursive: true })),
  ],
  ['IMG8802', 'a lock of a file that was changed', lockMade(changed)],
]

reproduce([...repositories, ...restoring])
