import { describe, expect, test } from '@jest/globals'
import { faultsIn, readText } from './reading.ts'

describe('what is no YAML', () => {
  test.each([
    [
      'a tab',
      'run:\n\tenv: {}',
      '2:1 This is not valid YAML: Tabs are not allowed as indentation. → Indent with blanks.',
    ],
    [
      'two keys in a line',
      'version: 1\nrun: env: {}',
      '2:6 This is not valid YAML: Nested mappings are not allowed in compact mappings. → Put a text that holds ": " into quotes, and give each key a line of its own.',
    ],
    [
      'a variable without quotes',
      'version: 1\nservices:\n  db:\n    image: {{postgres}}\n',
      '4:13 This is not valid YAML: a key must be a text. → Put a value that begins with {{ into quotes: "{{postgres}}".',
    ],
    [
      'a second document',
      'version: 1\n---\nversion: 1\n',
      '2:1 This is not valid YAML: here begins a second document. → Leave out "---": a check file is one document.',
    ],
    [
      'a tag',
      'version: 1\nimage: { user: !app }',
      '2:16 This is not valid YAML: Unresolved tag: !app. → Put a text that begins with ! into quotes.',
    ],
    [
      'an alias of nothing',
      'version: 1\nimage: { user: *app }',
      '2:16 There is no anchor &app before this alias. → Put a text that begins with * into quotes.',
    ],
    [
      'a key that objects swallow',
      'version: 1\nimage: { env: { B: b, __proto__: a } }',
      '2:23 "__proto__" can be no key. → Leave it out.',
    ],
    [
      'a merge of no mapping',
      'version: 1\nrun: { <<: text }',
      '2:8 "<<" merges mappings, and this is none. → Write <<: *anchor, or a list of aliases.',
    ],
  ])('%s', (_what, text, expected) => {
    expect(faultsIn(text)).toEqual([expected])
  })

  test('several places, each line once', () => {
    const faults = faultsIn('version: 1\nimage: { user: "a\nrun: "b" "c"\nfiles: [\n')
    expect(faults.length).toBeGreaterThan(1)
    expect(new Set(faults.map((fault) => fault.split(':')[0])).size).toBe(faults.length)
  })
})

test.each(['', '# nothing\n', '---\n', '~'])('an empty file: %j', (text) => {
  expect(faultsIn(text)).toEqual([
    '1:1 The check file is empty. → Begin with "version: 1"; verify --init drafts a file from an image.',
  ])
})

test('a key that stands twice', () => {
  expect(faultsIn('version: 1\nimage:\n  user: a\n  "user": b\n')).toEqual([
    '4:3 The key "user" stands here a second time. → Leave one of them out, or join them.',
  ])
})

describe('anchors', () => {
  const shared = `version: 1
matrix:
  - &base
    name: one
    env: &env { PUID: 007, PGID: 1 }
  - <<: *base
    name: two
    env:
      <<: [*env, { PGID: 2, EXTRA: 3 }]
      PUID: 8
`

  test('are followed and merged, and what is written beside them wins', () => {
    expect(readText(shared).checks.matrix).toEqual([
      { name: 'one', env: { PUID: '007', PGID: '1' }, services: true },
      { name: 'two', env: { PUID: '8', PGID: '1', EXTRA: '3' }, services: true },
    ])
  })

  test('have their place where they are written', () => {
    const { placeOf } = readText(shared)
    expect(placeOf(['matrix', 1, 'env', 'PGID'])).toMatchObject({ line: 5, column: 28 })
    expect(placeOf(['matrix', 1, 'env', 'PUID'])).toMatchObject({ line: 10, column: 7 })
  })
})

describe('what is meant to exhaust us', () => {
  test('a file of more than a megabyte', () => {
    expect(faultsIn(`version: 1\nrun: {} # ${'x'.repeat(1_000_000)}`)[0]).toContain('larger than 1 MB')
  })

  test('aliases of aliases', () => {
    const bomb = Array.from({ length: 30 }, (_, level) =>
      level === 0 ? 'a0: &a0 [x]' : `a${level}: &a${level} [*a${level - 1}, *a${level - 1}]`,
    )
    expect(faultsIn(bomb.join('\n'))[0]).toContain('holds more than 50000 values')
  })

  test.each([80, 10_000, 400_000])('%d levels', (depth) => {
    expect(faultsIn(`version: 1\nrun: ${'['.repeat(depth)}${']'.repeat(depth)}`).join()).toContain(
      'nested too deeply',
    )
  })

  test('aliases that nest', () => {
    const chain = Array.from({ length: 500 }, (_, level) => `a${level}: &a${level} [*a${level - 1}]`)
    expect(faultsIn(['a-1: &a-1 [x]', ...chain].join('\n')).join()).toContain('nested too deeply')
  })
})
