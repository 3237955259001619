import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { InputError, messageOf, UserError } from '../base/errors.ts'
import { sentence } from '../base/printable.ts'
import { canonicalText, digestOf } from '../nodes/file/canonical.ts'
import type { Snapshot } from '../nodes/snapshot.ts'
import type { Task } from './mode.ts'

export interface Written {
  /** As the user named it. */
  file: string
  changed: boolean
}

/** Where a snapshot goes; asked for before anything is done. */
export function outputFile({ inputs }: Pick<Task, 'inputs'>): string {
  const file = inputs.output || inputs.snapshot
  if (/\.json$/i.test(file)) return file
  throw new InputError('IMG8105', `"${file}" can't be written: a snapshot is written as JSON.`, {
    hint: 'Name a file that ends with .json in "output".',
  })
}

/** In its canonical form. */
export async function writeSnapshot(
  snapshot: Snapshot,
  task: Pick<Task, 'inputs' | 'path'>,
): Promise<Written> {
  return writeDocument(outputFile(task), canonicalText(snapshot), task)
}

/** A file that holds this text already is left as it is. */
export async function writeDocument(
  file: string,
  text: string,
  { path }: Pick<Task, 'path'>,
): Promise<Written> {
  const place = path(file)
  const before = await readFile(place, 'utf8').catch(() => undefined)
  if (before === text) return { file, changed: false }
  try {
    await mkdir(dirname(place), { recursive: true })
    await writeFile(place, text)
  } catch (cause) {
    throw new UserError('IMG8105', `"${file}" can't be written: ${sentence(messageOf(cause))}`, {
      hint: 'Name a file that may be written in "output".',
      cause,
    })
  }
  return { file, changed: true }
}

/** What every mode that writes a snapshot tells of it. */
export function writtenOutputs(snapshot: Snapshot, { changed }: Written) {
  return {
    digest: digestOf(snapshot),
    nodes: String(snapshot.git.length + snapshot.registry.length + snapshot.files.length),
    changed: String(changed),
  }
}
