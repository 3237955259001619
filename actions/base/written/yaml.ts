import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml'
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
import type { Fault, Written, WrittenEntry } from './written.ts'

/** Once its aliases are followed: more is no document of ours, but meant to exhaust us. */
const MOST_VALUES = 50_000

export function readYaml(text: string, kind: Kind): Reading {
  if (text.length > MOST_CHARACTERS) return { faults: [tooLarge(kind)] }
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true, logLevel: 'error' })
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos }) =>
    code === 'DUPLICATE_KEY'
      ? duplicateAt(text, pos[0])
      : syntaxFault(text, pos[0], { code, message, name: kind.name }),
  )
  if (faults.length > 0 && document.errors.some(({ code }) => code !== 'DUPLICATE_KEY'))
    return { faults: firstOfEachLine(faults, text) }
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    return { faults: [empty(kind)] }
  try {
    const root = written(document.contents, { faults, anchors: new Map(), depth: 0 })
    measure(root)
    return { root, faults }
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error
    return { faults: [tooMuch(error, kind)] }
  }
}

const MESSAGES: Readonly<Record<string, string>> = {
  NON_STRING_KEY: 'a key must be a text',
  MULTIPLE_DOCS: 'here begins a second document',
}

const HINTS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Indent with blanks.',
  BLOCK_AS_IMPLICIT_KEY: 'Put a text that holds ": " into quotes, and give each key a line of its own.',
  BAD_INDENT: 'Indent the entries of a list or mapping alike, and close every bracket.',
  MULTIPLE_DOCS: 'Leave out "---": a NAME is one document.',
  BAD_SCALAR_START: 'Put a text that begins with @ or ` into quotes.',
  TAG_RESOLVE_FAILED: 'Put a text that begins with ! into quotes.',
}

function syntaxFault(
  text: string,
  at: number,
  error: { code: string; message: string; name: string },
): Fault {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  const line = text.slice(lineStart, `${text}\n`.indexOf('\n', at))
  const template = /(?:^|[:\-,[])\s*(\{\{[^{}]*\}\})/.exec(line)?.[1]
  const hint = template
    ? `Put a value that begins with {{ into quotes: "${template}".`
    : (HINTS[error.code]?.replace('NAME', error.name) ?? 'Look at this line and the one before it.')
  const message = MESSAGES[error.code] ?? error.message.replace(/\.$/, '')
  const told = /stack/i.test(message) ? 'it is nested too deeply' : message
  return fault(at, `This is not valid YAML: ${told}.`, hint)
}

function duplicateAt(text: string, at: number): Fault {
  const key = /^(["']?)(.*?)\1\s*:/.exec(text.slice(at, at + 200))?.[2] ?? ''
  return twice(at, key)
}

/** The rest of a line only follows from its first fault. */
function firstOfEachLine(faults: readonly Fault[], text: string): Fault[] {
  const byLine = new Map<number, Fault>()
  for (const one of faults.toSorted((a, b) => a.at - b.at)) {
    const start = text.lastIndexOf('\n', one.at - 1)
    if (!byLine.has(start)) byLine.set(start, one)
  }
  return [...byLine.values()]
}

interface Walk {
  faults: Fault[]
  /** What each anchor stands for, once it is complete. */
  anchors: Map<string, Written>
  depth: number
}

function written(node: Node | null, walk: Walk): Written {
  const at = node?.range?.[0] ?? 0
  if (walk.depth > DEEPEST) throw new TooMuch(at, tooDeep)
  if (isAlias(node)) {
    const target = walk.anchors.get(node.source)
    if (target) return target
    walk.faults.push(
      fault(
        at,
        `There is no anchor &${node.source} before this alias.`,
        'Put a text that begins with * into quotes.',
      ),
    )
    return { kind: 'scalar', at, value: null, source: '' }
  }
  const made = writtenOf(node, at, { ...walk, depth: walk.depth + 1 })
  if (node?.anchor !== undefined) walk.anchors.set(node.anchor, made)
  return made
}

function writtenOf(node: Node | null, at: number, walk: Walk): Written {
  if (isMap<Node, Node | null>(node)) return { kind: 'map', at, entries: entriesOf(node, walk) }
  if (isSeq<Node>(node)) return { kind: 'list', at, items: node.items.map((item) => written(item, walk)) }
  const { value, source } = isScalar(node) ? node : { value: null, source: '' }
  return { kind: 'scalar', at, value: value as string | number | boolean | null, source: source ?? '' }
}

/** The first of duplicate keys, and what is written here before what is merged into it. */
function entriesOf(map: YAMLMap<Node, Node | null>, walk: Walk): Map<string, WrittenEntry> {
  const entries = new Map<string, WrittenEntry>()
  const merged: [string, WrittenEntry][] = []
  for (const { key, value } of map.items) {
    const at = key.range?.[0] ?? 0
    const name = isScalar(key) ? String(key.value) : ''
    const entry = { at, value: written(value, walk) }
    if (name === '__proto__') walk.faults.push(lostKey(at))
    if (name === '<<' && isScalar(key) && key.type === 'PLAIN') merged.push(...mergedOf(entry, walk))
    else if (!entries.has(name)) entries.set(name, entry)
  }
  for (const [name, entry] of merged) if (!entries.has(name)) entries.set(name, entry)
  return entries
}

function mergedOf({ at, value }: WrittenEntry, { faults }: Walk): [string, WrittenEntry][] {
  const sources = value.kind === 'list' ? value.items : [value]
  return sources.flatMap((source) => {
    if (source.kind === 'map') return [...source.entries]
    faults.push(
      fault(at, '"<<" merges mappings, and this is none.', 'Write <<: *anchor, or a list of aliases.'),
    )
    return []
  })
}

/** Walks through all of it as often as it is used. */
function measure(root: Written): void {
  let count = 0
  const walk = (value: Written, depth: number): void => {
    count += 1
    if (count > MOST_VALUES) throw new TooMuch(root.at, tooMany)
    if (depth > DEEPEST) throw new TooMuch(value.at, tooDeep)
    if (value.kind === 'list') for (const item of value.items) walk(item, depth + 1)
    if (value.kind === 'map') for (const entry of value.entries.values()) walk(entry.value, depth + 1)
  }
  walk(root, 0)
}

const tooDeep = (name: string) => `The ${name} is nested too deeply.`
const tooMany = (name: string) => `The ${name} holds more than ${MOST_VALUES} values.`

class TooMuch extends Error {
  readonly at: number
  readonly told: (name: string) => string

  constructor(at: number, told: TooMuch['told']) {
    super()
    this.at = at
    this.told = told
  }
}

function tooMuch({ at, told }: TooMuch, { name }: Kind): Fault {
  return { code: 'IMG1012', at, message: told(name), hint: 'Write it out with fewer aliases and levels.' }
}

function fault(at: number, message: string, hint: string): Fault {
  return { code: 'IMG1010', at, message, hint }
}
