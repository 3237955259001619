import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { type Digest, hexOf, shortDigest } from '../../base/digest.ts'
import { digestSchema } from '../../base/digest-schema.ts'
import { InputError, UserError } from '../../base/errors.ts'
import { readDocument, type Told } from '../../base/schema.ts'
import { canonicalText, digestOf } from '../file/canonical.ts'
import { type ReadSnapshot, readSnapshot } from '../file/read.ts'
import type { Snapshot } from '../snapshot.ts'

const entry = z.strictObject({ digest: digestSchema, added: z.string() })
const index = z.strictObject({ schema: z.literal(1), snapshots: z.array(entry) })

/** A snapshot that a folder keeps. */
export type Archived = z.infer<typeof entry>

/** What of a folder changes; null: the file goes. */
export type Files = ReadonlyMap<string, string | null>

/** A checkout knows no dates of its files. */
const INDEX = 'index.json'
const FILE = /^sha256-[0-9a-f]{12}\.json$/

export function archiveFile(digest: Digest): string {
  return `sha256-${shortDigest(digest)}.json`
}

/** The newest first; a folder that isn't there keeps nothing. */
export async function readArchive(folder: string): Promise<Archived[]> {
  const file = join(folder, INDEX)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text !== undefined) return readDocument(index, text, toldOf(file)).snapshots
  const names = (await readdir(folder).catch(() => [])).filter((name) => FILE.test(name))
  const found = names.map(async (name) => {
    const { snapshot } = readSnapshot(await readFile(join(folder, name), 'utf8'), join(folder, name))
    return { digest: digestOf(snapshot), added: '' }
  })
  return Promise.all(found)
}

function toldOf(what: string): Told {
  return {
    what,
    code: 'IMG8107',
    hint: 'Remove it: the next update writes it anew, and what lies beside it stays.',
  }
}

/** Adds snapshots, the newest last, and lets those go that are beyond the number to retain. */
export function archived(
  present: readonly Archived[],
  snapshots: readonly Snapshot[],
  { retain, now }: { retain: number; now: number },
): Files {
  const added = new Date(now).toISOString()
  let kept = [...present]
  const files = new Map<string, string | null>()
  for (const snapshot of snapshots) {
    const digest = digestOf(snapshot)
    const known = kept.find((each) => each.digest === digest)
    kept = [{ digest, added: known?.added ?? added }, ...kept.filter((each) => each !== known)]
    files.set(archiveFile(digest), canonicalText(snapshot))
  }
  for (const { digest } of kept.splice(retain)) {
    if (present.some((each) => each.digest === digest)) files.set(archiveFile(digest), null)
    else files.delete(archiveFile(digest))
  }
  return files.set(INDEX, `${JSON.stringify({ schema: 1, snapshots: kept }, null, 2)}\n`)
}

/** The one that is meant by a digest, or by its beginning as in the file's name. */
export async function fromArchive(folder: string, wanted: string): Promise<ReadSnapshot> {
  const hex = /^(?:sha256[:-])?([0-9a-f]{7,64})(?:\.json)?$/i.exec(wanted.trim())?.[1]?.toLowerCase()
  const present = await readArchive(folder)
  const [found, ...more] = present.filter(({ digest }) => hex !== undefined && hexOf(digest).startsWith(hex))
  if (!found || more.length > 0) throw notOne(wanted, present, more.length > 0)
  const file = join(folder, archiveFile(found.digest))
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new UserError('IMG8107', `The archived snapshot ${file} is not there.`, {
      hint: `Bring it back from the repository's history, or take it out of ${INDEX}.`,
      cause,
    })
  })
  const read = readSnapshot(text, file)
  if (digestOf(read.snapshot) === found.digest) return read
  throw new UserError('IMG8107', `The archived snapshot ${file} is not what its digest says.`, {
    hint: 'Somebody changed it: bring it back from the repository’s history.',
  })
}

function notOne(wanted: string, present: readonly Archived[], several: boolean): InputError {
  const all = present.map(
    ({ digest, added }) => `sha256-${shortDigest(digest)}${added && ` of ${added.slice(0, 10)}`}`,
  )
  return new InputError(
    'IMG8106',
    several
      ? `Input "to" is "${wanted}", which several archived snapshots begin with.`
      : `No archived snapshot is "${wanted}".`,
    {
      hint:
        all.length > 0
          ? `Name one of these: ${all.join(', ')}.`
          : 'Leave out "to": the folder archive-dir keeps none yet.',
    },
  )
}
