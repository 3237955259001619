import { plain } from '../../base/markdown.ts'
import { digestOf } from '../../nodes/file/canonical.ts'
import { saveSnapshot } from '../../nodes/save/save.ts'
import { installationOf, requireNodes } from '../installation.ts'
import type { Mode } from '../mode.ts'
import { countsOf } from '../report/counts.ts'
import { nodeTable } from '../report/nodes.ts'
import { outputFile, writeSnapshot, writtenOutputs } from '../write.ts'

export const save: Mode = async (task) => {
  // Before an installation is looked through for nothing.
  outputFile(task)
  const from = await installationOf(task)
  await requireNodes(from, task)
  const { snapshot, warnings } = await saveSnapshot(from, task.services)
  for (const warning of warnings) task.services.log.warn(warning)
  const written = await writeSnapshot(snapshot, task)
  const { file, changed } = written
  const what = changed ? `What is installed is saved in ${file}` : `What is installed is in ${file} already`
  return {
    outputs: writtenOutputs(snapshot, written),
    document: { mode: 'save', file, changed, digest: digestOf(snapshot), snapshot, warnings },
    text: `${what}: ${countsOf(snapshot)}.\n${digestOf(snapshot)}\n`,
    markdown: [
      `## ${plain(what)}`,
      `${countsOf(snapshot)}. \`${digestOf(snapshot)}\``,
      nodeTable(snapshot),
      warnings.map((warning) => `- ${plain(warning)}`).join('\n'),
    ]
      .filter(Boolean)
      .join('\n\n'),
  }
}
