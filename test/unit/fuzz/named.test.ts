import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { DOCUMENTS } from './documents.ts'
import { LANGUAGES } from './languages.ts'
import { NAMES } from './names.ts'

const ROOMS = fileURLToPath(new URL('../../../actions/', import.meta.url))
/** A function that calls itself a reader, of a text or of lines. */
const PARSER =
  /export (?:async )?function ((?:parse|read)[A-Z]\w*)\(\s*(\w+): (?:readonly )?string(?: \| undefined|\[\])?[,)]/g
/** What they are given is no text but the name of something that is on the disk, or holds nothing to be parsed. */
const PLACES = new Set(['folder', 'folders', 'root', 'path', 'file', 'whose', 'name', 'directory'])

const fuzzed = [...NAMES, ...DOCUMENTS, ...LANGUAGES].map(({ where }) => where)

function parsersOf(file: string): string[] {
  const text = readFileSync(`${ROOMS}${file}`, 'utf8')
  return [...text.matchAll(PARSER)].flatMap(([, name, parameter = '']) =>
    PLACES.has(parameter) ? [] : [`${file} ${name}`],
  )
}

test('every function that parses a text is fuzzed', () => {
  const found = globSync('**/*.ts', { cwd: ROOMS }).flatMap(parsersOf)
  expect(found.length).toBeGreaterThan(25)
  expect(found.filter((each) => !fuzzed.includes(each))).toEqual([])
})

test.each(fuzzed)('%s is still there', (where) => {
  const [file, name = ''] = where.split(' ')
  const [container = ''] = name.split('.')
  expect(readFileSync(`${ROOMS}${file}`, 'utf8')).toMatch(new RegExp(`export .*\\b${container}\\b`))
})

test('how often each is tried is a setting, which no test undercuts', () => {
  const here = globSync('*.ts', { cwd: fileURLToPath(new URL('.', import.meta.url)) })
  const own = here.filter((file) => /numRuns\s*:/.test(readFileSync(new URL(file, import.meta.url), 'utf8')))
  expect(own).toEqual([])
})
