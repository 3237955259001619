import { lstat, readlink } from 'node:fs/promises'
import { join } from 'node:path'

/** As many links as the kernel follows before it calls them a loop. */
const LINKS = 40

/**
 * The real place of a path as a process would see it whose root is `root`: every link is followed there, and never out of
 * it. Undefined: nothing lies there, or links lead in a circle.
 */
export async function resolveInside(root: string, path: string): Promise<string | undefined> {
  const left = partsOf(path)
  let at: string[] = []
  for (let links = 0; left.length > 0; ) {
    const part = left.shift() as string
    if (part === '..') {
      at.pop()
      continue
    }
    const here = join(root, ...at, part)
    const found = await lstat(here).catch(() => undefined)
    if (!found) return undefined
    if (!found.isSymbolicLink()) {
      if (left.length > 0 && !found.isDirectory()) return undefined
      at.push(part)
      continue
    }
    if (++links > LINKS) return undefined
    const target = await readlink(here)
    if (target.startsWith('/')) at = []
    left.unshift(...partsOf(target))
  }
  return join(root, ...at)
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.')
}
