import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Tree } from '../../../../actions/checks/contents/tree.ts'
import type { EntryType, LayerEntry } from '../../../../actions/engine/layers.ts'

function entry(path: string, type: EntryType = 'file', more: Partial<LayerEntry> = {}): LayerEntry {
  return { path, type, mode: 0o644, uid: 0, gid: 0, size: 1, target: '', ...more }
}

function treeOf(...layers: LayerEntry[][]): Tree {
  const tree = new Tree()
  for (const [index, layer] of layers.entries()) tree.add(`sha256:${index}`, layer)
  return tree
}

function pathsOf(tree: Tree): string[] {
  return [...tree.paths()].map(([path]) => path).sort()
}

describe('layers on top of each other', () => {
  test.each<[string, LayerEntry[][], string[]]>([
    ['a file of a lower layer is taken away', [[entry('a'), entry('b')], [entry('.wh.a')]], ['/b']],
    ['a folder goes with all in it', [[entry('d/e/f'), entry('g')], [entry('.wh.d')]], ['/g']],
    [
      'a whiteout spares what its own layer brings',
      [[entry('d/old')], [entry('d/new'), entry('d/.wh..wh..opq')]],
      ['/d', '/d/new'],
    ],
    ['and may stand behind it', [[entry('a')], [entry('a', 'directory'), entry('.wh.a')]], ['/a']],
    ['a file replaces a folder', [[entry('d/e')], [entry('d')]], ['/d']],
    ['a folder replaces a file', [[entry('d')], [entry('d/e')]], ['/d', '/d/e']],
    ['a folder said again keeps what is in it', [[entry('d/e')], [entry('d', 'directory')]], ['/d', '/d/e']],
    [
      'a folder replaces a link, and is not put behind it',
      [[entry('x/y'), entry('d', 'link', { target: 'x' })], [entry('d/e')]],
      ['/d', '/d/e', '/x', '/x/y'],
    ],
    ['a whiteout of what is not there', [[entry('a')], [entry('b/.wh.c'), entry('.wh.d')]], ['/a']],
    ["an older driver's own files", [[entry('.wh..wh.plnk'), entry('a')]], ['/a']],
  ])('%s', (_name, layers, expected) => {
    expect(pathsOf(treeOf(...layers))).toEqual(expected)
  })

  test('a hard link is the file, also after that is gone', () => {
    const tree = treeOf(
      [entry('a', 'file', { mode: 0o4755 })],
      [entry('b', 'hard-link', { target: 'a' })],
      [entry('.wh.a')],
    )
    expect(tree.at('b')?.entry.mode).toBe(0o4755)
  })

  test('the last layer says mode and owner', () => {
    const tree = treeOf(
      [entry('d/e'), entry('d', 'directory')],
      [entry('d', 'directory', { mode: 0o700, uid: 5 })],
    )
    expect(tree.at('/d')?.entry).toMatchObject({ mode: 0o700, uid: 5 })
  })
})

describe('links', () => {
  const link = (path: string, target: string) => entry(path, 'link', { target })
  const tree = treeOf([
    entry('usr/bin/sh'),
    link('bin', 'usr/bin'),
    link('abs', '/usr/bin/sh'),
    link('usr/up', '../../../usr/bin'),
    link('loop', 'pool'),
    link('pool', 'loop'),
    link('self', 'self/x'),
    link('dangling', '/nowhere'),
    link('usr/bin/near', './sh'),
    link('usr/bin/far', '/bin/sh'),
  ])
  test.each([
    ['/bin/sh', '/usr/bin/sh'],
    ['/abs', '/usr/bin/sh'],
    ['/usr/up/sh', '/usr/bin/sh'],
    ['/bin/near', '/usr/bin/sh'],
    ['/bin/far', '/usr/bin/sh'],
    ['/bin/../bin/./near', '/usr/bin/sh'],
    ['/../../usr', '/usr'],
  ])('%s is %s', (path, expected) => {
    expect(tree.resolve(path).node).toBe(tree.at(expected))
    expect(tree.at(expected)).toBeDefined()
  })
  test.each([
    ['/loop', 'loop'],
    ['/self', 'loop'],
    ['/dangling', 'missing'],
    ['/usr/bin/sh/x', 'missing'],
    ['/nothing', 'missing'],
  ])('%s leads nowhere: %s', (path, reason) => {
    expect(tree.resolve(path)).toMatchObject({ node: undefined, reason })
  })
  test('the last link is left alone where it is asked for itself', () => {
    expect(tree.resolve('/bin/near', { followLast: false }).node?.entry.type).toBe('link')
  })
})

/** The same said in the plainest way: a list of paths, from which names are struck. */
function modelOf(layers: readonly (readonly LayerEntry[])[]): Map<string, EntryType> {
  const paths = new Map<string, EntryType>()
  const strike = (matches: (path: string) => boolean) => {
    for (const path of [...paths.keys()]) if (matches(path)) paths.delete(path)
  }
  for (const layer of layers) {
    for (const { path } of layer) {
      const [, folder = '', hidden] = /^(.*\/)?\.wh\.(.*)$/.exec(path) ?? []
      if (hidden === '.wh..opq') strike((each) => each.startsWith(folder))
      else if (hidden !== undefined) strike((each) => `${each}/`.startsWith(`${folder}${hidden}/`))
    }
    for (const { path, type } of layer) {
      if (/(^|\/)\.wh\./.test(path)) continue
      const above = path
        .split('/')
        .slice(0, -1)
        .map((_part, index, all) => all.slice(0, index + 1).join('/'))
      for (const folder of above) {
        if (paths.get(folder) !== 'directory') strike((each) => `${each}/`.startsWith(`${folder}/`))
        paths.set(folder, 'directory')
      }
      if (type !== 'directory') strike((each) => each.startsWith(`${path}/`))
      paths.set(path, type)
    }
  }
  return paths
}

test('random layers give what the model gives', () => {
  const name = fc.constantFrom('a', 'b', 'c')
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
  const whiteout = fc
    .tuple(fc.array(name, { maxLength: 3 }), fc.constantFrom('.wh.a', '.wh.b', '.wh..wh..opq'))
    .map(([parts, last]) => entry([...parts, last].join('/')))
  const kept = fc
    .tuple(path, fc.constantFrom<EntryType>('file', 'directory', 'link'))
    .map(([path, type]) => entry(path, type))
  const layer = fc.array(fc.oneof({ weight: 3, arbitrary: kept }, whiteout), { maxLength: 8 })
  fc.assert(
    fc.property(fc.array(layer, { maxLength: 5 }), (layers) => {
      const types = [...treeOf(...layers).paths()].map(([path, { entry }]) => [path.slice(1), entry.type])
      expect(Object.fromEntries(types)).toEqual(Object.fromEntries(modelOf(layers)))
    }),
    { numRuns: 500 },
  )
})

test('no links, however they are laid, keep anybody from an answer', () => {
  const target = fc
    .array(fc.constantFrom('a', 'b', '..', '.', ''), { maxLength: 4 })
    .map((parts) => parts.join('/'))
  const links = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'a/b', 'b/a'), target), { maxLength: 6 })
  fc.assert(
    fc.property(links, target, (all, path) => {
      const tree = treeOf(all.map(([path, target]) => entry(path, 'link', { target })))
      const found = tree.resolve(path)
      expect(found.node === undefined || found.node.entry.type !== 'link').toBe(true)
    }),
  )
})
