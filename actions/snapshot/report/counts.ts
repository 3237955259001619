import type { Snapshot } from '../../nodes/snapshot.ts'

/** Custom nodes of every kind. */
export function nodesIn({ git, registry, files }: Snapshot): number {
  return git.length + registry.length + files.length
}

/** `1 node`, `14 nodes`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

export function countsOf(snapshot: Snapshot): string {
  return `${counted(nodesIn(snapshot), 'node')}, ${counted(snapshot.packages.length, 'package')}`
}
