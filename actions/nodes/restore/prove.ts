import { proveArchive } from '../archives/prove-archive.ts'
import type { Git } from '../git/git.ts'
import { proveFiles } from '../prove/files.ts'
import { differenceText } from '../prove/proof.ts'
import type { RestoreJob } from './job.ts'
import { mayRun, type WantedNode } from './wanted.ts'

/** What keeps a folder from being this node, byte for byte; empty: nothing. */
export async function differencesOf(
  node: WantedNode,
  folder: string,
  job: Pick<RestoreJob, 'installScripts' | 'lock'>,
  git: Git,
): Promise<string[]> {
  const generated = mayRun(job.installScripts, node.name)
  if ('url' in node.source) {
    const { tree, differences } = await proveFiles(folder, node.source.commit, git, { generated })
    const locked = job.lock?.git[node.source.url]?.tree
    const other = locked !== undefined && tree !== undefined && tree !== locked
    return [
      ...differences.map(differenceText),
      ...(other ? [`files: expected ${locked}, found ${tree}`] : []),
    ]
  }
  const { id, version } = node.source
  const files = job.lock?.registry[id]?.files
  const mismatches = await proveArchive({
    ...{ id, version, folder, generated },
    ...(files === undefined ? {} : { files }),
  })
  return mismatches.map(({ what, expected, actual }) => `${what}: expected ${expected}, found ${actual}`)
}
