import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { Lock } from '../lock/lock.ts'
import type { Difference, Proof } from './proof.ts'
import { treeOf } from './tree-of.ts'

type LockedNode = Lock['git'][string]

/** What the lock says of a node beyond its commit. */
export function differencesFromLock(
  { tree, submodules }: Proof,
  locked: LockedNode,
  requirements: Readonly<Record<string, string>>,
): Difference[] {
  const found = new Map(submodules.map((each) => [each.path, each.tree]))
  return [
    ...treeDifference('', locked.tree, tree),
    ...Object.entries(locked.submodules).flatMap(([path, each]) =>
      treeDifference(path, each.tree, found.get(path)),
    ),
    ...requirementDifferences(locked, requirements),
  ]
}

/** Of a node without its repository. */
export function lockedTree(
  folder: string,
  locked: LockedNode,
  requirements: Readonly<Record<string, string>>,
): Difference[] {
  const all = Object.entries(locked.submodules)
  const trees: [path: string, tree: string][] = [
    ['', locked.tree],
    ...all.map(([path, { tree }]): [string, string] => [path, tree]),
  ]
  return [
    ...trees.flatMap(([path, tree]) => {
      const within = all.flatMap(([other, each]) =>
        other.startsWith(path === '' ? '' : `${path}/`)
          ? [[other.slice(path === '' ? 0 : path.length + 1), each] as const]
          : [],
      )
      const place = join(folder, path)
      const there = lstatSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false
      return treeDifference(path, tree, there ? treeOf(place, Object.fromEntries(within)) : 'no folder')
    }),
    ...requirementDifferences(locked, requirements),
  ]
}

/** What could not be read at all has been told. */
function treeDifference(path: string, expected: string, actual: string | undefined): Difference[] {
  if (actual === undefined || actual === expected) return []
  return [{ path, what: 'files', expected, actual }]
}

function requirementDifferences(
  { requirements: expected }: LockedNode,
  actual: Readonly<Record<string, string>>,
): Difference[] {
  const paths = [...new Set([...Object.keys(expected), ...Object.keys(actual)])].sort()
  return paths
    .filter((path) => expected[path] !== actual[path])
    .map((path) => ({
      ...{ path, what: 'requirements' },
      expected: expected[path] ?? 'none',
      actual: actual[path] ?? 'none',
    }))
}
