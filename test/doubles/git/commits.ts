import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dateOf } from './history.ts'
import { AUTHOR, git } from './process.ts'
import type { Repository } from './repositories.ts'

export interface Change {
  /** `main` unless told. */
  branch?: string
  /** The branch's newest commit unless told. */
  parent?: string
  message?: string
  /** In seconds; a day after the commit before unless told. */
  date?: number
}

/** A tree's entry, with any name and mode that one likes to give it. */
export interface Entry {
  mode: '100644' | '100755' | '120000' | '160000' | '40000'
  name: string | Uint8Array
  /** A file's bytes, a link's target, a submodule's commit, or what is in a folder. */
  content: string | readonly Entry[]
}

/** A commit with changed files; a new branch begins at its parent. */
export async function addCommit(
  repository: Repository,
  files: Readonly<Record<string, string | null>>,
  { branch = 'main', parent, message = 'A change', date }: Change,
): Promise<string> {
  const { path, commits } = repository
  const from = parent ?? (await git(path, ['rev-parse', `refs/heads/${branch}`]))
  const changes = Object.entries(files).map(([name, text]) =>
    text === null ? `D ${name}` : `M 100644 inline ${name}\ndata ${Buffer.byteLength(text)}\n${text}`,
  )
  const stream = [
    `commit refs/heads/${branch}`,
    `committer ${AUTHOR} ${date ?? dateOf(commits.length)} +0000`,
    `data ${Buffer.byteLength(message)}\n${message}`,
    `from ${from}`,
    ...changes,
    '',
    'done\n',
  ].join('\n')
  await git(path, ['fast-import', '--quiet', '--done', '--force'], stream)
  const made = await git(path, ['rev-parse', `refs/heads/${branch}`])
  if (branch === 'main') commits.push(made)
  return made
}

/** Written object by object, as git refuses to add such entries. */
export async function hostileCommit(repository: Repository, entries: readonly Entry[]): Promise<string> {
  const { path, commits } = repository
  const tree = await writeTree(path, entries)
  const parent = await git(path, ['rev-parse', 'refs/heads/main'])
  const when = `${AUTHOR} ${dateOf(commits.length)} +0000`
  const text = `tree ${tree}\nparent ${parent}\nauthor ${when}\ncommitter ${when}\n\nA change\n`
  const made = await writeObject(path, 'commit', text)
  await git(path, ['update-ref', 'refs/heads/main', made])
  commits.push(made)
  return made
}

async function writeTree(path: string, entries: readonly Entry[]): Promise<string> {
  const parts: Uint8Array[] = []
  for (const { mode, name, content } of entries) {
    const hash = await hashOf(path, mode, content)
    parts.push(Buffer.from(`${mode} `), Buffer.from(name), Buffer.from([0]), Buffer.from(hash, 'hex'))
  }
  return writeObject(path, 'tree', Buffer.concat(parts))
}

async function hashOf(path: string, mode: string, content: Entry['content']): Promise<string> {
  if (typeof content !== 'string') return writeTree(path, content)
  return mode === '160000' ? content : writeObject(path, 'blob', content)
}

function writeObject(path: string, type: string, content: string | Uint8Array): Promise<string> {
  return git(path, ['hash-object', '-w', '--literally', '-t', type, '--stdin'], content)
}

/** The repository is gone, as if its owner had taken it down. */
export async function takeDown({ path }: Repository): Promise<void> {
  await rm(path, { recursive: true, force: true })
  await rm(join(path.slice(0, -'.git'.length)), { force: true })
}
