import { installPackages } from '../packages/install.ts'
import { runInstallScripts } from '../packages/install-scripts.ts'
import type { PackagesJob } from '../packages/job.ts'
import { rememberPackages } from '../packages/restored.ts'
import type { NodeServices } from '../services.ts'
import type { RestoredNode, RestoreJob, RestoreReport } from './job.ts'
import type { Steps } from './steps.ts'
import { mayRun, pinOf, wantedNodes } from './wanted.ts'

/** The packages of all nodes that are switched on, then the scripts of those that may run them. */
export async function restorePackages(
  job: RestoreJob,
  restored: readonly RestoredNode[],
  services: NodeServices,
  steps: Steps,
): Promise<RestoreReport['packages']> {
  const work = packagesJob(job, restored)
  if (!work) return 'left alone'
  const { outcome } = await steps.take(
    'packages',
    () => installPackages(work, services),
    (result) => (result.outcome === 'unchanged' ? 'Found all packages there' : 'Installed packages'),
  )
  // Where nothing changed, the scripts would do again what they did.
  if (outcome === 'unchanged') return outcome
  await steps.take(
    'install.py',
    () => runInstallScripts(work, services),
    (names) => (names.length === 0 ? undefined : `Ran install.py of ${names.join(', ')}`),
  )
  await rememberPackages(work)
  return outcome
}

function packagesJob(job: RestoreJob, restored: readonly RestoredNode[]): PackagesJob | undefined {
  const { to, snapshot, requirements, lock, installScripts } = job
  if (to.python === undefined) return undefined
  const nodes = wantedNodes(snapshot, to)
    .filter(({ disabled }) => !disabled)
    .map((node) => ({
      name: node.name,
      folder: node.folder,
      pin: pinOf(node),
      script: mayRun(installScripts, node.name),
      changed: restored.some(({ name, outcome }) => name === node.name && outcome === 'fetched'),
    }))
  return {
    ...{ folder: to.nodes, python: to.python, packages: snapshot.packages, nodes, requirements },
    ...(lock === undefined ? {} : { lock: lock.packages }),
  }
}
