import { type Digest, digestOf as digestOfText } from '../../base/digest.ts'
import { normalUrl } from '../names.ts'
import type { FileNode, GitNode, PinnedPackage, Snapshot } from '../snapshot.ts'

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
    git: ordered(git.map(normalGitNode), ({ url }) => url),
    registry: ordered(
      registry.map(({ id, version }) => ({ id: id.trim(), version: version.trim() })),
      ({ id }) => id,
    ),
    files: ordered(files.map(normalFile), ({ filename }) => filename),
    packages: ordered(packages.map(normalPinned), ({ requirement }) => requirement),
  }
}

/** Saved from a detached HEAD, it ends with a line break. */
export function normalCommit(text: string): string {
  const trimmed = text.trim()
  return /^[0-9a-f]{40}$/i.test(trimmed) ? trimmed.toLowerCase() : trimmed
}

function normalGitNode({ url, commit, disabled }: GitNode): GitNode {
  return { url: normalUrl(url) ?? url, commit: normalCommit(commit), disabled }
}

const OFF = '.disabled'

/** ComfyUI-Manager switches a file off by its name. */
export function normalFile({ filename, disabled }: FileNode): FileNode {
  return filename.endsWith(OFF)
    ? normalFile({ filename: filename.slice(0, -OFF.length), disabled: true })
    : { filename, disabled }
}

function normalPinned({ requirement, address }: PinnedPackage): PinnedPackage {
  return { requirement: requirement.replace(/\s+/g, ''), address: address.trim() }
}

/** By code units, in which no two languages differ. What is there twice, the same in every respect, is there once. */
function ordered<T>(things: readonly T[], keyOf: (thing: T) => string): T[] {
  const distinct = new Map(things.map((thing) => [JSON.stringify(thing), thing]))
  return [...distinct]
    .sort(([one, a], [other, b]) => compared(keyOf(a), keyOf(b)) || compared(one, other))
    .map(([, thing]) => thing)
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
