import { createWriteStream } from 'node:fs'
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { isUserError, messageOf, UserError } from '../../base/errors.ts'
import { sentence } from '../../base/printable.ts'
import { isFolder, judgeEntries, LIMITS, type Limits } from './entries.ts'

/** The list of what came with a version, by which ComfyUI-Manager knows a node of the registry. */
export const TRACKING = '.tracking'

/** Unpacks a zip as ComfyUI-Manager does: as it is, with the list beside it. Two times give the same folder. */
export async function unpack(archive: string, into: string, limits: Limits = LIMITS): Promise<void> {
  try {
    const zip = await openPromise(archive, { autoClose: false, strictFileNames: true })
    try {
      await unpackAll(zip, into, limits)
    } finally {
      zip.close()
    }
  } catch (error) {
    if (isUserError(error) || (error as NodeJS.ErrnoException).syscall !== undefined) throw error
    throw new UserError('IMG8506', `Its archive can't be read: ${sentence(messageOf(error))}`, {
      hint: 'Run this again; if it stays so, take another version.',
      cause: error,
    })
  }
}

async function unpackAll(zip: ZipFile, into: string, limits: Limits): Promise<void> {
  if (zip.entryCount > limits.count)
    throw new UserError('IMG8506', `Its archive has more than ${limits.count} entries.`, {
      hint: 'Take another version.',
    })
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  judgeEntries(entries, limits)
  await mkdir(into, { mode: 0o755 })
  for (const entry of entries) await unpackEntry(zip, entry, into)
  await writeFile(join(into, TRACKING), entries.map(({ fileName }) => fileName).join('\n'))
  await setTimes(into, newest(entries))
}

async function unpackEntry(zip: ZipFile, entry: Entry, into: string): Promise<void> {
  const path = join(into, entry.fileName)
  if (isFolder(entry)) {
    await mkdir(path, { recursive: true, mode: 0o755 })
    return
  }
  await mkdir(dirname(path), { recursive: true, mode: 0o755 })
  const content = await zip.openReadStreamPromise(entry)
  await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o644 }))
}

function newest(entries: readonly Entry[]): Date {
  const times = entries.map((entry) =>
    entry.getLastModDate({ timezone: 'UTC', forceDosFormat: true }).getTime(),
  )
  return new Date(Math.max(...times.filter(Number.isFinite), Date.UTC(1980, 0)))
}

/** Of everything below too; what is inside of a folder first, as it changes the folder's own. */
async function setTimes(folder: string, time: Date): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await setTimes(path, time)
    else await utimes(path, time, time)
  }
  await utimes(folder, time, time)
}
