import { join } from 'node:path'
import { proveArchive } from '../archives/prove-archive.ts'
import type { Mismatch } from '../finding.ts'
import type { Git } from '../git/git.ts'
import type { Place } from '../restore/survey.ts'
import { mayRun, pinOf, type WantedNode } from '../restore/wanted.ts'
import type { GitNode, RegistryNode } from '../snapshot.ts'
import { proveFiles } from './files.ts'
import { differencesFromLock, lockedTree } from './locked.ts'
import { type Difference, mismatchOf } from './proof.ts'
import { requirementsOf } from './requirements.ts'
import type { Verification, VerifyJob } from './verify.ts'
import { stateName } from './verify-files.ts'

type ContentJob = Pick<VerifyJob, 'lock' | 'root' | 'installScripts'>

/** Whether a node is there once, switched on or off as it is to be, and made of its very files. */
export async function verifyNode(
  node: WantedNode,
  places: readonly Place[],
  nodes: string,
  job: VerifyJob,
  git: Git,
): Promise<Verification> {
  const [place, ...others] = places
  const mismatches = place
    ? [
        ...stateOf(node, place),
        ...others.map((other) => copyOf(node, other)),
        ...(await contentOf(node, place, join(nodes, place.path), job, git)),
      ]
    : [{ subject: node.name, what: 'missing', expected: pinOf(node), actual: 'not there' }]
  return { checked: [{ subject: node.name, what: 'node' }], mismatches }
}

function stateOf({ name, disabled }: WantedNode, place: Place): Mismatch[] {
  if (place.disabled !== disabled)
    return [
      {
        ...{ subject: name, what: 'disabled', expected: stateName(disabled) },
        actual: `${stateName(place.disabled)} (${place.path})`,
      },
    ]
  // Of what is switched off, there are older spellings.
  if (disabled || place.path === name) return []
  return [{ subject: name, what: 'folder', expected: name, actual: place.path }]
}

function copyOf({ name }: WantedNode, { path }: Place): Mismatch {
  return { subject: name, what: 'extra', expected: 'one copy', actual: `another one in ${path}` }
}

/** What keeps a folder from being this node, byte for byte; empty: nothing. */
export async function contentOf(
  { name, source }: WantedNode,
  place: Pick<Place, 'link'>,
  folder: string,
  job: ContentJob,
  git: Git,
): Promise<Mismatch[]> {
  if (place.link) return [{ subject: name, what: 'folder', expected: 'a folder', actual: 'a symbolic link' }]
  const generated = mayRun(job.installScripts, name)
  if (!('url' in source)) return archiveOf(name, source, folder, job, generated)
  const differences = await gitDifferences(source, folder, job, git, generated)
  return differences.map((difference) => mismatchOf(name, difference))
}

async function gitDifferences(
  { url, commit }: GitNode,
  folder: string,
  { lock, root }: ContentJob,
  git: Git,
  generated: boolean,
): Promise<Difference[]> {
  const proof = await proveFiles(folder, commit, git, { generated, ...(root === undefined ? {} : { root }) })
  const locked = lock?.git[url]
  if (!locked) return proof.differences
  const requirements = await requirementsOf(folder)
  // Without a repository only the lock knows what the files are to be.
  const isBare = proof.differences.some(({ what, path }) => what === 'repository' && path === '')
  if (isBare) return lockedTree(folder, locked, requirements)
  return [...proof.differences, ...differencesFromLock(proof, locked, requirements)]
}

async function archiveOf(
  name: string,
  { id, version }: RegistryNode,
  folder: string,
  { lock }: ContentJob,
  generated: boolean,
): Promise<Mismatch[]> {
  const files = lock?.registry[id]?.files
  const found = await proveArchive({
    id,
    version,
    folder,
    generated,
    ...(files === undefined ? {} : { files }),
  })
  return found.map((mismatch) => ({ ...mismatch, subject: name }))
}
