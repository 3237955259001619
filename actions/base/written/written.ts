import type { ErrorCode } from '../errors.ts'

/** What stands in the file and where, as offsets into its text. Aliases and merge keys are followed already. */
export type Written = WrittenMap | WrittenList | WrittenScalar

export interface WrittenMap {
  kind: 'map'
  at: number
  entries: ReadonlyMap<string, WrittenEntry>
}

export interface WrittenEntry {
  /** Of the key. */
  at: number
  value: Written
}

export interface WrittenList {
  kind: 'list'
  at: number
  items: readonly Written[]
}

export interface WrittenScalar {
  kind: 'scalar'
  at: number
  value: string | number | boolean | null
  /** What the value was made of: `007`, where that is 7. */
  source: string
}

export type Path = readonly PropertyKey[]

/** Something wrong at an offset of the text. */
export interface Fault {
  code: ErrorCode
  at: number
  message: string
  hint: string
}

/** As plain data; the scalars named count as texts, letter by letter. */
export function plainOf(written: Written, texts: ReadonlySet<Written>): unknown {
  if (written.kind === 'list') return written.items.map((item) => plainOf(item, texts))
  if (written.kind === 'map')
    return Object.fromEntries([...written.entries].map(([key, { value }]) => [key, plainOf(value, texts)]))
  return texts.has(written) ? written.source : written.value
}

export function writtenAt(root: Written, path: Path): Written | undefined {
  return path.reduce<Written | undefined>((parent, part) => childOf(parent, part)?.value, root)
}

/** Where the key or the item of a path begins; of the nearest ancestor that is written, where it is not. */
export function offsetOf(root: Written, path: Path): number {
  let found: WrittenEntry = { at: root.at, value: root }
  for (const part of path) {
    const child = childOf(found.value, part)
    if (!child) break
    found = child
  }
  return found.at
}

function childOf(parent: Written | undefined, part: PropertyKey): WrittenEntry | undefined {
  if (parent?.kind === 'map') return parent.entries.get(String(part))
  const item = parent?.kind === 'list' ? parent.items[Number(part)] : undefined
  return item && { at: item.at, value: item }
}
