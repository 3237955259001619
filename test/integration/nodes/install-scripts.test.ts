import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { installPackages } from '../../../actions/nodes/packages/install.ts'
import { runInstallScripts } from '../../../actions/nodes/packages/install-scripts.ts'
import { rememberPackages } from '../../../actions/nodes/packages/restored.ts'
import { type PythonScene, pythonScene } from './python.ts'

const WRITES = "open('made.txt', 'a').write('x')\n"

describe('install.py', () => {
  let scene: PythonScene
  let python: string
  beforeAll(async () => {
    scene = await pythonScene('pip')
    scene.index.add({ name: 'torch', version: '2.5.1' }, { name: 'torch', version: '2.6.0' })
    python = await scene.environment('torch==2.5.1')
  }, 120_000)
  afterAll(() => scene.remove())

  test("runs in its node's folder, and only where it may", async () => {
    const may = await scene.node('May', { 'install.py': WRITES }, { script: true })
    const without = await scene.node('Without', {}, { script: true })
    const mayNot = await scene.node('MayNot', { 'install.py': WRITES })
    const nodes = [may, without, mayNot]
    await expect(runInstallScripts({ python, nodes }, scene.services)).resolves.toEqual(['May'])
    expect(await readFile(join(may.folder, 'made.txt'), 'utf8')).toBe('x')
    await expect(readFile(join(mayNot.folder, 'made.txt'))).rejects.toThrow(/ENOENT/)
  })

  test('does not get to see what is the job’s', async () => {
    const script = "import os\nopen('seen.txt', 'w').write(os.environ.get('GITHUB_TOKEN', 'nothing'))\n"
    const node = await scene.node('Curious', { 'install.py': script }, { script: true })
    const { run, environment } = scene.services
    const world = {
      ...scene.services,
      run: (...[command, args, options]: Parameters<typeof run>) =>
        run(command, args, { ...options, env: { GITHUB_TOKEN: 'secret', ...options?.env } }),
      environment: { ...environment, GITHUB_TOKEN: 'secret' },
    }
    await runInstallScripts({ python, nodes: [node] }, world)
    expect(await readFile(join(node.folder, 'seen.txt'), 'utf8')).toBe('nothing')
  })

  test('runs again where its node was put there anew, or says something else', async () => {
    const node = await scene.node('May', { 'install.py': WRITES }, { script: true })
    const job = await scene.job(python, { nodes: [node] })
    await rememberPackages(job)
    const outcome = async (change: Partial<typeof node>) =>
      (await installPackages({ ...job, nodes: [{ ...node, ...change }] }, scene.services)).outcome
    expect(await outcome({})).toBe('unchanged')
    expect(await outcome({ changed: true })).toBe('installed')
    expect(await outcome({ pin: 'b'.repeat(40) })).toBe('installed')
    expect(await outcome({ script: false })).toBe('installed')
  })

  test('that fails names its node', async () => {
    const node = await scene.node('Bad', { 'install.py': 'raise SystemExit(3)\n' }, { script: true })
    await expect(runInstallScripts({ python, nodes: [node] }, scene.services)).rejects.toThrow(
      'Node Bad: its install.py ended with exit code 3.',
    )
  })

  test('that replaces torch names its node', async () => {
    const script =
      "import subprocess, sys\nsubprocess.check_call([sys.executable, '-m', 'pip', 'install', '-q', 'torch==2.6.0'])\n"
    const node = await scene.node('Greedy', { 'install.py': script }, { script: true })
    await expect(runInstallScripts({ python, nodes: [node] }, scene.services)).rejects.toThrow(
      'Node Greedy: its install.py replaced what the base image has: torch 2.5.1 → 2.6.0.',
    )
  }, 120_000)
})
