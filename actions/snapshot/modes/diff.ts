import { plain } from '../../base/markdown.ts'
import { commitsAtHand } from '../../nodes/diff/at-hand.ts'
import { diffSnapshots, isSame } from '../../nodes/diff/diff.ts'
import { diffMarkdown } from '../../nodes/diff/markdown.ts'
import { digestOf } from '../../nodes/file/canonical.ts'
import { openGit } from '../../nodes/git/git.ts'
import { objectsAtHand } from '../histories.ts'
import type { Mode } from '../mode.ts'
import { nodesIn } from '../report/counts.ts'
import { diffText } from '../report/diff.ts'
import { openStates } from '../states.ts'

export const diff: Mode = async (task) => {
  const [from, to] = await openStates(task)
  const found = diffSnapshots(from.snapshot, to.snapshot)
  const git = openGit(task.services)
  const commits = await commitsAtHand(found, (url) => objectsAtHand(url, task), git)
  const markdown = diffMarkdown(found, commits)
  return {
    outputs: {
      digest: digestOf(to.snapshot),
      nodes: String(nodesIn(to.snapshot)),
      changed: String(!isSame(found)),
    },
    document: {
      mode: 'diff',
      from: from.file,
      to: to.file,
      diff: found,
      commits: Object.fromEntries(commits),
    },
    text: diffText(found, commits),
    markdown: `## ${plain(to.file)} against ${plain(from.file)}\n\n${markdown}`,
  }
}
