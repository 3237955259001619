import type { Commit } from '../diff/diff.ts'
import type { Snapshot } from '../snapshot.ts'
import type { Looked } from './looked.ts'
import type { Subject } from './subject.ts'
import type { Warning } from './warning.ts'

export interface Update {
  snapshot: Snapshot
  /** In the snapshot's order, ComfyUI first. */
  looked: readonly Looked[]
  warnings: readonly Warning[]
  /** By address. */
  commits: ReadonlyMap<string, readonly Commit[]>
  /** False: some could not be looked at, so that there may be more to update. */
  complete: boolean
}

/** The snapshot with what has moved, and all that was told of it. */
export function outcomeOf(snapshot: Snapshot, looked: readonly Looked[]): Update {
  const moves = looked.filter(({ outcome }) => outcome === 'moves')
  const pinOf = (kind: Subject['kind'], key: string, pin: string) =>
    moves.find(({ subject }) => subject.kind === kind && keyOf(subject) === key)?.to ?? pin
  return {
    snapshot: {
      ...snapshot,
      comfyui: moves.find(({ subject }) => subject.kind === 'core')?.to ?? snapshot.comfyui,
      git: snapshot.git.map((node) => ({ ...node, commit: pinOf('git', node.url, node.commit) })),
      registry: snapshot.registry.map((node) => ({
        ...node,
        version: pinOf('registry', node.id, node.version),
      })),
    },
    looked,
    warnings: looked.flatMap(({ warnings }) => warnings),
    commits: new Map(moves.map(({ subject, commits }) => [keyOf(subject), commits])),
    complete: looked.every(({ outcome }) => outcome !== 'unknown'),
  }
}

function keyOf(subject: Subject): string {
  return subject.kind === 'registry' ? subject.id : subject.url
}
