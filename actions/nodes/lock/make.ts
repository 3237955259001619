import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { digestOf as digestOfBytes } from '../../base/digest.ts'
import { UserError, UserErrors } from '../../base/errors.ts'
import { fetchArchive } from '../archives/fetch-archive.ts'
import { proveArchive } from '../archives/prove-archive.ts'
import { digestOf } from '../file/canonical.ts'
import type { Mismatch } from '../finding.ts'
import { type Git, openGit } from '../git/git.ts'
import type { Installation } from '../installation.ts'
import { normalUrl } from '../names.ts'
import { lockPackages } from '../packages/lock-packages.ts'
import { proveFiles } from '../prove/files.ts'
import { openRepository } from '../prove/repository.ts'
import { requirementsOf } from '../prove/requirements.ts'
import { remoteOf } from '../prove/settings.ts'
import { verifyInstallation } from '../prove/verify.ts'
import { survey } from '../restore/survey.ts'
import { mayRun, type WantedNode, wantedNodes } from '../restore/wanted.ts'
import type { NodeServices } from '../services.ts'
import type { GitNode, RegistryNode, Snapshot } from '../snapshot.ts'
import type { Lock } from './lock.ts'

export interface LockJob {
  snapshot: Snapshot
  /** Where it was restored; it is proven first. */
  of: Installation
  installScripts: 'never' | 'all' | readonly string[]
  /** Extra requirements files. */
  requirements: readonly string[]
  /** Address of ComfyUI's registry. */
  registry: string
  allowHosts: readonly string[]
}

/** All that the snapshot's pins leave open, as it stands in an installation. */
export async function makeLock(job: LockJob, services: NodeServices): Promise<Lock> {
  const { snapshot, of } = job
  const { mismatches } = await verifyInstallation(job, services)
  if (mismatches.length > 0) throw new UserErrors(mismatches.map(notRestored))
  const git = openGit(services)
  const wanted = wantedNodes(snapshot, of)
  const { places } = await survey(of.nodes, wanted, snapshot.files)
  const lock: Lock = {
    ...{ schema: 1, snapshot: digestOf(snapshot), git: {}, registry: {}, packages: {} },
    extra: await Promise.all(job.requirements.map(async (file) => digestOfBytes(await readFile(file)))),
  }
  for (const { filename, disabled } of snapshot.files) {
    const bytes = await readFile(join(of.nodes, disabled ? `${filename}.disabled` : filename))
    lock.files = { ...lock.files, [filename]: digestOfBytes(bytes) }
  }
  for (const node of wanted) {
    const folder = join(of.nodes, places.get(node)?.[0]?.path ?? node.name)
    if ('url' in node.source) lock.git[node.source.url] = await lockedGit(node.source, folder, git)
    else lock.registry[node.source.id] = await lockedArchive(node, node.source, folder, job, services)
  }
  if (of.python !== undefined) {
    const { packages, warnings } = await lockPackages({ python: of.python }, services)
    lock.packages = packages
    for (const warning of warnings) services.log.warn(warning)
  }
  return lock
}

function notRestored({ subject, what, expected, actual }: Mismatch): UserError {
  return new UserError('IMG8802', `${subject}: ${what}: expected ${expected}, but found ${actual}.`, {
    hint: 'Restore the snapshot first: a lock is made of what it gives.',
  })
}

async function lockedGit({ commit }: GitNode, folder: string, git: Git): Promise<Lock['git'][string]> {
  const { tree = '', submodules } = await proveFiles(folder, commit, git, { generated: true })
  const inner = submodules.map(async ({ path, commit: at, tree: of = '' }) => {
    const repository = await openRepository(join(folder, path))
    const remote = repository === undefined ? undefined : remoteOf(repository.settings)
    const address = (remote === undefined ? undefined : normalUrl(remote)) ?? remote ?? ''
    return [path, { url: address, commit: at, tree: of }] as const
  })
  return {
    ...{ commit, tree, submodules: Object.fromEntries(await Promise.all(inner)) },
    requirements: await requirementsOf(folder),
  }
}

/** The archive is fetched once more: nothing else tells its checksum, and whether these are its files. */
async function lockedArchive(
  { name }: WantedNode,
  { id, version }: RegistryNode,
  folder: string,
  { registry, allowHosts, installScripts }: LockJob,
  services: NodeServices,
): Promise<Lock['registry'][string]> {
  const temp = await mkdtemp(join(services.temp, 'lock-'))
  try {
    const into = join(temp, 'archive')
    const { address, archive, files } = await fetchArchive(
      { id, version, registry, allowHosts },
      into,
      services,
    )
    const generated = mayRun(installScripts, name)
    const mismatches = await proveArchive({ id, version, folder, generated, files })
    if (mismatches.length > 0) throw new UserErrors(mismatches.map(notRestored))
    return { version, address, archive, files, requirements: await requirementsOf(folder) }
  } finally {
    await rm(temp, { recursive: true, force: true })
  }
}
