import { plain } from '../../base/markdown.ts'
import { digestOf } from '../../nodes/file/canonical.ts'
import type { FileMode } from '../mode.ts'
import { countsOf, nodesIn } from '../report/counts.ts'
import { nodeTable } from '../report/nodes.ts'

/** All rules were looked at when the file was opened: what comes here has kept them. */
export const validateFile: FileMode = async ({ read, lock }) => {
  const { snapshot, file } = read
  const digest = digestOf(snapshot)
  const facts = `${countsOf(snapshot)}${lock ? ', with its lock' : ''}`
  return {
    outputs: { digest, nodes: String(nodesIn(snapshot)), changed: 'false' },
    document: { mode: 'validate', file, digest, snapshot },
    text: `${file} is valid: ${facts}.\n${digest}\n`,
    markdown: [`## ${plain(file)} is valid`, `${facts}. \`${digest}\``, nodeTable(snapshot)].join('\n\n'),
  }
}
