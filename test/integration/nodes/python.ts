import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { Log } from '../../../actions/base/log.ts'
import type { PackageNode, PackagesJob } from '../../../actions/nodes/packages/job.ts'
import type { NodeServices } from '../../../actions/nodes/services.ts'
import { type PythonIndex, startPythonIndex } from '../../doubles/python-index/index.ts'
import { type TestServices, testServices } from './services.ts'

const TOOLS = join(import.meta.dirname, '../../../.cache/bin')

export interface PythonScene {
  index: PythonIndex
  services: NodeServices
  started: string[]
  warnings: string[]
  /** A new virtual environment with these wheels of the index in it. */
  environment(...packages: readonly string[]): Promise<string>
  /** A node with these files. */
  node(name: string, files: Record<string, string>, options?: Partial<PackageNode>): Promise<PackageNode>
  job(python: string, options?: Partial<PackagesJob>): Promise<PackagesJob>
  freeze(python: string): Promise<string>
  remove(): Promise<void>
}

/** An index, and a Python to install into, with uv or with pip. */
export async function pythonScene(tool: 'uv' | 'pip'): Promise<PythonScene> {
  const index = await startPythonIndex()
  const plain = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== TOOLS)
  const path = (tool === 'uv' ? [TOOLS, ...plain] : plain).join(delimiter)
  const world: TestServices = await testServices({ ...index.environment, PATH: path })
  const warnings: string[] = []
  const log: Log = { ...world.services.log, warn: (message) => void warnings.push(message) }
  const services = { ...world.services, log }
  const run = (command: string, args: readonly string[]) => services.run(command, args)
  // Bringing pip into an environment takes seconds, a copy a fraction of one.
  const empty = join(world.folder, 'empty-venv')
  await run('python3', ['-m', 'venv', empty])
  return {
    index,
    services,
    started: world.started,
    warnings,
    environment: async (...packages) => {
      const folder = await mkdtemp(join(world.folder, 'venv-'))
      await cp(empty, folder, { recursive: true, verbatimSymlinks: true })
      const python = join(folder, 'bin/python')
      if (packages.length > 0) await run(python, ['-m', 'pip', 'install', '--quiet', ...packages])
      world.started.length = 0
      return python
    },
    node: async (name, files, options = {}) => {
      const folder = join(await mkdtemp(join(world.folder, 'node-')), name)
      await mkdir(folder)
      for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
      return { name, folder, pin: 'a'.repeat(40), script: false, changed: false, ...options }
    },
    job: async (python, options = {}) => {
      const folder = await mkdtemp(join(world.folder, 'custom_nodes-'))
      return { folder, python, packages: [], nodes: [], requirements: [], ...options }
    },
    freeze: async (python) => (await run(python, ['-m', 'pip', 'freeze', '--all'])).stdout,
    remove: async () => {
      await index.close()
      await world.remove()
    },
  }
}
