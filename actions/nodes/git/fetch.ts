import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../base/errors.ts'
import type { Log } from '../../base/log.ts'
import type { BareCache } from './cache.ts'
import { GitFailure } from './failures.ts'
import { makeGitFolder } from './folder.ts'
import type { Git } from './git.ts'

export interface Source {
  git: Git
  log: Log
  cache: BareCache | undefined
}

/** A commit of a repository, by the repository's normal address. */
export interface Pinned {
  url: string
  commit: string
}

/** Brings exactly this commit, without its history, into a git folder that we made; from the cache, where that has it. */
export async function fetchCommit(
  { git, log, cache }: Source,
  pinned: Pinned,
  gitDir: string,
): Promise<void> {
  const stored = await cache?.hold(pinned, (path) => download(git, pinned, path))
  if (stored !== undefined) {
    try {
      return await copy(git, stored, pinned.commit, gitDir)
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error
      log.warn(`The cache of ${pinned.url} is of no use: ${error.message}`)
    }
  }
  await download(git, pinned, gitDir)
}

/** A git folder that we made, or somebody's objects. */
export type Store = { gitDir: string } | { objects: string }

export async function has(git: Git, store: Store, commit: string): Promise<boolean> {
  const { exitCode } = await git.run(['cat-file', '-e', `${commit}^{commit}`], { ...store, anyExit: true })
  return exitCode === 0
}

/** With all of its files, which a partial clone does not have. */
export async function isWhole(git: Git, store: Store, commit: string): Promise<boolean> {
  const args = ['rev-list', '--objects', '--no-walk', '--quiet', commit]
  const { exitCode } = await git.run(args, { ...store, anyExit: true })
  return exitCode === 0
}

/** From the remote by its hash; where it gives none but branches and tags, by these. */
async function download(git: Git, { url, commit }: Pinned, gitDir: string): Promise<void> {
  try {
    await git.run(fetching(url, commit), { gitDir, remote: url })
  } catch (error) {
    if (!(error instanceof GitFailure) || error.kind !== 'not given') throw error
    await downloadAmongAll(git, { url, commit }, gitDir)
  }
}

async function downloadAmongAll(git: Git, { url, commit }: Pinned, gitDir: string): Promise<void> {
  // Of its own: what somebody left who was killed is in nobody's way.
  const whole = await mkdtemp(join(gitDir, 'whole-'))
  try {
    await makeGitFolder(whole)
    const all = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*']
    await git.run(['fetch', ...QUIET, '--no-tags', '--', url, ...all], { gitDir: whole, remote: url })
    if (!(await has(git, { gitDir: whole }, commit))) throw removed(url, commit)
    await copy(git, whole, commit, gitDir)
  } finally {
    await rm(whole, { recursive: true, force: true })
  }
}

/** Whose the repository is does not matter: what is read from it is proven. */
const UPLOAD_PACK = "--upload-pack=git -c safe.directory='*' upload-pack"

async function copy(git: Git, from: string, commit: string, gitDir: string): Promise<void> {
  const [verb = '', ...rest] = fetching(from, commit)
  await git.run([verb, UPLOAD_PACK, ...rest], { gitDir, remote: from, local: true })
}

const QUIET = ['--quiet', '--no-write-fetch-head', '--no-auto-maintenance', '--no-recurse-submodules']

function fetching(from: string, commit: string): string[] {
  // Named, so that no later tidying up takes it away.
  return ['fetch', ...QUIET, '--no-tags', '--depth=1', '--', from, `${commit}:refs/restored/${commit}`]
}

function removed(url: string, commit: string): UserError {
  return new UserError('IMG8401', `${url} has no commit ${commit} any more.`, {
    hint: 'Its author has probably pushed another history over it (force-push): review what is there now, and pin that.',
  })
}
