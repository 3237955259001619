import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs'
import type { CommitFiles, Entry } from './commit.ts'
import { hashFile, hashLink } from './hash-file.ts'
import { type BytePath, inner, placeOf, shown } from './paths.ts'
import type { Difference } from './proof.ts'

/** How a folder stands to the files of a commit. */
export interface Walked {
  differences: Difference[]
  /** Their bytes are not those of the commit. */
  changed: { path: BytePath; entry: Entry; actual: string }[]
  /** The commit has nothing under these paths. */
  extra: { path: BytePath; kind: 'folder' | 'file' | 'other' }[]
  submodules: { path: BytePath; commit: string }[]
}

/** So many files are looked at until others get their turn: whoever wants to end the run is heard. */
const BREATH = 64

export async function walkFolder(root: string, wanted: CommitFiles): Promise<Walked> {
  const walked: Walked = { differences: [], changed: [], extra: [], submodules: [] }
  const missing = new Map(wanted.files)
  const left: BytePath[] = ['']
  let looked = 0
  for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
    const at = folder
    for (const found of attempt(walked, at, () => entriesOf(root, at), [])) {
      const path = inner(folder, found.name.toString('latin1'))
      if (path === '.git') continue
      if (++looked % BREATH === 0) await new Promise(setImmediate)
      const entry = wanted.files.get(path)
      if (entry) {
        missing.delete(path)
        attempt(walked, path, () => compare(walked, root, path, entry), undefined)
      } else if (wanted.folders.has(path) && found.isDirectory()) left.push(path)
      else walked.extra.push({ path, kind: kindOfEntry(found) })
    }
  }
  for (const [path, { kind }] of missing)
    walked.differences.push(difference(path, kindName(kind), 'there', 'missing'))
  return walked
}

export function kindOfEntry(found: Dirent<Buffer>): 'folder' | 'file' | 'other' {
  if (found.isDirectory()) return 'folder'
  return found.isFile() ? 'file' : 'other'
}

export function entriesOf(root: string, folder: BytePath): Dirent<Buffer>[] {
  return readdirSync(placeOf(root, folder), { encoding: 'buffer', withFileTypes: true })
}

function compare(walked: Walked, root: string, path: BytePath, entry: Entry): void {
  const place = placeOf(root, path)
  const found = lstatSync(place)
  const kind = kindOf(found)
  const wanted = kindName(entry.kind)
  if (wanted !== kind) walked.differences.push(difference(path, wanted, 'there', `a ${kind}`))
  else if (entry.kind === 'submodule') walked.submodules.push({ path, commit: entry.hash })
  else {
    const actual = kind === 'link' ? hashLink(place) : hashFile(place)
    if (actual !== entry.hash) walked.changed.push({ path, entry, actual })
    const mode = modeOf(found)
    const expected = entry.kind === 'program' ? 'executable' : 'not executable'
    if (kind === 'file' && mode !== expected)
      walked.differences.push(difference(path, 'mode', expected, mode))
  }
}

function difference(path: BytePath, what: string, expected: string, actual: string): Difference {
  return { path: shown(path), what, expected, actual }
}

/** Another user's file, or one that went away meanwhile, is no reason to say nothing of all the others. */
function attempt<T>(walked: Walked, path: BytePath, look: () => T, otherwise: T): T {
  try {
    return look()
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException
    walked.differences.push(difference(path, 'content', 'readable', code))
    return otherwise
  }
}

function kindName(kind: Entry['kind']): string {
  return kind === 'program' ? 'file' : kind
}

/** Where a submodule belongs, any folder is taken for one; what is in it is looked at then. */
function kindOf(found: Stats): string {
  if (found.isFile()) return 'file'
  if (found.isSymbolicLink()) return 'link'
  return found.isDirectory() ? 'submodule' : 'device'
}

/** Git knows no other modes; who runs a program with its owner's rights wants to be named all the same. */
function modeOf({ mode }: Stats): string {
  if ((mode & 0o6000) !== 0) return (mode & 0o7777).toString(8)
  return (mode & 0o100) !== 0 ? 'executable' : 'not executable'
}
