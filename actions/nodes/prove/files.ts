import { join } from 'node:path'
import { CancelledError, isUserError, messageOf } from '../../base/errors.ts'
import type { Git } from '../git/git.ts'
import { alikeOf } from './alike.ts'
import { type CommitFiles, readCommit } from './commit.ts'
import { judgeExtras } from './extras.ts'
import { type BytePath, folderAt, shown } from './paths.ts'
import type { Difference, Proof } from './proof.ts'
import { readText } from './read-text.ts'
import { openRepository, type StoredRepository } from './repository.ts'
import { readSettings, unusualSettings } from './settings.ts'
import { walkFolder } from './walk.ts'

export interface ProofOptions {
  /** Files that a tracked .gitignore names may lie there: its install script was allowed to make them. */
  generated: boolean
  /** Of a mounted image: links lead nowhere else. */
  root?: string
  /** Below this folder only the commit's own files count. */
  apart?: string
}

/** Whether a node's folder is its commit, byte for byte. Nothing in its `.git` is believed. */
export async function proveFiles(
  folder: string,
  commit: string,
  git: Git,
  options: ProofOptions,
): Promise<Proof> {
  const repository = await openRepository(folder, options.root)
  if (!repository) return nothingProven(whole('repository', commit, 'no .git'))
  const proof = nothingProven(...differencesOf(repository, commit))
  // Against what is checked out: of another commit every single file would differ.
  const at = repository.head ?? commit
  const files = await readFiles(git, repository.objects, at)
  if (typeof files === 'string') proof.differences.push(whole('objects', `commit ${at}`, files))
  else {
    if (at === commit) proof.tree = files.tree
    await compareFolder(proof, folder, files, git, options)
  }
  return proof
}

function nothingProven(...differences: Difference[]): Proof {
  return { tree: undefined, differences, ignored: [], submodules: [] }
}

function whole(what: string, expected: string, actual: string): Difference {
  return { path: '', what, expected, actual }
}

function differencesOf(repository: StoredRepository, commit: string): Difference[] {
  const { head, settings, elsewhere, hooks } = repository
  return [
    ...(head === commit ? [] : [whole('commit', commit, head ?? 'a HEAD that leads nowhere')]),
    ...unusualSettings(settings, elsewhere).map((setting) => ({
      ...{ path: '.git/config', what: 'setting', expected: 'none of its own', actual: setting },
    })),
    ...hooks.map((hook) => ({ path: `.git/hooks/${hook}`, what: 'hook', expected: 'none', actual: 'there' })),
  ]
}

/** A store that does not hold the commit is told, whatever it holds instead. */
async function readFiles(git: Git, objects: string, commit: string): Promise<CommitFiles | string> {
  try {
    return await readCommit(git, objects, commit)
  } catch (error) {
    if (isUserError(error) || error instanceof CancelledError) throw error
    return messageOf(error)
  }
}

async function compareFolder(
  proof: Proof,
  folder: string,
  files: CommitFiles,
  git: Git,
  options: ProofOptions,
): Promise<void> {
  leaveEmpty(files, folder)
  const walked = await walkFolder(folder, files)
  const alike = await alikeOf(folder, walked.changed, git)
  const changed = walked.changed.filter(({ path }) => !alike.has(path))
  const { apart } = options
  const extra =
    apart === undefined
      ? walked.extra
      : walked.extra.filter(({ path }) => !`${path}/`.startsWith(`${apart}/`))
  const extras = await judgeExtras(folder, extra, git, options.generated)
  proof.ignored.push(...extras.ignored)
  proof.differences.push(
    ...walked.differences,
    ...changed.map(({ path, entry, actual }) => ({
      ...{ path: shown(path), what: 'content', expected: entry.hash, actual },
    })),
    ...extras.differences,
  )
  for (const { path, commit } of walked.submodules)
    addSubmodule(proof, path, commit, await proveSubmodule(folder, path, commit, git, options))
}

/** Git knows no repository for a submodule that .gitmodules doesn't name: where it would be stays an empty folder. */
function leaveEmpty({ files, folders }: CommitFiles, folder: string): void {
  const { values } = readSettings(readText(join(folder, '.gitmodules')) ?? '')
  const named = new Set(
    [...values].flatMap(([key, path]) => (/^submodule\..+\.path$/s.test(key) ? [path] : [])),
  )
  for (const [path, { kind }] of files) {
    if (kind !== 'submodule' || named.has(shown(path).replace(/\/$/, ''))) continue
    files.delete(path)
    folders.add(path)
  }
}

async function proveSubmodule(
  folder: string,
  path: BytePath,
  commit: string,
  git: Git,
  options: ProofOptions,
): Promise<Proof> {
  const place = folderAt(folder, path)
  return place === undefined
    ? nothingProven(whole('repository', commit, 'a folder whose name is no text'))
    : proveFiles(place, commit, git, options)
}

function addSubmodule(proof: Proof, path: BytePath, commit: string, found: Proof): void {
  const name = shown(path)
  const below = (rest: string) => `${name}/${rest}`
  proof.submodules.push({ path: name, commit, tree: found.tree })
  proof.submodules.push(...found.submodules.map((each) => ({ ...each, path: below(each.path) })))
  proof.ignored.push(...found.ignored.map(below))
  for (const difference of found.differences)
    proof.differences.push(
      difference.path === ''
        ? { ...difference, path: name, what: `submodule ${difference.what}` }
        : { ...difference, path: below(difference.path) },
    )
}
