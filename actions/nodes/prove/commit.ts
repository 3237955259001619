import type { Git } from '../git/git.ts'
import { hashObject } from './hash-file.ts'
import { bytesFrom } from './output.ts'
import { type BytePath, inner } from './paths.ts'

export interface Entry {
  kind: 'file' | 'program' | 'link' | 'submodule'
  /** Of its bytes; of a submodule its commit. */
  hash: string
}

export interface CommitFiles {
  /** Git's hash of all of it. */
  tree: string
  files: Map<BytePath, Entry>
  folders: Set<BytePath>
}

/** More than any node has; small trees can stand for a number of files without end. */
const MOST_FILES = 1_000_000

/** What a commit consists of, read from a store of objects that may hold anything: every one of them is hashed again. */
export async function readCommit(git: Git, objects: string, commit: string): Promise<CommitFiles> {
  const known = await readObjects(git, objects, await namesOf(git, objects, commit))
  const [, tree] = /^tree ([0-9a-f]{40})\n/.exec(textOf(known, commit)) ?? []
  if (tree === undefined) throw new Error(`${commit} is no commit`)
  const found: CommitFiles = { tree, files: new Map(), folders: new Set() }
  addTree(found, known, tree, '')
  return found
}

/** Of the commit itself and all of its trees, each once. */
async function namesOf(git: Git, objects: string, commit: string): Promise<string[]> {
  const args = ['--no-walk', '--objects', '--no-object-names', '--filter=blob:none', commit]
  const listed = await output(git, objects, ['rev-list', ...args])
  return listed.toString('latin1').split('\n').filter(Boolean)
}

async function readObjects(
  git: Git,
  objects: string,
  names: readonly string[],
): Promise<Map<string, Buffer>> {
  const bytes = await output(git, objects, ['cat-file', '--batch'], `${names.join('\n')}\n`)
  const known = new Map<string, Buffer>()
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\n', at)
    const [name = '', type = '', size = ''] = bytes.toString('latin1', at, end).split(' ')
    if (size === '') throw new Error(`the object ${name} is missing`)
    const content = bytes.subarray(end + 1, end + 1 + Number(size))
    if (hashObject(type, content) !== name) throw new Error(`the object ${name} holds something else`)
    known.set(name, content)
    at = end + 1 + content.length + 1
  }
  return known
}

async function output(git: Git, objects: string, args: readonly string[], input = ''): Promise<Buffer> {
  const { exitCode, stderr, bytes } = await bytesFrom(git, args, { objects, input })
  if (exitCode === 0) return bytes
  throw new Error((stderr.trim().split('\n').at(-1) ?? '').replace(/^(fatal|error): /, ''))
}

function textOf(known: ReadonlyMap<string, Buffer>, name: string): string {
  return known.get(name)?.toString('latin1') ?? ''
}

function addTree(
  found: CommitFiles,
  known: ReadonlyMap<string, Buffer>,
  tree: string,
  folder: BytePath,
): void {
  const bytes = known.get(tree)
  if (!bytes) throw new Error(`the object ${tree} is missing`)
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at)
    const [, mode = '', name = ''] = /^(\d+) (.*)$/s.exec(bytes.toString('latin1', at, end)) ?? []
    const hash = bytes.toString('hex', end + 1, end + 21)
    at = end + 21
    if (!isName(name)) throw new Error(`it has an entry ${JSON.stringify(name)}, which no folder can have`)
    const path = inner(folder, name)
    const kind = kindOf(mode)
    if (kind !== 'folder') found.files.set(path, { kind, hash })
    else {
      found.folders.add(path)
      addTree(found, known, hash, path)
    }
    if (found.files.size + found.folders.size > MOST_FILES) throw new Error('it has too many files')
  }
}

/** What would lead out of the folder, or into its repository, is no file of anybody's. */
function isName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !name.includes('/') && name !== '.git'
}

function kindOf(mode: string): Entry['kind'] | 'folder' {
  if (mode === '40000' || mode === '040000') return 'folder'
  if (mode === '120000') return 'link'
  if (mode === '160000') return 'submodule'
  return (Number.parseInt(mode, 8) & 0o100) !== 0 ? 'program' : 'file'
}
