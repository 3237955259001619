import { lstatSync } from 'node:fs'
import { type BytePath, placeOf } from './paths.ts'

/** Beside Python's own, numba keeps its results in the same folder. */
const IN_CACHE = /(?:^|\/)__pycache__\/[^/]+\.(?:pyc|pyc\.\d+|pyo|nbi|nbc)$/

/**
 * What Python made of a source for itself. Elsewhere than in its own folder that is so only beside the source: without one,
 * Python would import it as it imports a source.
 */
export function isCompiled(folder: string, path: BytePath): boolean {
  if (IN_CACHE.test(path)) return true
  if (!path.endsWith('.pyc')) return false
  const source = placeOf(folder, path.slice(0, -1))
  return lstatSync(source, { throwIfNoEntry: false })?.isFile() ?? false
}
