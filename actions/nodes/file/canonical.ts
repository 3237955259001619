import { type Digest, digestOf as digestOfText } from '../../base/digest.ts'
import type { Snapshot } from '../snapshot.ts'
import { type Kind, kinds, normalCommit, ordered } from './kinds.ts'

/** The same snapshot, the same bytes: as ComfyUI-Manager reads it, in one order, with a line break at its end. */
export function canonicalText(snapshot: Snapshot): string {
  const { comfyui, git, registry, files, packages } = normalise(snapshot)
  const document = {
    comfyui,
    git_custom_nodes: Object.fromEntries(
      git.map(({ url, commit, disabled }) => [url, { hash: commit, disabled }]),
    ),
    cnr_custom_nodes: Object.fromEntries(registry.map(({ id, version }) => [id, version])),
    file_custom_nodes: files.map(({ filename, disabled }) => ({ filename, disabled })),
    pips: Object.fromEntries(packages.map(({ requirement, address }) => [requirement, address])),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

/** By which a snapshot is known. */
export function digestOf(snapshot: Snapshot): Digest {
  return digestOfText(canonicalText(snapshot))
}

/** Each thing once, in one order, written in one way. */
export function normalise({ comfyui, git, registry, files, packages }: Snapshot): Snapshot {
  return {
    comfyui: comfyui === null ? null : normalCommit(comfyui) || null,
    git: once(kinds.git, git),
    registry: once(kinds.registry, registry),
    files: once(kinds.files, files),
    packages: once(kinds.packages, packages),
  }
}

/** What is there twice, the same in every respect, is there once. */
function once<T>(kind: Kind<T>, things: readonly T[]): T[] {
  const distinct = new Map(things.map(kind.normal).map((thing) => [JSON.stringify(thing), thing]))
  return ordered(kind, [...distinct.values()], (thing) => thing)
}
