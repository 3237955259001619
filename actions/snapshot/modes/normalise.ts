import { plain } from '../../base/markdown.ts'
import { digestOf, normalise } from '../../nodes/file/canonical.ts'
import type { FileMode } from '../mode.ts'
import { countsOf } from '../report/counts.ts'
import { writeSnapshot, writtenOutputs } from '../write.ts'

export const normaliseFile: FileMode = async (task) => {
  const snapshot = normalise(task.read.snapshot)
  const written = await writeSnapshot(snapshot, task)
  const { file, changed } = written
  const what = changed
    ? `${file} is written in its canonical form`
    : `${file} is in its canonical form already`
  return {
    outputs: writtenOutputs(snapshot, written),
    document: { mode: 'normalise', file, changed, digest: digestOf(snapshot), snapshot },
    text: `${what}: ${countsOf(snapshot)}.\n${digestOf(snapshot)}\n`,
    markdown: `## ${plain(what)}\n\n${countsOf(snapshot)}. \`${digestOf(snapshot)}\``,
  }
}
