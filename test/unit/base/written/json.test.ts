import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readJson } from '../../../../actions/base/written/json.ts'
import { placesIn } from '../../../../actions/base/written/places.ts'
import { offsetOf, plainOf } from '../../../../actions/base/written/written.ts'

const KIND = { name: 'list', empty: 'Begin with [].' }
const read = (text: string) => readJson(text, KIND)

function faultsIn(text: string): string[] {
  const placeAt = placesIn(text, 'list.json')
  return read(text).faults.map(({ at, message, hint }) => {
    const { line, column } = placeAt(at)
    return `${line}:${column} ${message} → ${hint}`
  })
}

const withoutProto = (value: unknown) => !JSON.stringify(value).includes('__proto__')
const document = fc.jsonValue({ maxDepth: 4 }).filter(withoutProto)

test('what JSON writes is read as it was, however it is indented', () => {
  fc.assert(
    fc.property(document, fc.constantFrom('', ' ', '\t', '\r\n'), (value, indent) => {
      const { root, faults } = read(JSON.stringify(value, null, indent))
      expect(faults).toEqual([])
      expect(plainOf(root!, new Set())).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('what JSON refuses is refused, and nothing else', () => {
  const edit = fc.record({ at: fc.nat(), cut: fc.nat(2), put: fc.constantFrom('', '"', ',', '}', '1', '\\') })
  fc.assert(
    fc.property(document, edit, (value, { at, cut, put }) => {
      const text = JSON.stringify(value)
      const position = at % text.length
      const edited = text.slice(0, position) + put + text.slice(position + cut)
      expect([edited, read(edited).root !== undefined]).toEqual([edited, isJson(edited)])
    }),
    { numRuns: 1000 },
  )
})

test('every part of a document is found where it stands', () => {
  const text = '{\n  "a": [1, {"b": "x"}],\n  "c": null\n}'
  const { root } = read(text)
  const startOf = (...path: (string | number)[]) => text.slice(offsetOf(root!, path)).slice(0, 4)
  expect([startOf(), startOf('a'), startOf('a', 1), startOf('a', 1, 'b'), startOf('c')]).toEqual([
    '{\n  ',
    '"a":',
    '{"b"',
    '"b":',
    '"c":',
  ])
})

describe('a fault has its place and says what to do', () => {
  test.each([
    ['', '1:1 The list is empty. → Begin with [].'],
    ['{"a": 1,}', '1:8 This is not valid JSON: here is a comma too many before }. → Leave it out.'],
    ['[1 2]', '1:3 This is not valid JSON: here a comma is missing. → Put a comma between the entries.'],
    ['[1 // one\n]', '1:4 This is not valid JSON: here a comment begins. → JSON has none: leave it out.'],
    ['// first\n[]', '1:1 This is not valid JSON: here a comment begins. → JSON has none: leave it out.'],
    ['[1,\n 2', '2:3 This is not valid JSON: it ends too early. → Close every bracket and every text.'],
    ['{"a": 1,', '1:9 This is not valid JSON: it ends too early. → Close every bracket and every text.'],
    ['{a: 1}', '1:2 This is not valid JSON: a key stands between double quotes. → Write "key": value.'],
    ['{"a" 1}', '1:6 This is not valid JSON: here a colon is missing. → Write "key": value.'],
    [
      '{"a": }',
      '1:7 This is not valid JSON: here a value is missing. → Write a text between double quotes, a number, [ or {.',
    ],
    ["['a']", '1:2 This is not valid JSON: a text stands between double quotes. → Write " for \'.'],
    ['[True]', '1:2 This is not valid JSON: here stands True. → Write true.'],
    ['[None]', '1:2 This is not valid JSON: here stands None. → Write null.'],
    [
      '["a\n"]',
      '1:2 This is not valid JSON: a text ends on the line that it begins on. → Close it with ", or write \\n in it.',
    ],
    [
      '["C:\\x"]',
      '1:2 This is not valid JSON: a text has a \\ that means nothing. → Write \\\\ for a backslash.',
    ],
    ['[] []', '1:4 This is not valid JSON: something follows its end. → One file is one document.'],
    [
      '{"a": 1,\n<<<<<<< HEAD\n"b": 2}',
      '2:1 This is not valid JSON: a merge conflict is left here. → Keep one side, without the marks of git.',
    ],
    [
      '{"a": 1\n=======\n}',
      '2:1 This is not valid JSON: a merge conflict is left here. → Keep one side, without the marks of git.',
    ],
    [
      '{\n"a": 1,\n"a": 2}',
      '3:1 The key "a" stands here a second time. → Leave one of them out, or join them.',
    ],
    ['{"__proto__": 1}', '1:2 "__proto__" can be no key. → Leave it out.'],
    ['['.repeat(65), '1:65 This is not valid JSON: it is nested too deeply. → Write it with fewer levels.'],
    ['9'.repeat(1_000_001), '1:1 The list is larger than 1 MB. → Write less, or several files.'],
  ])('%j', (text, expected) => {
    expect(faultsIn(text)).toEqual([expected])
  })

  test('and tells no password', () => {
    const key = '"https://me:secret@example.com/a"'
    expect(faultsIn(`{${key}: 1, ${key}: 2}`).join()).not.toContain('secret')
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
