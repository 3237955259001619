import { type Entry, validateFileName } from 'yauzl'
import { UserError } from '../../base/errors.ts'

const COUNT = 50_000
const EXPANDED = 4 * 1024 ** 3
const KIND = 0o170000
const LINK = 0o120000
/** Zip files that were not made on a Unix say nothing. */
const KINDS: ReadonlySet<number> = new Set([0, 0o100000, 0o040000])

export interface Limits {
  count: number
  expanded: number
}
export const LIMITS: Limits = { count: COUNT, expanded: EXPANDED }

/** Judges an archive's table of contents, before anything of it is written. */
export function judgeEntries(entries: readonly Entry[], limits: Limits = LIMITS): void {
  if (entries.length === 0) throw bad('is empty')
  if (entries.length > limits.count) throw bad(`has more than ${limits.count} entries`)
  const expanded = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (expanded > limits.expanded)
    throw bad(`expands to more than ${Math.ceil(limits.expanded / 1024 ** 2)} MB`)
  for (const entry of entries) judgeEntry(entry)
  judgePlaces(entries)
}

export function isFolder(entry: Entry): boolean {
  return entry.fileName.endsWith('/')
}

function judgeEntry(entry: Entry): void {
  const name = JSON.stringify(entry.fileName)
  const kind = (entry.externalFileAttributes >>> 16) & KIND
  const parts = partsOf(entry)
  if (validateFileName(entry.fileName) !== null || parts.includes('..'))
    throw bad(`names ${name}, a path outside of it`)
  if (parts.some((part) => part === '' || part === '.')) throw bad(`names ${name}, which is no plain path`)
  // What the tracking file couldn't say, as it has a line for each.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be
  if (/[\u0000-\u001f\u007f]/.test(entry.fileName)) throw bad(`names ${name}, with a control character`)
  if (parts.some((part) => part.toLowerCase() === '.git')) throw bad(`names ${name}, which git would believe`)
  if (parts[0] === '.tracking' && (isFolder(entry) || parts.length > 1))
    throw bad(`names ${name}, where the list of its files goes`)
  if (kind === LINK) throw bad(`has ${name}, a symbolic link`)
  if (!KINDS.has(kind)) throw bad(`has ${name}, which is neither a file nor a folder`)
  if (entry.isEncrypted()) throw bad(`has ${name} encrypted`)
}

/** Each path is there once, and is a file or a folder, also where upper and lower case are the same. */
function judgePlaces(entries: readonly Entry[]): void {
  const places = new Map<string, { path: string; file: boolean }>()
  for (const entry of entries) {
    const parts = partsOf(entry)
    parts.forEach((_, index) => {
      const path = parts.slice(0, index + 1).join('/')
      const file = index === parts.length - 1 && !isFolder(entry)
      const key = path.normalize('NFC').toLowerCase()
      const other = places.get(key)
      if (other && (other.path !== path || other.file || file))
        throw bad(`has two of ${JSON.stringify(path)}`)
      places.set(key, { path, file })
    })
  }
}

function partsOf(entry: Entry): string[] {
  return entry.fileName.replace(/\/$/, '').split('/')
}

function bad(what: string): UserError {
  return new UserError('IMG8506', `Its archive ${what}.`, {
    hint: 'Nothing of it was unpacked; tell the publisher, or take another version.',
  })
}
