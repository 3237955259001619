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

export function diffSnapshots(_from: Snapshot, _to: Snapshot): SnapshotDiff {
  throw new Error('not yet')
}

export function applyDiff(_from: Snapshot, _diff: SnapshotDiff): Snapshot {
  throw new Error('not yet')
}
