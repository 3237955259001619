import { isDeepStrictEqual } from 'node:util'
import { normalise } from '../file/canonical.ts'
import { type Kind, kinds } from '../file/kinds.ts'
import type { FileNode, GitNode, PinnedPackage, RegistryNode, Snapshot } from '../snapshot.ts'

/** What differs between two snapshots: plain data, which JSON holds as it is. */
export interface SnapshotDiff {
  /** Absent: the same in both. */
  comfyui?: Change<string | null>
  git: Changes<GitNode>
  registry: Changes<RegistryNode>
  files: Changes<FileNode>
  packages: Changes<PinnedPackage>
}

export interface Change<T> {
  from: T
  to: T
}

export interface Changes<T> {
  added: T[]
  removed: T[]
  changed: Change<T>[]
}

/** A commit between two pins. */
export interface Commit {
  hash: string
  /** The first line of its message. */
  subject: string
}

export function diffSnapshots(from: Snapshot, to: Snapshot): SnapshotDiff {
  const [old, now] = [normalise(from), normalise(to)]
  return {
    ...(old.comfyui === now.comfyui ? {} : { comfyui: { from: old.comfyui, to: now.comfyui } }),
    git: changes(kinds.git, old.git, now.git),
    registry: changes(kinds.registry, old.registry, now.registry),
    files: changes(kinds.files, old.files, now.files),
    packages: changes(kinds.packages, old.packages, now.packages),
  }
}

/** What `from` becomes by a difference that was made from it. */
export function applyDiff(from: Snapshot, diff: SnapshotDiff): Snapshot {
  return normalise({
    comfyui: diff.comfyui ? diff.comfyui.to : from.comfyui,
    git: applied(kinds.git, from.git, diff.git),
    registry: applied(kinds.registry, from.registry, diff.registry),
    files: applied(kinds.files, from.files, diff.files),
    packages: applied(kinds.packages, from.packages, diff.packages),
  })
}

export function isSame(diff: SnapshotDiff): boolean {
  const lists = [diff.git, diff.registry, diff.files, diff.packages]
  return (
    diff.comfyui === undefined &&
    lists.every(({ added, removed, changed }) => added.length + removed.length + changed.length === 0)
  )
}

function changes<T>(kind: Kind<T>, from: readonly T[], to: readonly T[]): Changes<T> {
  const old = byIdentity(kind, from)
  const now = byIdentity(kind, to)
  const changed = [...now].flatMap(([identity, thing]) => {
    const before = old.get(identity)
    return before === undefined || isDeepStrictEqual(before, thing) ? [] : [{ from: before, to: thing }]
  })
  return {
    added: [...now].flatMap(([identity, thing]) => (old.has(identity) ? [] : [thing])),
    removed: [...old].flatMap(([identity, thing]) => (now.has(identity) ? [] : [thing])),
    changed,
  }
}

function applied<T>(kind: Kind<T>, from: readonly T[], { added, removed, changed }: Changes<T>): T[] {
  const things = byIdentity(kind, from.map(kind.normal))
  for (const thing of removed) things.delete(kind.identity(thing))
  for (const thing of [...added, ...changed.map(({ to }) => to)]) things.set(kind.identity(thing), thing)
  return [...things.values()]
}

function byIdentity<T>(kind: Kind<T>, things: readonly T[]): Map<string, T> {
  return new Map(things.map((thing) => [kind.identity(thing), thing]))
}
