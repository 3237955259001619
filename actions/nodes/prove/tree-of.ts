import { lstatSync } from 'node:fs'
import { isCompiled } from './compiled.ts'
import { hashFile, hashLink, hashObject } from './hash-file.ts'
import { type BytePath, inner, placeOf, shown } from './paths.ts'
import { entriesOf } from './walk.ts'

interface TreeEntry {
  mode: '100644' | '100755' | '120000' | '160000' | '40000'
  name: BytePath
  hash: string
}

/**
 * Git's hash of the files that lie in a folder, which needs no repository: what a lock says of one can be held against it.
 * Where submodules lie only the lock tells.
 */
export function treeOf(
  folder: string,
  submodules: Readonly<Record<string, { commit: string }>>,
  at: BytePath = '',
): string | undefined {
  const entries = entriesOf(folder, at).flatMap((found): TreeEntry[] => {
    const name = found.name.toString('latin1')
    const path = inner(at, name)
    if (path === '.git' || (found.isFile() && isCompiled(folder, path))) return []
    // A file may be called like what every object has, `constructor`.
    const submodule = Object.hasOwn(submodules, shown(path)) ? submodules[shown(path)] : undefined
    if (submodule) return [{ mode: '160000', name, hash: submodule.commit }]
    if (!found.isDirectory()) return [{ name, ...fileAt(placeOf(folder, path)) }]
    // Git knows no empty folders.
    const hash = treeOf(folder, submodules, path)
    return hash === undefined ? [] : [{ mode: '40000', name, hash }]
  })
  return entries.length === 0 && at !== '' ? undefined : hashTree(entries)
}

function fileAt(place: string | Buffer): Omit<TreeEntry, 'name'> {
  const found = lstatSync(place)
  if (found.isSymbolicLink()) return { mode: '120000', hash: hashLink(place) }
  if (!found.isFile()) return { mode: '100644', hash: '0'.repeat(40) }
  return { mode: (found.mode & 0o100) !== 0 ? '100755' : '100644', hash: hashFile(place) }
}

/** In git's order, in which a folder's name ends with a slash. */
function hashTree(entries: readonly TreeEntry[]): string {
  const key = ({ mode, name }: TreeEntry) => (mode === '40000' ? `${name}/` : name)
  const sorted = entries.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  const parts = sorted.flatMap(({ mode, name, hash }) => [
    Buffer.from(`${mode} ${name}\0`, 'latin1'),
    Buffer.from(hash, 'hex'),
  ])
  return hashObject('tree', Buffer.concat(parts))
}
