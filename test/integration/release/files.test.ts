import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { makeFiles, readFiles } from '../../../scripts/release/files.ts'
import { makeRepository, type Repository } from './repository.ts'

let repository: Repository
let first: string
beforeAll(() => {
  repository = makeRepository()
  first = join(repository.git.folder, '../first')
  makeFiles(repository.git.folder, first)
})
afterAll(() => repository.close())

test('a release offers the package, the program, the schema, and their checksums', () => {
  const files = readFiles(first)
  expect(files.map(({ name }) => name)).toEqual([
    ...['SHA256SUMS', 'image-actions-0.0.0.tgz', 'image-verify.schema.json', 'snapshot-cli.js'],
  ])
  expect(String(files.at(-1)?.bytes)).toBe('cli()\n')
})

test('the same tree gives the same bytes, wherever it lies', () => {
  const again = join(repository.git.folder, '../again')
  const second = join(repository.git.folder, '../second')
  repository.git.run(['clone', '--quiet', '.', again])
  makeFiles(again, second)
  expect(readFiles(second)).toEqual(readFiles(first))
})

describe('what another job made is refused', () => {
  test.each([
    ['where a byte differs', () => writeFileSync(join(first, 'snapshot-cli.js'), 'evil()\n')],
    ['where a file is one too many', () => writeFileSync(join(first, 'more'), '')],
    ['where a file is missing', () => rmSync(join(first, 'snapshot-cli.js'))],
    ['where there are no checksums', () => rmSync(join(first, 'SHA256SUMS'))],
  ])('%s', (_what, change) => {
    rmSync(first, { recursive: true })
    makeFiles(repository.git.folder, first)
    change()
    expect(() => readFiles(first)).toThrow('not those that SHA256SUMS names')
  })
})
