import { diffSnapshots, type SnapshotDiff } from '../../nodes/diff/diff.ts'
import { diffMarkdown } from '../../nodes/diff/markdown.ts'
import { digestOf } from '../../nodes/file/canonical.ts'
import type { Mode } from '../mode.ts'
import { nodesIn } from '../report/counts.ts'
import { openStates } from '../states.ts'

export const diff: Mode = async (task) => {
  const [from, to] = await openStates(task)
  const found = diffSnapshots(from.snapshot, to.snapshot)
  const markdown = diffMarkdown(found)
  return {
    outputs: {
      digest: digestOf(to.snapshot),
      nodes: String(nodesIn(to.snapshot)),
      changed: String(!isEmpty(found)),
    },
    document: { mode: 'diff', from: from.file, to: to.file, diff: found },
    text: `${markdown.trimEnd()}\n`,
    markdown,
  }
}

function isEmpty({ comfyui, git, registry, files, packages }: SnapshotDiff): boolean {
  const changes = [git, registry, files, packages].flatMap((each) => [
    ...each.added,
    ...each.removed,
    ...each.changed,
  ])
  return comfyui === undefined && changes.length === 0
}
