import { parse } from 'yaml'

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm

/** The fenced blocks of a language. */
export function blocksOf(text: string, language: string): string[] {
  return [...text.matchAll(FENCE)].flatMap(([, kind, body = '']) => (kind === language ? [body] : []))
}

/** Targets of the links in the text itself. */
export function linksOf(text: string): string[] {
  return [...prose(text).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target)
}

/** What GitHub makes of the headings; of several alike, the later ones are numbered. */
export function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>()
  for (const [, heading = ''] of text.replace(FENCE, '').matchAll(/^#{1,6} (.+)$/gm)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
    const anchor = words.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-')
    const number = [...anchors].filter((each) => each.replace(/-\d+$/, '') === anchor).length
    anchors.add(number === 0 ? anchor : `${anchor}-${number}`)
  }
  return anchors
}

/** Code in the column of this name, of every table that is written by hand. */
export function codeInColumn(text: string, column: string): string[] {
  return tablesOf(text).flatMap(([head = [], ...rows]) => {
    const at = head.indexOf(column)
    return at < 0 ? [] : rows.flatMap((row) => codeOf(row[at] ?? ''))
  })
}

/** By what the first column says: the code in the second one of the table that has these two. */
export function codeByRow(text: string, first: string, second: string): Map<string, string[]> {
  const table = tablesOf(text).find(([head = []]) => head[0] === first && head[1] === second) ?? []
  return new Map(table.slice(2).map(([what = '', cell = '']) => [what, codeOf(cell)]))
}

/** Rows of cells of the tables that are written by hand. */
function tablesOf(text: string): string[][][] {
  const byHand = prose(text).replace(/<!-- (\w+) [\s\S]*?<!-- \/\1 -->/g, '')
  return [...byHand.matchAll(/(?:^\|.*\|\n)+/gm)].map(([table]) => table.trim().split('\n').map(cellsOf))
}

/** Every mapping in a YAML text, the innermost included. */
export function mappingsOf(yaml: string): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (!Array.isArray(value)) found.push(value as Record<string, unknown>)
    for (const inner of Object.values(value)) walk(inner)
  }
  walk(parse(yaml))
  return found
}

function prose(text: string): string {
  return text.replace(FENCE, '')
}

function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
}

function codeOf(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
}
