import { appendFile, lstat, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { UserError } from '../../base/errors.ts'
import { writeTree } from '../git/checkout.ts'
import { fetchCommit, type Source } from '../git/fetch.ts'
import { makeGitFolder } from '../git/folder.ts'
import type { Git } from '../git/git.ts'
import { judgePaths } from '../git/paths.ts'
import { commitTime, setTimes, setTimesOf } from '../git/times.ts'
import { type CommitFiles, readCommit } from '../prove/commit.ts'
import { placeOf, shown } from '../prove/paths.ts'
import type { StoredRepository } from '../prove/repository.ts'
import type { Snapshot } from '../snapshot.ts'
import { type Core, differencesOfCore } from './core.ts'
import { move } from './move.ts'

/** Brings what the core's own repository lacks to a git folder of ours. */
export async function stageCore(core: Core, source: Source, gitDir: string): Promise<void> {
  await makeGitFolder(gitDir, core.url)
  if (!core.whole) await fetchCommit(source, core, gitDir)
  const files = await readCommit(source.git, objectsOf(core, gitDir), core.commit)
  judgePaths(files)
  await judgeLinks(core.folder, files)
}

/** git would put folders of its own in their stead, and what they lead to would be lost from sight. */
async function judgeLinks(folder: string, { folders }: CommitFiles): Promise<void> {
  for (const path of folders) {
    const found = await lstat(placeOf(folder, path)).catch(() => undefined)
    if (found?.isSymbolicLink())
      throw new UserError(
        'IMG8703',
        `${shown(path)} in ${folder} is a symbolic link, and a folder of its commit.`,
        {
          hint: 'Keep the real folder there and link to it from elsewhere, or set `comfyui` to none.',
        },
      )
  }
}

function objectsOf({ whole, repository }: Core, gitDir: string): string {
  return whole && repository ? repository.objects : join(gitDir, 'objects')
}

/**
 * In place, as the folder also holds what is not ours: models, the user's settings, nodes. HEAD comes last: until then a
 * second run begins anew. Branches and history that were there stay.
 */
export async function switchCore(core: Core, snapshot: Snapshot, git: Git, staged: string): Promise<void> {
  const { folder, commit, repository } = core
  await rm(join(staged, 'refs', 'restored'), { recursive: true, force: true })
  const gitDir = repository ? staged : await beginRepository(folder, staged)
  const objects = objectsOf(core, gitDir)
  const files = await readCommit(git, objects, commit)
  if (repository) await removeFormer(core, repository, files, git)
  await writeTree(git, { gitDir, workTree: folder, commit, objects })
  const seconds = await commitTime(git, { objects }, commit)
  setTimesOf(folder, [...files.files.keys()], seconds)
  if (repository) await takeOver(core, repository, gitDir)
  await writeHead(folder, commit)
  if (!repository) await setTimes(gitDir, seconds)
  const [difference] = await differencesOfCore(folder, snapshot, git)
  if (difference === undefined) return
  throw new UserError('IMG8711', `It is not ${commit}: ${difference}.`, {
    hint: 'Take away what is not ComfyUI’s own, or start with an empty folder.',
  })
}

/** Before any file, so that a second run knows whose they are. */
async function beginRepository(folder: string, staged: string): Promise<string> {
  const own = join(folder, '.git')
  await move(staged, own)
  return own
}

async function writeHead(folder: string, commit: string): Promise<void> {
  const own = join(folder, '.git')
  await writeFile(join(own, 'HEAD.new'), `${commit}\n`)
  await rename(join(own, 'HEAD.new'), join(own, 'HEAD'))
}

/** Files of the commit before that this one no longer has. */
async function removeFormer(
  { folder }: Core,
  { head, objects }: StoredRepository,
  { files }: CommitFiles,
  git: Git,
): Promise<void> {
  if (head === undefined) return
  const former = await readCommit(git, objects, head).catch(() => undefined)
  const root = await realpath(folder)
  for (const path of former?.files.keys() ?? []) {
    if (files.has(path)) continue
    const place = placeOf(folder, path)
    const found = await lstat(place).catch(() => undefined)
    if (!found || found.isDirectory()) continue
    // Through a link of the user's it would be a file of somebody else's.
    const parent = await realpath(dirname(place.toString()))
    if (parent === root || parent.startsWith(root + sep)) await rm(place, { force: true })
  }
}

async function takeOver(
  { folder, whole }: Core,
  { objects }: StoredRepository,
  gitDir: string,
): Promise<void> {
  const own = join(folder, '.git')
  if (!whole) {
    const packs = join(gitDir, 'objects', 'pack')
    // An index of a pack that isn't there yet would be in git's way.
    const names = (await readdir(packs)).sort(
      (a, b) => Number(a.endsWith('.idx')) - Number(b.endsWith('.idx')),
    )
    for (const name of names) await move(join(packs, name), join(objects, 'pack', name))
    const shallow = await readFile(join(gitDir, 'shallow'), 'utf8').catch(() => '')
    await appendFile(join(own, 'shallow'), shallow)
  }
  await move(join(gitDir, 'index'), join(own, 'index'))
}
