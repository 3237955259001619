import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { Installation } from '../../../actions/nodes/installation.ts'
import type { Snapshot } from '../../../actions/nodes/snapshot.ts'
import { makeRepositories, type Repositories } from '../../doubles/git/repositories.ts'
import { type TestServices, testServices } from './services.ts'

/** An installation of ComfyUI as people make it by hand, with git, and the snapshot that it is. */
export interface InstallationScene {
  world: TestServices
  repositories: Repositories
  snapshot: Snapshot
  /** A copy that may be spoilt. */
  copy(): Promise<Installation & { core: string; python: string }>
  userGit(cwd: string, ...args: string[]): string
  remove(): Promise<void>
}

const SPECS = [
  { owner: 'ann', name: 'Inner' },
  {
    owner: 'ann',
    name: 'First',
    requirements: ['six'],
    submodules: [{ path: 'inner', owner: 'ann', name: 'Inner' }],
  },
  { owner: 'ben', name: 'Second', installScript: true },
  { owner: 'cid', name: 'Third' },
  {
    owner: 'comfy',
    name: 'ComfyUI',
    content: {
      'main.py': '',
      '.gitignore': '__pycache__/\n/models/\n/custom_nodes/\n!custom_nodes/websocket_image_save.py\n',
      'custom_nodes/websocket_image_save.py': 'x = 1\n',
    },
  },
]

export async function makeInstallation(): Promise<InstallationScene> {
  const world = await testServices()
  const repositories = await makeRepositories(join(world.folder, 'repositories'), SPECS)
  const userGit = (cwd: string, ...args: string[]) =>
    execFileSync('git', args, {
      cwd,
      env: { ...process.env, ...repositories.environment },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  const get = (name: string) => repositories.get(name)
  const clone = (name: string, place: string) => {
    userGit(world.folder, 'clone', '-q', '--recursive', get(name).url, place)
    userGit(place, 'checkout', '-q', '--detach', 'HEAD')
  }
  const origin = join(world.folder, 'ComfyUI')
  clone('comfy/ComfyUI', origin)
  clone('ann/First', join(origin, 'custom_nodes/First'))
  clone('ben/Second', join(origin, 'custom_nodes/Second'))
  clone('cid/Third', join(origin, 'custom_nodes/.disabled/Third'))
  mkdirSync(join(origin, 'models'))
  writeFileSync(join(origin, 'models/large.bin'), 'weights')
  writeFileSync(join(origin, 'custom_nodes/single.py.disabled'), '')
  makePython(join(origin, 'venv'), { six: '1.16.0', 'some-package': '2.0', torch: '2.7.0+cu128' })
  const node = (name: string, disabled = false) => ({
    ...{ url: get(name).url, commit: get(name).commits.at(-1) ?? '', disabled },
  })
  let copies = 0
  return {
    ...{ world, repositories, userGit, remove: world.remove },
    snapshot: {
      comfyui: get('comfy/ComfyUI').commits.at(-1) ?? '',
      git: [node('ann/First'), node('ben/Second'), node('cid/Third', true)],
      registry: [],
      files: [
        { filename: 'single.py', disabled: true },
        { filename: 'websocket_image_save.py', disabled: false },
      ],
      packages: [
        { requirement: 'six==1.16.0', address: '' },
        { requirement: 'some-package==2.0', address: '' },
        { requirement: 'torch==2.7.0+cu128', address: '' },
      ],
    },
    copy: async () => {
      const core = join(world.folder, `copy-${++copies}`)
      await cp(origin, core, { recursive: true, verbatimSymlinks: true })
      const venv = `${core}-venv`
      await cp(join(core, 'venv'), venv, { recursive: true })
      execFileSync('rm', ['-r', join(core, 'venv')])
      return { core, nodes: join(core, 'custom_nodes'), python: join(venv, 'bin/python') }
    },
  }
}

/** Of an environment, what can be read of it without starting it. */
export function makePython(venv: string, packages: Readonly<Record<string, string>>): void {
  mkdirSync(join(venv, 'bin'), { recursive: true })
  writeFileSync(join(venv, 'bin/python'), '')
  writeFileSync(
    join(venv, 'pyvenv.cfg'),
    'home = /usr/bin\ninclude-system-site-packages = false\nversion = 3.12.3\n',
  )
  for (const [name, version] of Object.entries(packages)) putPackage(venv, name, version)
}

export function putPackage(venv: string, name: string, version: string, origin?: object): void {
  const folder = join(venv, `lib/python3.12/site-packages/${name.replaceAll('-', '_')}-${version}.dist-info`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'METADATA'), `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`)
  if (origin) writeFileSync(join(folder, 'direct_url.json'), JSON.stringify(origin))
}
