import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../base/errors.ts'
import type { NodeServices } from '../services.ts'
import { isOfTorch } from './compare.ts'
import { type InstalledPackage, readInstalled } from './installed.ts'
import type { PackageNode, PackagesJob } from './job.ts'
import { hiddenFromOthers } from './others.ts'
import { sitePackagesOf } from './site-packages.ts'

/** Runs the install.py of the nodes that may, one after another; gives the names of those that have one. */
export async function runInstallScripts(
  job: Pick<PackagesJob, 'python' | 'nodes'>,
  services: NodeServices,
): Promise<string[]> {
  const ran: string[] = []
  for (const node of job.nodes) {
    if ((await scriptOf(node)) === undefined) continue
    const before = await torchOf(job.python)
    await runScript(node, job.python, services)
    judgeTorch(node, before, await torchOf(job.python))
    ran.push(node.name)
  }
  return ran
}

/** The script of a node that has one, and may run it. */
export async function scriptOf({ folder, script }: PackageNode): Promise<string | undefined> {
  if (!script) return undefined
  const path = join(folder, 'install.py')
  const found = await lstat(path).catch(() => undefined)
  return found?.isFile() ? path : undefined
}

async function runScript(
  { name, folder }: PackageNode,
  python: string,
  { run, log, environment }: NodeServices,
): Promise<void> {
  log.info(`Node ${name}: running its install.py.`)
  const env = {
    ...environment,
    ...hiddenFromOthers(environment),
    ...{ PYTHONNOUSERSITE: '1', PYTHONUSERBASE: undefined, PIP_USER: '0' },
  }
  const { exitCode } = await run(python, ['install.py'], { cwd: folder, env, show: true, anyExit: true })
  if (exitCode === 0) return
  throw new UserError('IMG8608', `Node ${name}: its install.py ended with exit code ${exitCode}.`, {
    hint: 'What it said is above; leave it out of install-scripts if the node works without.',
  })
}

/** A script is free in what it installs, save for what the base image chose. */
function judgeTorch(
  { name }: PackageNode,
  before: readonly InstalledPackage[],
  after: readonly InstalledPackage[],
): void {
  const now = new Map(after.map((each) => [each.name, each.version]))
  const moved = before.filter((each) => now.get(each.name) !== each.version)
  if (moved.length === 0) return
  const changes = moved.map((each) => `${each.name} ${each.version} → ${now.get(each.name) ?? 'none'}`)
  throw new UserError(
    'IMG8608',
    `Node ${name}: its install.py replaced what the base image has: ${changes.join(', ')}.`,
    {
      hint: 'Leave it out of install-scripts, and begin again from the base image.',
    },
  )
}

async function torchOf(python: string): Promise<InstalledPackage[]> {
  const installed = await readInstalled(await sitePackagesOf(python))
  return [...installed.values()].filter(({ name }) => isOfTorch(name))
}
