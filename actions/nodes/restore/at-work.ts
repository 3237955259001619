import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '../../base/errors.ts'

const OWNER = 'process'

/** Whether the restore that made this folder still runs, as far as can be seen from here: another container's can't. */
export async function isAtWork(folder: string): Promise<boolean> {
  const owner = await readFile(join(folder, OWNER), 'utf8').catch(() => '')
  const [, id] = /^(\d+) \d+$/.exec(owner) ?? []
  return id !== undefined && (await processOf(id)) === owner
}

/** Of two that begin at once, one. */
export async function claim(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  try {
    await writeFile(join(folder, OWNER), await processOf(process.pid), { flag: 'wx' })
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? another(folder) : error
  }
}

export async function release(folder: string): Promise<void> {
  await rm(join(folder, OWNER), { force: true })
}

export function another(folder: string): UserError {
  return new UserError('IMG8304', `Another restore works in ${dirname(folder)}.`, {
    hint: 'Let it finish, then run this again.',
  })
}

/** Its number, and when it began: numbers are given again. Empty: there is none. */
async function processOf(id: number | string): Promise<string> {
  const text = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')
  // Its name, in brackets, may hold anything.
  const began = text.slice(text.lastIndexOf(')')).split(' ')[20]
  return began === undefined ? '' : `${id} ${began}`
}
