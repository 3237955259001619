import { formatBytes } from '../../base/units.ts'
import type { Node, Tree } from '../contents/tree.ts'
import { cacheOf } from './package-caches.ts'

const SETUID_OR_SETGID = 0o6000
const STICKY = 0o1000
const WORLD_WRITABLE = 0o002

/** Files that run as their owner or group, whoever starts them. */
export function setuidFiles(tree: Tree): string[] {
  return pathsOf(tree, ({ entry }) => entry.type === 'file' && (entry.mode & SETUID_OR_SETGID) !== 0)
}

/** In a sticky directory everybody may add, but nobody may replace what others have. Links have no mode, and devices are for all. */
export function worldWritable(tree: Tree): string[] {
  return pathsOf(tree, ({ entry: { type, mode } }) => {
    if ((mode & WORLD_WRITABLE) === 0) return false
    return type === 'file' || (type === 'directory' && (mode & STICKY) === 0)
  })
}

export interface PackageCache {
  /** The folder that can be emptied. */
  folder: string
  tool: string
  files: string[]
  size: number
}

export function packageCaches(
  tree: Tree,
  isAllowed: (path: string) => boolean = () => false,
): PackageCache[] {
  const caches = new Map<string, PackageCache>()
  for (const [path, { entry }] of tree.paths()) {
    const found = entry.type === 'file' && entry.size > 0 ? cacheOf(path) : undefined
    if (!found || isAllowed(path)) continue
    const cache = caches.get(found.folder) ?? { ...found, files: [], size: 0 }
    caches.set(found.folder, cache)
    cache.files.push(path)
    cache.size += entry.size
  }
  return [...caches.values()].sort((a, b) => b.size - a.size)
}

export function spokenCache({ folder, files, size }: PackageCache): string {
  return `${folder} (${files.length} ${files.length === 1 ? 'file' : 'files'}, ${formatBytes(size)})`
}

function pathsOf(tree: Tree, asked: (node: Node) => boolean): string[] {
  const paths: string[] = []
  for (const [path, node] of tree.paths()) if (asked(node)) paths.push(path)
  return paths.sort()
}
