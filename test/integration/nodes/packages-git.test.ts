import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { installPackages } from '../../../actions/nodes/packages/install.ts'
import { lockPackages } from '../../../actions/nodes/packages/lock-packages.ts'
import type { NodeServices } from '../../../actions/nodes/services.ts'
import { type PythonScene, pythonScene } from './python.ts'

const URL = 'https://github.com/octo/clip.git'
/** A package that builds itself, as nothing can be had from an index here. */
const BACKEND = `import zipfile
from version import VERSION
INFO = f'clip-{VERSION}.dist-info'
def build_wheel(folder, config_settings=None, metadata_directory=None):
    name = f'clip-{VERSION}-py3-none-any.whl'
    with zipfile.ZipFile(f'{folder}/{name}', 'w') as wheel:
        wheel.writestr('clip.py', '')
        wheel.writestr(f'{INFO}/METADATA', f'Metadata-Version: 2.1\\nName: clip\\nVersion: {VERSION}\\n')
        wheel.writestr(f'{INFO}/WHEEL', 'Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
        wheel.writestr(f'{INFO}/RECORD', f'clip.py,,\\n{INFO}/METADATA,,\\n{INFO}/WHEEL,,\\n{INFO}/RECORD,,\\n')
    return name
`
const PROJECT =
  '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n[project]\nname = "clip"\ndynamic = ["version"]\n'

describe.each(['uv', 'pip'] as const)('a requirement that follows a branch, with %s', (tool) => {
  let scene: PythonScene
  let services: NodeServices
  let commit: (version: string) => Promise<string>
  beforeAll(async () => {
    scene = await pythonScene(tool)
    const folder = await mkdtemp(join(scene.services.temp, 'srv-'))
    const repository = join(folder, 'octo/clip.git')
    await mkdir(repository, { recursive: true })
    const settings = join(folder, 'gitconfig')
    await writeFile(
      settings,
      `[user]\nname=a\nemail=a@b\n[url "file://${folder}/"]\ninsteadOf = https://github.com/\n[protocol "file"]\nallow=always\n`,
    )
    const env = { GIT_CONFIG_GLOBAL: settings, GIT_CONFIG_NOSYSTEM: '1' }
    const environment = { ...scene.services.environment, ...env }
    services = { ...scene.services, environment }
    const git = async (...args: string[]) =>
      (await scene.services.run('git', args, { cwd: repository, env })).stdout.trim()
    await git('init', '--quiet', '--initial-branch=main')
    commit = async (version) => {
      await writeFile(join(repository, 'backend.py'), BACKEND)
      await writeFile(join(repository, 'version.py'), `VERSION = '${version}'\n`)
      await writeFile(join(repository, 'pyproject.toml'), PROJECT)
      await git('add', '.')
      await git('commit', '--quiet', '--message', version)
      return await git('rev-parse', 'HEAD')
    }
  }, 120_000)
  afterAll(() => scene.remove())

  test('is locked at the commit that it gave', async () => {
    const pinned = await commit('1.0')
    const node = await scene.node('A', { 'requirements.txt': `git+${URL}\n` })
    const first = await scene.environment()
    await installPackages(await scene.job(first, { nodes: [node] }), services)
    const { packages } = await lockPackages({ python: first }, services)
    expect(packages.clip).toEqual({ version: '1.0', hashes: [], address: `git+${URL}@${pinned}` })

    await commit('2.0')
    const second = await scene.environment()
    await installPackages(await scene.job(second, { nodes: [node], lock: packages }), services)
    const again = await lockPackages({ python: second }, services)
    expect(again.packages).toEqual(packages)
  }, 120_000)
})
