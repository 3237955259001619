import { join } from 'node:path'
import type { Problems } from '../../base/errors.ts'
import { isThere } from '../../base/there.ts'
import { projectOf } from '../archives/project.ts'
import { TRACKING } from '../archives/unpack.ts'
import type { Git } from '../git/git.ts'
import { normalUrl, shortPin } from '../names.ts'
import { proveFiles } from '../prove/files.ts'
import type { Difference } from '../prove/proof.ts'
import { openRepository } from '../prove/repository.ts'
import { remoteOf } from '../prove/settings.ts'
import type { GitNode, RegistryNode } from '../snapshot.ts'
import type { SavedPlace } from './places.ts'

export interface FoundNode {
  place: SavedPlace
  node: GitNode | RegistryNode
}

export interface Notes {
  /** What a snapshot could not bring back. */
  problems: Problems
  /** What is left out of it. */
  warnings: string[]
}

/** As many paths as a person reads. */
const SHOWN = 10

/** What a folder is in a snapshot; undefined: nothing that one could have. */
export async function nodeAt(place: SavedPlace, git: Git, notes: Notes): Promise<FoundNode | undefined> {
  const repository = await openRepository(place.folder)
  if (!repository) return registryNodeAt(place, notes)
  const url = normalUrl(remoteOf(repository.settings) ?? '')
  const commit = repository.head
  if (url === undefined)
    notes.problems.add(
      'IMG8721',
      `Node ${place.path}: its repository has no remote that is reached by https.`,
      'Set the remote "origin" to its address, or move the folder out of custom_nodes.',
    )
  if (commit === undefined)
    notes.problems.add(
      'IMG8721',
      `Node ${place.path}: its HEAD leads to no commit.`,
      'Check out a commit there.',
    )
  if (url === undefined || commit === undefined) return undefined
  await requireClean(`Node ${place.path}`, place.folder, commit, git, notes)
  return { place, node: { url, commit, disabled: place.disabled } }
}

/** As ComfyUI-Manager knows them: by the list of their files. */
async function registryNodeAt(place: SavedPlace, { warnings }: Notes): Promise<FoundNode | undefined> {
  const isListed = await isThere(join(place.folder, TRACKING))
  const { name: id, version } = await projectOf(place.folder)
  if (!isListed || id === undefined || version === undefined) {
    warnings.push(`${place.path} is neither a git repository nor from the registry: it is left out.`)
    return undefined
  }
  if (place.disabled) {
    warnings.push(
      `${place.path} is switched off, which a snapshot can't say of a registry node: it is left out.`,
    )
    return undefined
  }
  return { place, node: { id, version } }
}

/** Changes would be lost; what a commit's own .gitignore names, and how git is set up there, is no change. */
export async function requireClean(
  whose: string,
  folder: string,
  commit: string,
  git: Git,
  { problems, warnings }: Notes,
  apart?: string,
): Promise<void> {
  const proof = await proveFiles(folder, commit, git, {
    generated: true,
    ...(apart === undefined ? {} : { apart }),
  })
  const isSetUp = ({ what }: Difference) => what === 'setting' || what === 'hook'
  const changes = proof.differences.filter((each) => !isSetUp(each))
  const setUp = proof.differences.filter(isSetUp)
  if (setUp.length > 0)
    warnings.push(`${whose}: its repository is set up in a way that is left out: ${listed(setUp, 'actual')}.`)
  if (changes.length > 0)
    problems.add(
      'IMG8722',
      `${whose}: it is not as its commit ${shortPin(commit)} has it: ${listed(changes, 'path')}.`,
      'Commit and push what was changed and check that commit out, or take the changes back.',
    )
}

function listed(differences: readonly Difference[], by: 'path' | 'actual'): string {
  const names = differences.map((each) =>
    by === 'path'
      ? [each.what, each.path].filter(Boolean).join(' ')
      : each.what === 'hook'
        ? each.path
        : each.actual,
  )
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''
  return names.slice(0, SHOWN).join(', ') + more
}
