import { normalPackage, normalUrl, packageNameOf } from '../names.ts'
import type { FileNode, GitNode, PinnedPackage, RegistryNode } from '../snapshot.ts'

/** What a snapshot has several of. */
export interface Kind<T> {
  /** The one way to write it. */
  normal(thing: T): T
  /** By which they stand in order. */
  key(thing: T): string
  /** Two with the same are the same thing, in two states. */
  identity(thing: T): string
}

const git: Kind<GitNode> = {
  normal: ({ url, commit, disabled }) => ({
    url: normalUrl(url) ?? url,
    commit: normalCommit(commit),
    disabled,
  }),
  key: ({ url }) => url,
  identity: ({ url }) => url.toLowerCase(),
}

const registry: Kind<RegistryNode> = {
  normal: ({ id, version }) => ({ id: id.trim(), version: version.trim() }),
  key: ({ id }) => id,
  identity: ({ id }) => id.toLowerCase(),
}

const files: Kind<FileNode> = {
  // ComfyUI-Manager switches a file off by its name.
  normal: ({ filename, disabled }) => {
    const name = filename.replace(/(\.disabled)+$/, '')
    return { filename: name, disabled: disabled || name !== filename }
  },
  key: ({ filename }) => filename,
  identity: ({ filename }) => filename.toLowerCase(),
}

const packages: Kind<PinnedPackage> = {
  normal: ({ requirement, address }) => ({
    requirement: requirement.trim().replace(/\s*(===?|[~!<>]=|[<>,[\]])\s*/g, '$1'),
    address: address.trim(),
  }),
  key: ({ requirement }) => requirement,
  identity: ({ requirement }) => normalPackage(packageNameOf(requirement)),
}

export const kinds = { git, registry, files, packages }

/** Saved from a detached HEAD, a commit ends with a line break. */
export function normalCommit(text: string): string {
  const trimmed = text.trim()
  return /^[0-9a-f]{40}$/i.test(trimmed) ? trimmed.toLowerCase() : trimmed
}

/** By code units, in which no two languages differ; what has one key, by what else is in it. */
export function ordered<T, P>(kind: Kind<T>, parts: readonly P[], thingOf: (part: P) => T): P[] {
  const keyed = parts.map((part) => ({ part, thing: thingOf(part) }))
  const rest = (thing: T) => JSON.stringify(thing)
  return keyed
    .sort((a, b) => compared(kind.key(a.thing), kind.key(b.thing)) || compared(rest(a.thing), rest(b.thing)))
    .map(({ part }) => part)
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
