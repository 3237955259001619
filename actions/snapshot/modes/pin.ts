import { code, plain, table } from '../../base/markdown.ts'
import { digestOf } from '../../nodes/file/canonical.ts'
import { repositoryOf } from '../../nodes/names.ts'
import type { FileMode } from '../mode.ts'
import { pinned } from '../pinned.ts'
import { counted } from '../report/counts.ts'
import { outputFile, writeSnapshot, writtenOutputs } from '../write.ts'

/** Each branch and tag becomes the commit that it is at now. */
export const pin: FileMode = async (task) => {
  outputFile(task)
  const { snapshot, resolved } = await pinned(task.read.snapshot, task)
  const written = await writeSnapshot(snapshot, task)
  const { file, changed } = written
  const what =
    resolved.length === 0
      ? `${file} names commits only`
      : `${counted(resolved.length, 'branch or tag').replace(/tags$/, 'tags')} pinned in ${file}`
  const rows = resolved.map(({ url, from, commit }) => [plain(repositoryOf(url)), code(from), code(commit)])
  return {
    outputs: writtenOutputs(snapshot, written),
    document: { mode: 'pin', file, changed, digest: digestOf(snapshot), resolved, snapshot },
    text: [
      `${what}.`,
      ...resolved.map(({ url, from, commit }) => `  ${repositoryOf(url)}: ${from} is ${commit}`),
      `${digestOf(snapshot)}\n`,
    ].join('\n'),
    markdown: [
      `## ${plain(what)}`,
      ...(rows.length === 0 ? [] : [table(['Node', 'Named', 'Commit'], rows)]),
      `\`${digestOf(snapshot)}\``,
    ].join('\n\n'),
  }
}
