import { posix } from 'node:path'

export interface Import {
  file: string
  /** A path from the checkout, or a package's name. */
  target: string
}

const DOMAIN = new Set(['plan', 'registry', 'packages', 'transaction', 'engine', 'report', 'checks', 'nodes'])
/** Domain rooms that stand on another one. */
const BENEATH: Readonly<Record<string, string>> = {
  packages: 'registry',
  transaction: 'registry',
  checks: 'engine',
  nodes: 'engine',
}
/** The documents that flow through everything. */
const SCHEMAS = new Set(
  ['plan', 'record', 'receipt', 'cleanup-report'].map((name) => `actions/plan/${name}.ts`),
)
/** What plan may not touch, as it is pure. */
const OUTSIDE = /^node:(fs|http|https|net|tls|child_process|os|process|timers)(\/|$)/

export function importsOf(file: string, source: string): Import[] {
  const found = source.matchAll(/(?:(?<=[\s}*])from\s+|\bimport\(\s*|^import\s+)'([^'\s]+)'/gm)
  return [...found].map(([, name = '']) => ({
    file,
    target: name.startsWith('.') ? posix.join(posix.dirname(file), name) : name,
  }))
}

/** What is wrong with an import; undefined: nothing. Arrows point one way: action rooms, domain rooms, base. */
export function faultOf({ file, target }: Import): string | undefined {
  const room = roomOf(file)
  if (target.startsWith('@actions/')) {
    const isEntry = kindOf(room) === 'action' && posix.basename(file) === 'index.ts'
    return room === 'runner' || isEntry ? undefined : 'only runner/ and index.ts of an action use @actions/*'
  }
  if (target === 'node:child_process' && room !== 'runner') return 'only runner/ starts processes'
  if (room === 'plan' && OUTSIDE.test(target)) return 'plan/ does no I/O'
  if (!target.startsWith('actions/')) return target.startsWith('test/') ? 'code needs no test' : undefined
  return faultBetween(room, roomOf(target), target)
}

function faultBetween(from: string, to: string, target: string): string | undefined {
  if (from === to || to === 'base' || (SCHEMAS.has(target) && from !== 'base')) return undefined
  const kinds = `${kindOf(from)} → ${kindOf(to)}`
  if (['action → domain', 'action → runner', 'runner → domain'].includes(kinds)) return undefined
  if (from === 'pipeline' && kindOf(to) === 'action') return undefined
  if (BENEATH[from] === to) return undefined
  return `${from}/ may not import ${to}/`
}

function kindOf(room: string): 'base' | 'domain' | 'runner' | 'action' {
  if (room === 'base' || room === 'runner') return room
  return DOMAIN.has(room) ? 'domain' : 'action'
}

function roomOf(file: string): string {
  return file.split('/')[1] ?? ''
}
