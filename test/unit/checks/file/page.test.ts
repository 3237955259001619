import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type JsonSchema, jsonSchemaOfCheckFile } from '../../../../actions/checks/file/json-schema.ts'
import { blocksOf } from '../../house/markdown.ts'
import { checkout, read } from '../../house/tracked.ts'
import { faultsIn } from './reading.ts'

const keys: {
  fillKeys(text: string, schema: JsonSchema): string
  mappingAt(schema: JsonSchema, path: string): JsonSchema | undefined
} = await import(join(checkout, 'scripts/keys.mjs'))

const page = read('docs/check-file.md')
const schema = jsonSchemaOfCheckFile()

test.each(blocksOf(page, 'yaml'))('an example is a check file: %#', (example) => {
  expect(faultsIn(example)).toEqual([])
})

test('every key is in a table', () => {
  const tables = [...page.matchAll(/<!-- keys image-verify ?([\w.*-]*) -->/g)]
  const told = tables.map(([, path = '']) => namesOf(keys.mappingAt(schema, path)).join())
  const all = new Set(keysWithin(schema).map((names) => names.join()))
  expect([...all].filter((names) => !told.includes(names))).toEqual([])
})

describe('a table of keys', () => {
  const fill = (properties: Record<string, JsonSchema>, required: string[] = []) =>
    keys.fillKeys('<!-- keys image-verify -->\nold\n<!-- /keys -->', { properties, required }).split('\n')[3]

  test.each<[JsonSchema, string]>([
    [{ type: 'integer', description: 'a|b', default: 30 }, '| `x` | number | a\\|b | `30` |'],
    [{ type: 'boolean', default: {} }, '| `x` | `true`, `false` |  |  |'],
    [{ enum: ['a', 'b'], default: 'a' }, '| `x` | `a`, `b` |  | `a` |'],
    [{ anyOf: [{ type: 'string' }, { items: { type: 'string' } }] }, '| `x` | text or list of texts |  |  |'],
    [{ title: 'duration', type: 'string', default: '1s' }, '| `x` | duration |  | `1s` |'],
    [{ additionalProperties: { type: 'string' } }, '| `x` | mapping |  |  |'],
  ])('%j', (property, row) => {
    expect(fill({ x: property })).toBe(row)
  })

  test('says what is required', () => {
    expect(fill({ x: { type: 'string' } }, ['x'])).toBe('| `x` | text |  | **required** |')
  })

  test('of nothing is a mistake', () => {
    expect(() => keys.fillKeys('<!-- keys image-verify run.nothing -->\n<!-- /keys -->', schema)).toThrow(
      'The check file has no mapping at "run.nothing".',
    )
  })
})

function namesOf(mapping: JsonSchema | undefined): string[] {
  return Object.keys(mapping?.properties ?? {})
}

/** The keys of each mapping in it. */
function keysWithin(one: JsonSchema): string[][] {
  const inner = [
    ...Object.values(one.properties ?? {}),
    ...(one.anyOf ?? []),
    ...(one.items ? [one.items] : []),
    ...(typeof one.additionalProperties === 'object' ? [one.additionalProperties] : []),
  ]
  return [...(one.properties ? [namesOf(one)] : []), ...inner.flatMap(keysWithin)]
}
