import { lstat, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { resolveInside } from '../../base/inside.ts'
import { readText, readTextInside } from './read-text.ts'
import { readSettings, type Settings } from './settings.ts'

/** A repository in a folder, as it lies there. It is read as text; git is not asked, as it would believe its settings. */
export interface StoredRepository {
  /** The commit that is checked out; undefined: HEAD leads nowhere. */
  head: string | undefined
  /** `refs/heads/main`; undefined: HEAD is detached. */
  branch: string | undefined
  objects: string
  settings: Settings
  /** It lies in another one, which keeps its `.git`; or it is one of several worktrees. */
  elsewhere: boolean
  /** Programs that git would run by itself. */
  hooks: string[]
}

const COMMIT = /^[0-9a-f]{40}$/
/** As many names as git follows from one to the next. */
const NAMES = 5

/** Undefined: there is no repository. Links are followed inside of `root` only. */
export async function openRepository(folder: string, root = '/'): Promise<StoredRepository | undefined> {
  const git = await gitFolderOf(folder, root)
  if (git === undefined) return undefined
  // A worktree has a HEAD of its own, and everything else in common with the others.
  const common = await commonFolderOf(git, root)
  const objects = await resolveInside(root, `${relative(root, common)}/objects`)
  if (objects === undefined) return undefined
  const settings = [join(common, 'config'), join(git, 'config.worktree')]
  const texts = settings.map((path) => readText(path) ?? '')
  return {
    ...(await headOf([git, common], root)),
    objects,
    settings: readSettings(texts.join('\n')),
    elsewhere: git !== join((await resolveInside(root, relative(root, folder))) ?? folder, '.git'),
    hooks: await hooksOf(common, root),
  }
}

async function gitFolderOf(folder: string, root: string): Promise<string | undefined> {
  const here = relative(root, folder)
  const place = await resolveInside(root, `${here}/.git`)
  if (place === undefined) return undefined
  if ((await lstat(place)).isDirectory()) return place
  const [, target] = /^gitdir: (.+)\n?$/.exec(readText(place) ?? '') ?? []
  return target === undefined ? undefined : resolveInside(root, from(here, target))
}

async function commonFolderOf(git: string, root: string): Promise<string> {
  const text = readText(join(git, 'commondir'))?.trim()
  const common = text === undefined ? undefined : await resolveInside(root, from(relative(root, git), text))
  return common ?? git
}

function from(folder: string, path: string): string {
  return path.startsWith('/') ? path : `${folder}/${path}`
}

async function headOf(
  folders: readonly string[],
  root: string,
): Promise<Pick<StoredRepository, 'head' | 'branch'>> {
  let name = 'HEAD'
  let branch: string | undefined
  for (let names = 0; names < NAMES; names++) {
    const text = await refOf(folders, name, root)
    if (text === undefined || COMMIT.test(text)) return { head: text, branch }
    const [, next] = /^ref: (refs\/.+)$/.exec(text) ?? []
    if (next === undefined) break
    name = next
    branch ??= next
  }
  return { head: undefined, branch }
}

/** In a file of its own, else in the list of packed ones. */
async function refOf(folders: readonly string[], name: string, root: string): Promise<string | undefined> {
  for (const folder of folders) {
    const text = await readTextInside(root, `${relative(root, folder)}/${name}`)
    if (text !== undefined) return text.trim()
  }
  const packed = readText(join(folders.at(-1) ?? '', 'packed-refs')) ?? ''
  const line = packed.split('\n').find((each) => each.slice(41) === name)
  return line?.slice(0, 40)
}

/** Git's own samples end like that, and are never run. */
async function hooksOf(common: string, root: string): Promise<string[]> {
  const folder = await resolveInside(root, `${relative(root, common)}/hooks`)
  const names = folder === undefined ? [] : await readdir(folder).catch(() => [])
  return names.filter((name) => !name.endsWith('.sample')).sort()
}
