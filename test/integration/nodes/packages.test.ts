import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { messagesOf } from '../../../actions/base/errors.ts'
import { installPackages } from '../../../actions/nodes/packages/install.ts'
import type { PackagesJob } from '../../../actions/nodes/packages/job.ts'
import { rememberPackages } from '../../../actions/nodes/packages/restored.ts'
import { type PythonScene, pythonScene } from './python.ts'

describe.each(['uv', 'pip'] as const)('packages, with %s', (tool) => {
  let scene: PythonScene
  beforeAll(async () => {
    scene = await pythonScene(tool)
    scene.index.add(
      { name: 'torch', version: '2.5.1+cu128' },
      { name: 'torch', version: '2.6.0' },
      { name: 'six', version: '1.15.0' },
      { name: 'six', version: '1.16.0' },
      { name: 'uses-six', version: '1.0', requires: ['six>=1.15'] },
      { name: 'new-six', version: '1.0', requires: ['six>=1.16'] },
      { name: 'broken', version: '1.0', requires: ['nowhere-to-be-found'] },
    )
  }, 120_000)
  afterAll(() => scene.remove())

  const failure = async (job: PackagesJob): Promise<string> =>
    await installPackages(job, scene.services).then(
      () => 'installed',
      (error: unknown) => messagesOf(error).join('\n'),
    )

  test('everything in one resolution, and the base image keeps what it has', async () => {
    const python = await scene.environment('torch==2.5.1+cu128', 'six==1.15.0')
    const a = await scene.node('A', { 'requirements.txt': 'torch>=2 # any\nuses-six\n' })
    const b = await scene.node('B', { 'requirements.txt': '-r more.txt\n', 'more.txt': 'SIX\n' })
    const job = await scene.job(python, { nodes: [a, b] })
    await expect(installPackages(job, scene.services)).resolves.toEqual({ outcome: 'installed' })
    expect(scene.started).toHaveLength(1)
    expect(scene.started[0]).toContain(tool === 'uv' ? '/uv pip install' : '-m pip ')
    const frozen = await scene.freeze(python)
    expect(frozen).toMatch(/^six==1\.15\.0$/m)
    expect(frozen).toMatch(/^torch==2\.5\.1\+cu128$/m)
    expect(frozen).toMatch(/^uses-six==1\.0$/m)
  }, 120_000)

  test('a second time nothing is started, until something has changed', async () => {
    const python = await scene.environment()
    const a = await scene.node('A', { 'requirements.txt': 'uses-six\n' })
    const job = await scene.job(python, { nodes: [a] })
    await installPackages(job, scene.services)
    await rememberPackages(job)
    const frozen = await scene.freeze(python)
    scene.started.length = 0
    await expect(installPackages(job, scene.services)).resolves.toEqual({ outcome: 'unchanged' })
    expect(scene.started).toEqual([])
    await scene.services.run(python, ['-m', 'pip', 'uninstall', '--yes', '--quiet', 'six'])
    await expect(installPackages(job, scene.services)).resolves.toEqual({ outcome: 'installed' })
    expect(await scene.freeze(python)).toBe(frozen)
  }, 120_000)

  test('the snapshot moves a package of the base image, but never torch', async () => {
    const python = await scene.environment('torch==2.5.1+cu128', 'six==1.15.0')
    const pin = (requirement: string) => ({ requirement, address: '' })
    const loc = { requirement: 'loc', address: 'file:///somewhere' }
    const moved = await scene.job(python, { packages: [pin('six==1.16.0'), pin('torch==2.5.1'), loc] })
    await installPackages(moved, scene.services)
    expect(await scene.freeze(python)).toMatch(/^six==1\.16\.0\n(?:.*\n)*torch==2\.5\.1\+cu128$/m)
    expect(scene.warnings.at(-1)).toMatch(/loc came from a folder/)
    const other = await scene.job(python, { packages: [pin('torch==2.6.0')] })
    expect(await failure(other)).toMatch(/asks for torch 2\.6\.0, but the base image has 2\.5\.1\+cu128/)
  }, 120_000)

  test('who is to blame is named, and a second run finishes', async () => {
    const python = await scene.environment()
    const before = await scene.freeze(python)
    const good = await scene.node('Good', { 'requirements.txt': 'six\n' })
    const old = await scene.node('Old', { 'requirements.txt': 'six==1.15.0\n' })
    const fresh = await scene.node('Fresh', { 'requirements.txt': 'six == 1.16.0\n' })
    const gone = await scene.node('Gone', { 'requirements.txt': 'six\nno-such-thing>=3\n' })
    const deep = await scene.node('Deep', { 'requirements.txt': 'broken\n' })
    const failing = async (...nodes: PackagesJob['nodes']) => failure(await scene.job(python, { nodes }))
    const conflict = await failing(good, old, fresh)
    expect(conflict).toMatch(/^Node Old wants six==1\.15\.0; Node Fresh wants six == 1\.16\.0.*had together/)
    expect(conflict).not.toContain('Good')
    expect(await failing(good, gone)).toMatch(/^Node Gone: no-such-thing>=3 can't be installed/)
    expect(await failing(good, deep)).toMatch(/^Node Deep: broken can't be installed/)
    expect(await scene.freeze(python)).toBe(before)
    expect(await failing(good, old)).toBe('installed')
  }, 180_000)

  test('what the base image keeps is named where a node wants it otherwise', async () => {
    const python = await scene.environment('six==1.15.0')
    const node = await scene.node('Fresh', { 'requirements.txt': 'new-six\n' })
    const said = await failure(await scene.job(python, { nodes: [node] }))
    expect(said).toMatch(/^Node Fresh: new-six can't be installed, and the base image keeps six==1\.15\.0/)
  }, 120_000)
})
