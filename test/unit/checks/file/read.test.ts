import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { stringify } from 'yaml'
import type { CheckPath } from '../../../../actions/checks/check.ts'
import { readText } from './reading.ts'

describe('where text is wanted, a value counts as it is written', () => {
  test.each([
    ['007', '007'],
    ['1.50', '1.50'],
    ['0x1F', '0x1F'],
    ['1e3', '1e3'],
    ['.inf', '.inf'],
    ['True', 'True'],
    ['yes', 'yes'],
    ['12345678901234567890', '12345678901234567890'],
    ['"007"', '007'],
    ['', null],
    ['~', null],
    ['null', null],
    ['"null"', 'null'],
    ["''", ''],
  ])('%s', (written, value) => {
    const { checks } = readText(`version: 1\nrun:\n  env:\n    PUID: ${written}\n`)
    expect(checks.run?.env).toEqual({ PUID: value })
  })

  test('everywhere in the file, and where a number is wanted it stays one', () => {
    const { checks } = readText(`version: 1
variables: { tag: 017 }
image: { user: 1001, labels: { build: 0042 }, env: { A: { contains: 010 } }, ports: [8000] }
files: [{ path: /a, mode: 0755, owner: 0 }]
run: { cmd: [sleep, 010], http: [{ path: /, headers: { X-Version: 010 }, json: { a: 010 }, status: 204 }] }
`)
    expect(checks).toMatchObject({
      variables: { tag: '017' },
      image: { user: '1001', labels: { build: '0042' }, env: { A: { contains: ['010'] } }, ports: [8000] },
      files: [{ mode: '0755', owner: '0' }],
      run: {
        cmd: ['sleep', '010'],
        http: [{ headers: { 'X-Version': '010' }, json: { a: 10 }, status: [204] }],
      },
    })
  })

  test('whatever a plain number looks like', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-+]?[0-9]{1,12}(\.[0-9]{1,6})?(e[0-9]{1,2})?$/), (number) => {
        expect(readText(`version: 1\nrun: { env: { A: ${number} } }`).checks.run?.env.A).toBe(number)
      }),
    )
  })
})

test('what is left out has its default', () => {
  const { checks } = readText(
    'version: 1\nrun: { ready: { http: {} }, http: [{ path: / }], exec: [{ cmd: [a] }], stop: {} }',
  )
  expect(checks.run).toEqual({
    env: {},
    ready: { http: { path: '/', status: [200] }, tries: 30, interval: 1000 },
    http: [{ path: '/', method: 'GET', headers: {}, status: [200] }],
    exec: [{ cmd: ['a'], env: {}, exit: 0, within: 30_000 }],
    stop: { signal: 'SIGTERM', exit: [0], within: 10_000 },
  })
})

describe('places', () => {
  const { placeOf } = readText(`# yaml-language-server: $schema=x
version: 1
image:
  user: app
  env: { A: b, "C D": e }
files:
  - path: /a
    contains: one
  -
    path: /b
run:
  http:
  - { path: /, status: [200, 204] }
`)
  const cases: [CheckPath, number, number][] = [
    [[], 2, 1],
    [['image'], 3, 1],
    [['image', 'user'], 4, 3],
    [['image', 'env', 'A'], 5, 10],
    [['image', 'env', 'C D'], 5, 16],
    [['files', 0], 7, 5],
    [['files', 0, 'contains'], 8, 5],
    [['files', 0, 'contains', 0], 8, 5],
    [['files', 1], 10, 5],
    [['run', 'http', 0, 'status', 1], 13, 30],
    [['run', 'ready', 'tries'], 11, 1],
    [['secrets'], 2, 1],
    [['files', 5, 'path'], 6, 1],
  ]
  test.each(cases)('%j is at %d:%d', (path, line, column) => {
    expect(placeOf(path)).toEqual({ file: 'image-verify.yml', line, column })
  })

  test('every key of any mapping leads to its line', () => {
    const name = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,10}$/)
    const variables = fc.dictionary(name, fc.string({ unit: fc.constantFrom('a', ' ', '"', ':', '\n', '#') }))
    fc.assert(
      fc.property(variables, (env) => {
        const text = stringify(
          { version: 1, run: { env } },
          { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
        )
        const file = readText(text)
        expect(file.checks.run?.env).toEqual(env)
        for (const key of Object.keys(env)) {
          const { line, column } = file.placeOf(['run', 'env', key])
          expect(text.split('\n')[line - 1]?.slice(column - 1)).toMatch(new RegExp(`^"?${key}`))
        }
      }),
    )
  })
})
