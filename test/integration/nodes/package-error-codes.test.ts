import { afterAll, beforeAll, beforeEach } from '@jest/globals'
import { installPackages } from '../../../actions/nodes/packages/install.ts'
import { runInstallScripts } from '../../../actions/nodes/packages/install-scripts.ts'
import type { PackagesJob } from '../../../actions/nodes/packages/job.ts'
import { lockPackages } from '../../../actions/nodes/packages/lock-packages.ts'
import { sitePackagesOf } from '../../../actions/nodes/packages/site-packages.ts'
import { restore } from '../../../actions/nodes/restore/restore.ts'
import { type Reproduction, reproduce } from '../../error-codes.ts'
import { type PythonScene, pythonScene } from './python.ts'

let scene: PythonScene
/** With torch and six in it. */
let python: string
beforeAll(async () => {
  scene = await pythonScene('uv')
  scene.index.add(
    { name: 'torch', version: '2.5.1' },
    { name: 'six', version: '1.15.0' },
    { name: 'six', version: '1.16.0' },
  )
  python = await scene.environment('torch==2.5.1', 'six==1.15.0')
}, 120_000)
beforeEach(() => scene.index.faults.clear())
afterAll(() => scene.remove())

const installed = (options: Partial<PackagesJob>) => async () =>
  installPackages(await scene.job(python, options), scene.services)
const pinned = (requirement: string) => installed({ packages: [{ requirement, address: '' }] })
const locked = (name: string, version: string, hashes: string[] = []) =>
  installed({ lock: { [name]: { version, hashes } } })
const ofNodes =
  (...texts: string[]) =>
  async () => {
    const nodes = texts.map((text, index) => scene.node(`Node-${index}`, { 'requirements.txt': text }))
    await installed({ nodes: await Promise.all(nodes) })()
  }
const scripted = (script: string) => async () => {
  const node = await scene.node('Scripted', { 'install.py': script }, { script: true })
  await runInstallScripts({ python, nodes: [node] }, scene.services)
}
/** All of an installation, with these requirements files. */
const restored = (requirements: string[], extra?: string[]) => async () => {
  const { folder } = await scene.job(python)
  const packages = { six: { version: '1.15.0', hashes: [] } }
  const lock = { schema: 1, snapshot: `sha256:${'a'.repeat(64)}`, git: {}, registry: {}, packages } as const
  await restore(
    {
      snapshot: { comfyui: null, git: [], registry: [], files: [], packages: [] },
      to: { nodes: folder, core: undefined, python },
      ...{ jobs: 1, extras: 'disable', installScripts: 'never', requirements, allowHosts: [] },
      ...{ registry: 'http://127.0.0.1:9', ...(extra ? { lock: { ...lock, extra } } : {}) },
    },
    scene.services,
  )
}
const away = (work: () => unknown) => () => {
  scene.index.faults.add({ path: '/simple/', times: 0, fault: { kind: 'reset-response', after: 0 } })
  return work()
}

const packages: Reproduction[] = [
  [
    'IMG8202',
    'a lock that somebody wrote',
    locked('six', '1.16.0\n--index-url=x', [`sha256:${'0'.repeat(64)}`]),
  ],
  ['IMG8302', 'a Python that is none', () => sitePackagesOf('/nowhere/bin/python')],
  ['IMG8601', 'an option in a node’s requirements', ofNodes('-e .')],
  ['IMG8601', 'requirements that name another file', ofNodes('-r gone.txt')],
  ['IMG8602', 'requirements that are not there', restored(['/nowhere/requirements.txt'])],
  ['IMG8602', 'requirements that the lock does not know', restored([import.meta.filename], [])],
  ['IMG8603', 'a package that nobody can install', pinned('six seven')],
  ['IMG8604', 'another torch than the base image has', pinned('torch==2.6.0')],
  ['IMG8604', 'another torch than the lock has', locked('torch', '2.6.0')],
  ['IMG8605', 'nodes that do not go together', ofNodes('six==1.15.0', 'six==1.16.0')],
  ['IMG8605', 'a package that is nowhere', ofNodes('no-such-thing>=3')],
  ['IMG8606', 'an index that is away', away(() => lockPackages({ python }, scene.services))],
  ['IMG8607', 'a package that no index has', locked('only-in-base', '1.0')],
  ['IMG8607', 'a file that was replaced', locked('six', '1.16.0', [`sha256:${'0'.repeat(64)}`])],
  ['IMG8608', 'an install.py that fails', scripted('raise SystemExit(3)\n')],
]

reproduce(packages)
