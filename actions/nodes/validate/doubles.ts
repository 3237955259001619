import type { Place } from '../../base/errors.ts'
import { inOrder } from '../../base/written/places.ts'
import { type Kind, kinds } from '../file/kinds.ts'
import { folderNameOf } from '../names.ts'
import type { Snapshot } from '../snapshot.ts'
import { type Found, shown } from './remark.ts'

type Path = readonly (string | number)[]

interface Named {
  path: Path
  /** What can be there only once. */
  key: string
  said: string
}

/** What is there twice, in whatever way it is written, and what wants to lie in one place. */
export function doublesIn(snapshot: Snapshot, placeOf: (path: Path) => Place): Found[] {
  const named = <S extends keyof typeof kinds>(section: S, say: (thing: never) => string): Named[] =>
    snapshot[section].map((thing, index) => ({
      path: [section, index],
      key: (kinds[section] as Kind<unknown>).identity(thing),
      said: say(thing as never),
    }))
  const nodes = [...snapshot.git, ...snapshot.registry].map(folderNameOf)
  const things = [
    named('git', ({ url }: { url: string }) => url),
    named('registry', ({ id }: { id: string }) => id),
  ]
  const files = named('files', ({ filename }: { filename: string }) => filename)
  const packages = named('packages', ({ requirement }: { requirement: string }) => requirement)
  const folders = things.flat().map((thing, index) => ({ ...thing, key: (nodes[index] ?? '').toLowerCase() }))
  const same = things.flatMap((list) => repeated(list, placeOf))
  const known = new Set(same.map(({ later }) => later.path.join()))
  const colliding = repeated([...folders, ...files], placeOf).filter(
    ({ later }) => !known.has(later.path.join()),
  )
  const remarks = [
    ...same.map(({ later, first }) => ({
      path: later.path,
      message: `"${shown(later.said)}" is the node that stands on line ${placeOf(first.path).line} already.`,
      hint: 'Leave one of them out.',
    })),
    ...colliding.map(({ later, first }) => ({
      path: later.path,
      message: `"${shown(later.said)}" would lie where "${shown(first.said)}" lies (line ${placeOf(first.path).line}): "${shown(later.key)}".`,
      hint: 'Leave one of them out: custom_nodes can hold only one of a name, in whatever case.',
    })),
    ...repeated(packages, placeOf).map(({ later, first }) => ({
      path: later.path,
      message: `"${shown(later.said)}" is a second pin of a package: the first, "${shown(first.said)}", stands on line ${placeOf(first.path).line}.`,
      hint: 'Leave one of them out.',
    })),
  ]
  return remarks.map((remark) => ({ code: 'IMG8241', ...remark }))
}

/** In the order of the file. */
function repeated(
  things: readonly Named[],
  placeOf: (path: Path) => Place,
): { later: Named; first: Named }[] {
  const groups = Map.groupBy(things, ({ key }) => key)
  return [...groups.values()].flatMap((group) => {
    if (group.length < 2) return []
    const [first, ...later] = group.toSorted((a, b) => inOrder(placeOf(a.path), placeOf(b.path)))
    return first ? later.map((each) => ({ later: each, first })) : []
  })
}
