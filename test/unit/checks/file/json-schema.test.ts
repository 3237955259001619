import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { parse, stringify } from 'yaml'
import {
  homesOf,
  type JsonSchema,
  keysAt,
  SCHEMA_ADDRESS,
} from '../../../../actions/checks/file/json-schema.ts'
import { checkout, ourFiles, read } from '../../house/tracked.ts'
import { documents, mishap } from './documents.ts'
import { faultsIn } from './reading.ts'

const schema: JsonSchema = JSON.parse(readFileSync(join(checkout, 'verify/image-verify.schema.json'), 'utf8'))
const accepts = new Ajv({
  strict: true,
  strictRequired: false,
  strictTypes: false,
  allowUnionTypes: true,
}).compile(schema)
const sound = (document: unknown) => faultsIn(stringify(document)).length === 0

test('is one that editors know, with an address and a title', () => {
  expect(schema).toMatchObject({
    $id: SCHEMA_ADDRESS,
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: expect.any(String),
    additionalProperties: false,
  })
})

test('every key says what it is for', () => {
  const silent = (one: JsonSchema, path: string): string[] => [
    ...Object.entries(one.properties ?? {}).flatMap(([key, value]) => [
      ...(value.description ? [] : [`${path}.${key}`]),
      ...silent(value, `${path}.${key}`),
    ]),
    ...(one.items ? silent(one.items, path) : []),
    ...(one.anyOf ?? []).flatMap((form) => silent(form, path)),
    ...(typeof one.additionalProperties === 'object' ? silent(one.additionalProperties, `${path}.*`) : []),
  ]
  expect(silent(schema, '')).toEqual([])
})

describe('the check files of this project', () => {
  const files = ourFiles('examples/**/image-verify*.yml', 'docs/**/image-verify*.yml')
  test.each(files.length > 0 ? files : ['examples/fastapi-api/image-verify.yml'])('%s', (file) => {
    const given = Object.fromEntries(
      ['postgres', 'redis', 'python', 'pgbouncer'].map((name) => [name, 'localhost/x']),
    )
    expect(faultsIn(read(file), given)).toEqual([])
    expect(accepts(parse(read(file), { merge: true })) || accepts.errors).toBe(true)
    // By which editors find it.
    expect(read(file).split('\n')[0]).toBe(`# yaml-language-server: $schema=${SCHEMA_ADDRESS}`)
  })
})

describe('the reader and the schema agree', () => {
  test('on what is right', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(faultsIn(stringify(document))).toEqual([])
        expect(accepts(document) || accepts.errors).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('on what was spoilt: what an editor marks is refused here too', () => {
    fc.assert(
      fc.property(documents.chain(mishap), (document) => {
        if (!accepts(document)) expect(sound(document)).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  test.each([
    ['an unknown key', { run: { htp: [] } }],
    ['a list for a mapping', { run: [] }],
    ['no path', { files: [{}] }],
    ['two ways to be ready', { run: { ready: { tcp: 1, healthcheck: true } } }],
    ['no way to be ready', { run: { ready: { tries: 3 } } }],
    ['no such unit', { run: { stop: { within: '5 hours' } } }],
    ['no such signal', { run: { stop: { signal: 'TERM' } } }],
    ['no such port', { services: { db: { image: 'x', port: 0 } }, run: {} }],
    ['a service with a blank', { services: { 'd b': { image: 'x' } }, run: {} }],
    ['a rebuild without steps', { rebuild: [{ edit: 'a' }] }],
    ['an allowance of everything', { secrets: { allow: [{}] } }],
    ['an id that means no change', { run: { process: { uid: 4294967295 } } }],
    ['a case without exit', { cases: [{ name: 'a' }] }],
    ['a variable that is a list', { run: { env: { A: [] } } }],
  ])('that this is wrong: %s', (_what, document) => {
    expect(sound({ version: 1, ...document })).toBe(false)
    expect(accepts({ version: 1, ...document })).toBe(false)
  })
})

test.each([
  [[], ['version', 'run', 'rebuild']],
  [
    ['files', 3],
    ['path', 'owner'],
  ],
  [['run', 'env', 'A'], []],
  [
    ['services', 'db', 'ready', 'http'],
    ['path', 'port', 'status'],
  ],
  [
    ['image', 'env', 'A'],
    ['contains', 'excludes', 'matches'],
  ],
  [['no', 'such'], []],
])('known at %j: %j', (path, expected) => {
  expect(keysAt(path)).toEqual(expect.arrayContaining(expected))
  if (expected.length === 0) expect(keysAt(path)).toEqual([])
})

test('where a key is at home', () => {
  expect(homesOf('stop')).toEqual(['run'])
  expect(homesOf('services')).toEqual([''])
  expect(homesOf('max-size')).toEqual(['image'])
  expect(homesOf('nowhere')).toEqual([])
})
