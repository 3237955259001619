import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CancelledError, reworded, UserError } from '../../base/errors.ts'
import { readCommit } from '../prove/commit.ts'
import { folderAt, shown } from '../prove/paths.ts'
import { fetchCommit, type Pinned, type Source } from './fetch.ts'
import { makeGitFolder } from './folder.ts'
import type { Git } from './git.ts'
import { judgePaths, refused } from './paths.ts'
import { submodulesOf } from './submodules.ts'

/** Deeper than any repository goes that is used. */
const DEEPEST = 8

/** Puts a commit with its submodules into a folder that isn't there yet, as a checkout that stands at that commit. */
export async function checkOut(
  source: Source,
  pinned: Pinned,
  folder: string,
  allowHosts: readonly string[],
  depth = 0,
): Promise<void> {
  if (depth > DEEPEST) throw refused(`submodules in submodules, deeper than ${DEEPEST}`)
  const { git, log } = source
  const gitDir = join(folder, '.git')
  await mkdir(gitDir, { recursive: true })
  await makeGitFolder(gitDir, pinned.url)
  await fetchCommit(source, pinned, gitDir)
  const files = await readCommitOf(git, gitDir, pinned.commit)
  judgePaths(files)
  const submodules = await submodulesOf(git, gitDir, pinned, files, allowHosts)
  await writeTree(git, { gitDir, workTree: folder, commit: pinned.commit })
  await rm(join(gitDir, 'refs', 'restored'), { recursive: true, force: true })
  await writeFile(join(gitDir, 'HEAD'), `${pinned.commit}\n`)
  for (const path of submodules.withoutAddress)
    log.warn(`${pinned.url} names no address for its submodule ${shown(path)}, which stays empty.`)
  for (const submodule of submodules.list) {
    const place = folderAt(folder, submodule.path)
    if (place === undefined) throw refused(`a submodule at ${shown(submodule.path)}, which is no text`)
    await checkOut(source, submodule, place, allowHosts, depth + 1).catch((error: unknown) => {
      throw ofSubmodule(error, shown(submodule.path))
    })
  }
}

/** Files of the commit, byte for byte; the index says nothing of how they lie on the disk, so that it is always the same. */
export async function writeTree(
  git: Git,
  { commit, ...of }: { gitDir: string; workTree: string; commit: string; objects?: string },
): Promise<void> {
  await git.run(['read-tree', commit], of)
  await git.run(['checkout-index', '--all', '--force', '--quiet'], { ...of, cwd: of.workTree })
}

async function readCommitOf(git: Git, gitDir: string, commit: string) {
  try {
    return await readCommit(git, join(gitDir, 'objects'), commit)
  } catch (error) {
    if (error instanceof CancelledError) throw error
    throw new UserError('IMG8404', `Its commit can’t be used: ${(error as Error).message}.`, {
      hint: 'No tool makes that by accident: tell the node’s author, and don’t use it until you know why.',
      cause: error,
    })
  }
}

function ofSubmodule(error: unknown, path: string): unknown {
  if (!(error instanceof UserError)) return error
  return reworded(error, `In its submodule ${path}: ${error.message}`)
}
