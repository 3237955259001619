import { lstat, readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { DISABLED, STAGING } from '../installation.ts'
import type { FileNode } from '../snapshot.ts'

/** A folder that may be a node. */
export interface SavedPlace {
  /** In the folder custom_nodes, as it is there. */
  path: string
  /** Without links. */
  folder: string
  disabled: boolean
}

const OFF = /\.disabled$/i

export async function placesOf(nodes: string): Promise<SavedPlace[]> {
  const [here, off] = await Promise.all([foldersIn(nodes, ''), foldersIn(nodes, DISABLED)])
  return [
    ...here
      .filter(({ path }) => ![DISABLED, STAGING, '__pycache__'].includes(path))
      .map((each) => ({ ...each, disabled: OFF.test(each.path) })),
    ...off.map((each) => ({ ...each, disabled: true })),
  ]
}

async function foldersIn(nodes: string, inner: string): Promise<Omit<SavedPlace, 'disabled'>[]> {
  const names = (await namesIn(join(nodes, inner))).sort()
  const found = await Promise.all(
    names.map(async (name) => {
      const folder = await realpath(join(nodes, inner, name)).catch(() => undefined)
      const isFolder = folder !== undefined && (await lstat(folder)).isDirectory()
      return isFolder ? [{ path: join(inner, name), folder }] : []
    }),
  )
  return found.flat()
}

/** Nodes that are single files; `.disabled` behind the name switches one off. */
export async function filesOf(nodes: string): Promise<FileNode[]> {
  const entries = await readdir(nodes, { withFileTypes: true }).catch(() => [])
  return entries.flatMap((entry) => {
    if (!entry.isFile() || !/\.py(\.disabled)?$/i.test(entry.name)) return []
    return [{ filename: entry.name.replace(OFF, ''), disabled: OFF.test(entry.name) }]
  })
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}
