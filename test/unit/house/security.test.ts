import { describe, expect, test } from '@jest/globals'
import { exists } from './manifests.ts'
import { linksOf } from './markdown.ts'
import { read } from './tracked.ts'

const ROW = /^\| (?!Attack \|)(?<attack>[^|]+) \| (?<defence>[^|]+) \| (?<tests>[^|]+) \|$/gm
const rows = [...read('SECURITY.md').matchAll(ROW)].map(({ groups }) => groups as Record<string, string>)

test('the threat model is there to be read', () => {
  expect(rows.length).toBeGreaterThan(20)
})

describe.each(rows)('against: $attack', ({ tests = '' }) => {
  const files = linksOf(tests)

  test('there is a test', () => {
    expect(files.filter((file) => file.endsWith('.test.ts'))).not.toEqual([])
    expect(files.filter((file) => !file.startsWith('test/') || !exists(file))).toEqual([])
  })
})
