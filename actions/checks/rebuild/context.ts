import { constants } from 'node:fs'
import { appendFile, cp, lstat, readFile, realpath, stat, truncate } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { InputError, type Place } from '../../base/errors.ts'
import { isThere } from '../../base/there.ts'
import type { BuildRequest } from '../../engine/build.ts'

/** Refuses what is no file of the build context: nothing but a copy of that may be changed. */
export async function requireEditable(context: string, edit: string, place?: Place): Promise<string> {
  const at = place === undefined ? {} : { place }
  const root = await realpath(context)
  const path = await realpath(resolve(root, edit)).catch(() => undefined)
  if (path === undefined)
    throw new InputError('IMG7201', `There is no file ${edit} to change in the build context.`, {
      hint: `Name a file by its path from ${context}.`,
      ...at,
    })
  if (!isWithin(root, path))
    throw new InputError('IMG7201', `The file ${edit} lies outside of the build context.`, {
      hint: 'Name a file that the image is built from.',
      ...at,
    })
  if (!(await stat(path)).isFile())
    throw new InputError('IMG7201', `${edit} is no file.`, {
      hint: 'Name one file of it, which will be changed.',
      ...at,
    })
  return path
}

/** The same build over a copy of its context, in which files may be changed. */
export async function copyContext(build: BuildRequest, folder: string): Promise<BuildRequest> {
  const copy = join(folder, 'context')
  const [context, root] = [resolve(build.context), await realpath(build.context)]
  const leftOut = (await looksAtHistory(build.file)) ? undefined : join(root, '.git')
  await cp(root, copy, {
    recursive: true,
    preserveTimestamps: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: async (path) => path !== leftOut && (await isCopied(path)),
  })
  const file = resolve(build.file)
  return {
    ...build,
    context: copy,
    file: isWithin(context, file) ? join(copy, relative(context, file)) : build.file,
  }
}

/** History is large, and few builds need it: those that say so. */
async function looksAtHistory(containerfile: string): Promise<boolean> {
  return /\bgit\b/.test(await readFile(containerfile, 'utf8').catch(() => 'git'))
}

/** Sockets and pipes are no part of a build, nor is what nobody here may read. */
async function isCopied(path: string): Promise<boolean> {
  const entry = await lstat(path)
  if (entry.isSymbolicLink()) return true
  if (!entry.isFile() && !entry.isDirectory()) return false
  return isThere(path, constants.R_OK)
}

/** Adds blanks that no build before has seen: a new content that means what the old one meant. Gives the way back. */
export async function changeFile(path: string, now: number): Promise<() => Promise<void>> {
  const { size } = await stat(path)
  const bits = now.toString(2).replaceAll('0', ' ').replaceAll('1', '\n')
  await appendFile(path, `\n${bits}\n`)
  return () => truncate(path, size)
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
