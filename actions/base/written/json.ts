import { Broken, broken, missingComma, noKey, unexpected } from './broken-json.ts'
import {
  DEEPEST,
  empty,
  type Kind,
  lostKey,
  MOST_CHARACTERS,
  type Reading,
  tooLarge,
  twice,
} from './reading.ts'
import type { Fault, Written, WrittenEntry, WrittenScalar } from './written.ts'

/** JSON and nothing more: what other programs would refuse is refused here, where somebody is told why. */
export function readJson(text: string, kind: Kind): Reading {
  if (text.length > MOST_CHARACTERS) return { faults: [tooLarge(kind)] }
  const cursor: Cursor = { text, at: 0, depth: 0, faults: [] }
  skipBlanks(cursor)
  if (cursor.at === text.length) return { faults: [empty(kind)] }
  try {
    const root = value(cursor)
    skipBlanks(cursor)
    if (cursor.at < text.length)
      throw broken(cursor, 'something follows its end', 'One file is one document.')
    return { root, faults: cursor.faults }
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    return { faults: [...cursor.faults, error.fault] }
  }
}

interface Cursor {
  readonly text: string
  at: number
  depth: number
  readonly faults: Fault[]
}

const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null }
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

function value(cursor: Cursor): Written {
  const { text, at } = cursor
  const first = text[at]
  if (first === '{' || first === '[') {
    cursor.depth += 1
    if (cursor.depth > DEEPEST) throw broken(cursor, 'it is nested too deeply', 'Write it with fewer levels.')
    const made = first === '{' ? map(cursor) : list(cursor)
    cursor.depth -= 1
    return made
  }
  return first === '"' ? string(cursor) : word(cursor)
}

function map(cursor: Cursor): Written {
  const { at } = cursor
  const entries = new Map<string, WrittenEntry>()
  for (const _ of items(cursor, '}')) {
    if (cursor.text[cursor.at] !== '"') throw noKey(cursor)
    const { at: start, value: name } = string(cursor)
    const key = String(name)
    skipBlanks(cursor)
    if (cursor.text[cursor.at] !== ':') throw broken(cursor, 'here a colon is missing', 'Write "key": value.')
    cursor.at += 1
    skipBlanks(cursor)
    const entry = { at: start, value: value(cursor) }
    if (key === '__proto__') cursor.faults.push(lostKey(start))
    if (entries.has(key)) cursor.faults.push(twice(start, key))
    else entries.set(key, entry)
  }
  return { kind: 'map', at, entries }
}

function list(cursor: Cursor): Written {
  const { at } = cursor
  const values: Written[] = []
  for (const _ of items(cursor, ']')) values.push(value(cursor))
  return { kind: 'list', at, items: values }
}

/** Stops where each item begins, and ends behind the bracket. */
function* items(cursor: Cursor, close: string): Generator<undefined> {
  cursor.at += 1
  skipBlanks(cursor)
  while (cursor.text[cursor.at] !== close) {
    yield
    const end = cursor.at
    skipBlanks(cursor)
    if (cursor.text[cursor.at] === close) break
    if (cursor.text[cursor.at] !== ',') throw missingComma(cursor, end)
    const comma = cursor.at
    cursor.at += 1
    skipBlanks(cursor)
    if (cursor.text[cursor.at] === close)
      throw broken({ ...cursor, at: comma }, `here is a comma too many before ${close}`, 'Leave it out.')
  }
  cursor.at += 1
}

function string(cursor: Cursor): WrittenScalar {
  const { text, at } = cursor
  let end = at + 1
  for (; text[end] !== '"'; end++) {
    if (end >= text.length || text.charCodeAt(end) < 0x20)
      throw broken(
        cursor,
        'a text ends on the line that it begins on',
        'Close it with ", or write \\n in it.',
      )
    if (text[end] === '\\') end += 1
  }
  cursor.at = end + 1
  const read = unescaped(text.slice(at, end + 1))
  if (read === undefined)
    throw broken({ ...cursor, at }, 'a text has a \\ that means nothing', 'Write \\\\ for a backslash.')
  return { kind: 'scalar', at, value: read, source: read }
}

function unescaped(quoted: string): string | undefined {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return JSON.parse(quoted)
  } catch {
    return undefined
  }
}

function word(cursor: Cursor): WrittenScalar {
  const { text, at } = cursor
  const letters = /[\w.+-]*/y
  letters.lastIndex = at
  const [source] = letters.exec(text) ?? ['']
  const isWord = Object.hasOwn(WORDS, source)
  if (!isWord && !NUMBER.test(source)) throw unexpected(cursor)
  cursor.at += source.length
  return { kind: 'scalar', at, value: isWord ? WORDS[source]! : Number(source), source }
}

function skipBlanks(cursor: Cursor): void {
  while (' \t\r\n'.includes(cursor.text[cursor.at] ?? 'end')) cursor.at += 1
}
