import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { messagesOf } from '../../../actions/base/errors.ts'
import { installPackages } from '../../../actions/nodes/packages/install.ts'
import { lockPackages } from '../../../actions/nodes/packages/lock-packages.ts'
import { wheelOf } from '../../doubles/python-index/wheel.ts'
import { type PythonScene, pythonScene } from './python.ts'

describe.each(['pip', 'uv'] as const)('a lock of packages, with %s', (tool) => {
  let scene: PythonScene
  beforeAll(async () => {
    scene = await pythonScene(tool)
    scene.index.add(
      { name: 'six', version: '1.16.0' },
      { name: 'uses-six', version: '1.0', requires: ['six>=1.15'] },
    )
  }, 120_000)
  afterAll(() => scene.remove())

  test('gives the same set again, also when the index has newer ones; a file that was replaced is refused', async () => {
    const node = await scene.node('A', { 'requirements.txt': 'uses-six\n' })
    const first = await scene.environment()
    await installPackages(await scene.job(first, { nodes: [node] }), scene.services)
    const { packages, warnings } = await lockPackages({ python: first }, scene.services)
    expect(packages.six).toEqual({
      version: '1.16.0',
      hashes: [`sha256:${wheelOf({ name: 'six', version: '1.16.0' }).sha256}`],
    })
    // The environment's own pip is in no index here.
    expect(packages.pip?.hashes).toEqual([])
    expect(warnings[0]).toMatch(/no hashes for pip .*base image must bring them/)
    expect(warnings.some((warning) => /this platform/.test(warning))).toBe(tool === 'pip')

    scene.index.add({ name: 'six', version: '1.17.0' })
    const second = await scene.environment()
    const job = await scene.job(second, { nodes: [node], lock: packages })
    await installPackages(job, scene.services)
    expect(scene.started.filter((line) => line.includes('--require-hashes'))).toHaveLength(1)
    expect(await scene.freeze(second)).toBe(await scene.freeze(first))

    const other = wheelOf({ name: 'six', version: '1.16.0', content: 'import os\n' })
    scene.index.tamper(other.file, other.bytes, { hash: other.sha256 })
    const third = await scene.environment()
    const before = await scene.freeze(third)
    const refused = await scene.job(third, { nodes: [node], lock: packages })
    const said = await installPackages(refused, scene.services).catch(messagesOf)
    expect(said).toEqual([expect.stringMatching(/packages of the lock can't be installed: .*hash/i)])
    expect(await scene.freeze(third)).toBe(before)
  }, 180_000)

  test('what no index has must be there already', async () => {
    const python = await scene.environment()
    const lock = { 'only-in-base': { version: '1.0', hashes: [] } }
    const said = await installPackages(await scene.job(python, { lock }), scene.services).catch(messagesOf)
    expect(said).toEqual([expect.stringContaining('no hash for only-in-base 1.0')])
  }, 120_000)

  test('whose words would be an option of their own is refused', async () => {
    const python = await scene.environment()
    const version = '1.16.0\n--index-url=https://elsewhere/'
    const lock = { six: { version, hashes: [`sha256:${'0'.repeat(64)}`] } }
    const said = await installPackages(await scene.job(python, { lock }), scene.services).catch(messagesOf)
    expect(said).toEqual([expect.stringMatching(/^The lock has "six", whose version/)])
    expect(scene.started).toEqual([])
  }, 120_000)

  test('that was made without a Python says nothing of packages', async () => {
    const python = await scene.environment()
    const node = await scene.node('A', { 'requirements.txt': 'six\n' })
    await installPackages(await scene.job(python, { nodes: [node], lock: {} }), scene.services)
    expect(await scene.freeze(python)).toContain('six==')
  }, 120_000)

  test('an index that is away makes no lock', async () => {
    const python = await scene.environment('six==1.16.0')
    scene.index.faults.add({ path: '/simple/', times: 0, fault: { kind: 'reset-response', after: 0 } })
    await expect(lockPackages({ python }, scene.services)).rejects.toThrow(/can't be found out/)
    scene.index.faults.clear()
  }, 120_000)
})
