import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { jsonFaults } from '../../../../actions/checks/running/json.ts'

describe('an answer as JSON', () => {
  test.each<[string, unknown, unknown]>([
    ['more keys than asked', { status: 'ok', version: 3 }, { status: 'ok' }],
    ['more keys further down', { checks: { db: true, s3: false } }, { checks: { db: true } }],
    ['objects in lists', [{ id: 1, name: 'a' }], [{ id: 1 }]],
    ['a value alone', 'ok', 'ok'],
  ])('is as asked: %s', (_name, found, asked) => {
    expect(jsonFaults(JSON.stringify(found), asked)).toEqual([])
  })

  test.each<[string, string, unknown, string, string]>([
    [
      'another value',
      '{"checks":{"db":false}}',
      { checks: { db: true } },
      '.checks.db is true',
      '.checks.db is false',
    ],
    ['a missing key', '{"a":{}}', { a: { b: null } }, '.a.b is null', '.a has no "b"'],
    ['a longer list', '{"a":[1,2]}', { a: [1] }, '.a is [1]', '.a is [1,2]'],
    ['another kind', '{"a":[]}', { a: {} }, '.a is {}', '.a is []'],
    ['a number for a text', '{"a":1}', { a: '1' }, '.a is "1"', '.a is 1'],
    ['null for an object', 'null', { a: 1 }, 'the body is {"a":1}', 'the body is null'],
    ['no JSON', '<html>', {}, 'the body is JSON', 'it is none'],
    ['what every object inherits', '{}', { toString: 1 }, '.toString is 1', 'the body has no "toString"'],
  ])('differs: %s', (_name, text, asked, expected, actual) => {
    expect(jsonFaults(text, asked)).toEqual([{ expected, actual }])
  })

  test('anything is as it is asked to be, and so it is with fewer keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), (found, skipped) => {
        const text = JSON.stringify(found)
        const asked = JSON.parse(text) as Record<string, unknown>
        expect(jsonFaults(text, asked)).toEqual([])
        const names = Object.keys(asked)
        delete asked[names[skipped % Math.max(names.length, 1)] ?? '']
        expect(jsonFaults(text, asked)).toEqual([])
      }),
    )
  })
})
