import { join } from 'node:path'
import { atOnce } from '../../base/at-once.ts'
import { resolveInside } from '../../base/inside.ts'
import type { Mismatch } from '../finding.ts'
import { openGit } from '../git/git.ts'
import type { Installation } from '../installation.ts'
import type { Lock } from '../lock/lock.ts'
import { survey } from '../restore/survey.ts'
import { wantedNodes } from '../restore/wanted.ts'
import type { NodeServices } from '../services.ts'
import type { Snapshot } from '../snapshot.ts'
import { verifyCore } from './verify-core.ts'
import { verifyFiles } from './verify-files.ts'
import { verifyNode } from './verify-node.ts'
import { verifyPackages } from './verify-packages.ts'

export interface VerifyJob {
  snapshot: Snapshot
  lock?: Lock
  of: Installation
  /** Which nodes may have made files of their own. */
  installScripts: 'never' | 'all' | readonly string[]
  /** Of a mounted image: paths are then those inside of it, and links lead nowhere else. */
  root?: string
}

export interface Checked {
  subject: string
  what: 'node' | 'file' | 'core' | 'package'
}

export interface Verification {
  /** What was looked at: nodes by their folders, `ComfyUI`, packages. */
  checked: Checked[]
  mismatches: Mismatch[]
}

/** So many at a time: each has git read its objects meanwhile. */
const AT_ONCE = 4

/** Holds an installation against its snapshot, and against its lock where there is one. All that differs is told, of everything. */
export async function verifyInstallation(job: VerifyJob, services: NodeServices): Promise<Verification> {
  const git = openGit(services)
  const { snapshot, root = '/' } = job
  const nodes = await placeIn(root, job.of.nodes, services)
  const core = job.of.core === undefined ? undefined : await placeIn(root, job.of.core, services)
  const wanted = wantedNodes(snapshot, { nodes })
  const { places, extras } = await survey(nodes, wanted, snapshot.files, root)
  const parts: Verification[] = [
    ...(core === undefined ? [] : [await verifyCore(snapshot, core, git, root)]),
    ...(await atOnce(AT_ONCE, wanted, (node) => verifyNode(node, places.get(node) ?? [], nodes, job, git))),
    await verifyFiles(snapshot.files, nodes, job.lock?.files),
    ...extras.map(({ path }) => extra(path)),
    job.of.python === undefined ? nothing : await verifyPackages(job, job.of.python),
  ]
  return {
    checked: parts.flatMap(({ checked }) => checked),
    mismatches: parts.flatMap(({ mismatches }) => mismatches),
  }
}

const nothing: Verification = { checked: [], mismatches: [] }

function extra(path: string): Verification {
  const mismatch = { subject: path, what: 'extra', expected: 'not there', actual: 'in no snapshot' }
  return { checked: [], mismatches: [mismatch] }
}

/** Where nothing lies, or a link leads out of the image, everything is missing. */
async function placeIn(root: string, path: string, services: NodeServices): Promise<string> {
  return (await resolveInside(root, path)) ?? join(services.temp, 'nothing-lies-here')
}
