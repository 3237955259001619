import { atOnce } from '../../base/at-once.ts'
import { Problems } from '../../base/errors.ts'
import { normalise } from '../file/canonical.ts'
import { type Git, openGit } from '../git/git.ts'
import type { Installation } from '../installation.ts'
import { folderNameOf } from '../names.ts'
import { openRepository } from '../prove/repository.ts'
import type { NodeServices } from '../services.ts'
import type { GitNode, Snapshot } from '../snapshot.ts'
import { type FoundNode, type Notes, nodeAt, requireClean } from './found.ts'
import { freeze } from './freeze.ts'
import { filesOf, placesOf } from './places.ts'

export interface Saved {
  snapshot: Snapshot
  /** What lies there and can't be in a snapshot. */
  warnings: string[]
}

const AT_ONCE = 4

/** The snapshot of what is installed. What no snapshot could bring back (changed files) is an error, of all nodes at once. */
export async function saveSnapshot(of: Installation, services: NodeServices): Promise<Saved> {
  const git = openGit(services)
  const notes: Notes = { problems: new Problems(), warnings: [] }
  const comfyui = of.core === undefined ? null : await commitOfCore(of.core, git, notes)
  const found = await atOnce(AT_ONCE, await placesOf(of.nodes), (place) => nodeAt(place, git, notes))
  const nodes = eachOnce(
    found.filter((each) => each !== undefined),
    notes,
  ).map(({ node }) => node)
  const packages = of.python === undefined ? [] : await freeze(of.python, notes.warnings)
  notes.problems.throwIfAny()
  const snapshot = normalise({
    comfyui,
    git: nodes.filter((node) => 'url' in node),
    registry: nodes.filter((node) => 'id' in node),
    files: await filesOf(of.nodes),
    packages,
  })
  return { snapshot, warnings: notes.warnings.sort() }
}

async function commitOfCore(folder: string, git: Git, notes: Notes): Promise<string | null> {
  const commit = (await openRepository(folder))?.head
  if (commit !== undefined) await requireClean('ComfyUI', folder, commit, git, notes, 'custom_nodes')
  else notes.warnings.push(`${folder} is no git checkout: the snapshot doesn't say which ComfyUI it is for.`)
  return commit ?? null
}

/** A snapshot has each repository once, and restores it under its own name. */
function eachOnce(found: readonly FoundNode[], { problems, warnings }: Notes): FoundNode[] {
  const byFolder = Map.groupBy(found, ({ node }) => keyOf(node))
  return [...byFolder.values()].flatMap((copies) => {
    const active = copies.filter(({ place }) => !place.disabled)
    const [kept, ...others] = active.length > 0 ? active : copies
    if (!kept) return []
    const name = folderNameOf(kept.node)
    const paths = copies.map(({ place }) => place.path)
    if (others.length > 0)
      problems.add('IMG8723', `${paths.join(' and ')} are the same node.`, 'Keep one of them.')
    else if (copies.length > 1)
      warnings.push(
        `${paths.join(' and ')} are the same node: only ${kept.place.path}, which is switched on, is saved.`,
      )
    if (!kept.place.disabled && kept.place.path !== name)
      warnings.push(`${kept.place.path} will be restored as ${name}, which is the repository's own name.`)
    return [kept]
  })
}

function keyOf(node: FoundNode['node']): string {
  return ('url' in node ? (node as GitNode).url : node.id).toLowerCase()
}
