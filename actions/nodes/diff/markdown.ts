import type { Commit, SnapshotDiff } from './diff.ts'

/** For a person. `commits`: those between the pins, newest first, by the node's address, or by COMFYUI's. */
export function diffMarkdown(
  _diff: SnapshotDiff,
  _commits: ReadonlyMap<string, readonly Commit[]> = new Map(),
): string {
  return ''
}
