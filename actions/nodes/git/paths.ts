import { UserError } from '../../base/errors.ts'
import type { CommitFiles } from '../prove/commit.ts'
import { type BytePath, shown } from '../prove/paths.ts'

/** Characters that some file systems leave out of a name. */
const LEFT_OUT = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g

/** `.git` as any file system may understand it: in capitals, with dots or spaces at its end, by its short name, as a stream. */
export function isGitFolder(name: BytePath): boolean {
  const text = Buffer.from(name, 'latin1').toString('utf8').replace(LEFT_OUT, '').toLowerCase()
  return text.split(/[\\:]/).some((part) => /^(\.git|git~\d+)[. ]*$/.test(part))
}

/** Refuses files that would lie elsewhere than in the node's folder, or in a repository's own. */
export function judgePaths({ files, folders }: CommitFiles): void {
  for (const path of [...files.keys(), ...folders]) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    if (isGitFolder(name)) throw refused(`a file at ${shown(path)}, which is git’s own`)
    if (files.has(path) && folders.has(path)) throw refused(`a file and a folder at ${shown(path)}`)
  }
  if (files.get('.gitmodules')?.kind === 'link') throw refused('a link in place of .gitmodules')
}

export function refused(what: string): UserError {
  return new UserError('IMG8404', `Its commit has ${what}.`, {
    hint: 'No tool makes that by accident: tell the node’s author, and don’t use it until you know why.',
  })
}
