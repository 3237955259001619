import type { Git } from '../git/git.ts'
import type { Snapshot } from '../snapshot.ts'
import { proveFiles } from './files.ts'
import { mismatchOf } from './proof.ts'
import type { Verification } from './verify.ts'

const CORE = 'ComfyUI'
const NODES = 'custom_nodes'

/** ComfyUI's own commit and files. Nodes are looked at on their own, and what its .gitignore names it makes while it runs. */
export async function verifyCore(
  { comfyui, files }: Snapshot,
  folder: string,
  git: Git,
  root: string,
): Promise<Verification> {
  if (comfyui === null) return { checked: [], mismatches: [] }
  const { differences } = await proveFiles(folder, comfyui, git, { generated: true, root, apart: NODES })
  // Files that the snapshot has are looked at as such, on or off.
  const settled = new Set(files.map(({ filename }) => `${NODES}/${filename}`))
  const own = differences.filter(({ path, what }) => what !== 'file' || !settled.has(path))
  return {
    checked: [{ subject: CORE, what: 'core' }],
    mismatches: own.map((difference) => mismatchOf(CORE, difference)),
  }
}
