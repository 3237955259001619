import { dirname } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ourFiles, read } from './tracked.ts'

const PAGE = 'docs/troubleshooting.md'
const CODE = /\b(IMG\d{4})\b/g

/** Which sources raise each code. */
const raised = whereCodesAre(ourFiles('actions/**/*.ts'))
const tested = whereCodesAre(ourFiles('test/**/*.ts').filter((file) => !file.startsWith('test/unit/house/')))
const sections = sectionsOf(read(PAGE))
/** By room; a number tells where an error comes from. */
const RANGES: Readonly<Record<string, readonly string[]>> = {
  1: ['base', 'plan', 'prepare'],
  2: ['setup', 'engine', 'build'],
  3: ['registry'],
  4: ['transaction', 'merge'],
  5: ['packages', 'cleanup'],
  6: ['rollback'],
  7: ['checks', 'verify'],
  8: ['nodes', 'snapshot'],
  9: ['runner', 'pipeline', 'doctor', 'report'],
}

test('every code that the sources raise has its paragraph, and no paragraph is left over', () => {
  expect([...sections.keys()].toSorted()).toEqual([...raised.keys()].toSorted())
  expect(raised.size).toBeGreaterThan(80)
})

test('paragraphs stand in the order of their codes', () => {
  expect([...sections.keys()]).toEqual([...sections.keys()].toSorted())
})

describe.each([...raised])('%s', (code, files) => {
  test('is raised by the room that it names, or is one of base, which all share', () => {
    if (code.startsWith('IMG10')) return expect(files.length).toBeGreaterThan(0)
    const rooms = RANGES[code.charAt(3)] ?? []
    expect(files.filter((file) => !rooms.includes(file.split('/')[1] ?? ''))).toEqual([])
  })

  test('is reproduced by a test', () => {
    expect(tested.get(code) ?? []).not.toEqual([])
  })

  test('has a paragraph with the messages of the code, and what to do', () => {
    const { messages, advice } = partsOf(sections.get(code) ?? '')
    // The words may stand in a table beside the place that raises them.
    const sources = ourFiles(...files.map((file) => `${dirname(file)}/*.ts`), 'actions/base/*.ts')
      .map(read)
      .join('\n')
    expect(messages.length).toBeGreaterThan(0)
    expect(
      messages.filter((message) => !piecesOf(message).every((piece) => sources.includes(piece))),
    ).toEqual([])
    expect(advice).toMatch(/\w.*[.:)|]$/s)
  })
})

function whereCodesAre(files: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const file of files)
    for (const code of new Set([...read(file).matchAll(CODE)].map(([, name = '']) => name)))
      found.set(code, [...(found.get(code) ?? []), file])
  return found
}

/** What stands under `### IMG1004`, up to the next heading. */
function sectionsOf(page: string): Map<string, string> {
  const parts = page.split(/^(?=#{1,3} )/m).map((part) => /^### (IMG\d{4})\n([\s\S]*)$/.exec(part))
  return new Map(parts.flatMap((match) => (match ? [[match[1]!, match[2]!.trim()]] : [])))
}

/** First the messages, each between backticks, then what there is to know. */
function partsOf(section: string): { messages: string[]; advice: string } {
  const [first = '', ...rest] = section.split('\n\n')
  return {
    messages: first.split('\n').map((line) => line.replace(/^`(.*)`$/, '$1')),
    advice: rest.join('\n\n').trim(),
  }
}

/** Between what differs: `…` in the page, an expression in the code. A status is a value too. */
function piecesOf(message: string): string[] {
  return message.split(/…|\b\d{3}\b/).filter((piece) => piece.trim().length > 2)
}
