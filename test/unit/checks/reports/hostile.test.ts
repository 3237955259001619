import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { clean, cleanLine } from '../../../../actions/checks/reports/facts.ts'
import { failuresOf } from '../../../../actions/checks/reports/failures.ts'
import { jsonOf } from '../../../../actions/checks/reports/json.ts'
import { junitOf } from '../../../../actions/checks/reports/junit.ts'
import { summaryOf } from '../../../../actions/checks/reports/summary.ts'
import { textOf } from '../../../../actions/checks/reports/text.ts'
import type { Verification } from '../../../../actions/checks/verification.ts'
import { command } from '../../../../actions/runner/log.ts'
import { hostileVerification } from './verification.ts'
import { readXml } from './xml-reader.ts'

const always = (property: (verification: Verification) => void) =>
  fc.assert(fc.property(hostileVerification, property))
const linesOf = (text: string) => text.split(/\r\n?|[\n\u0085\u2028\u2029]/)
// biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/

test('JUnit stays well-formed, and names every check', () => {
  always((verification) => {
    const suites = readXml(junitOf(verification)).children
    const cases = suites.flatMap(({ children }) => children.filter(({ name }) => name === 'testcase'))
    const names = verification.results.map(({ name }) => name)
    expect(cases.map(({ attributes }) => attributes.name).toSorted()).toEqual(
      names.map((name) => clean(name).toWellFormed()).toSorted(),
    )
  })
})

test('JSON gives back what was found, and commands nobody', () => {
  always((verification) => {
    const text = jsonOf(verification)
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(verification)))
    expect(text).not.toMatch(CONTROL)
    expect(text).not.toContain('##[')
    expect(linesOf(text).filter((line) => line.trimStart().startsWith('::'))).toEqual([])
  })
})

test('a text for terminals has a line for each fact, and no command', () => {
  always((verification) => {
    const lines = linesOf(textOf(verification).slice(0, -1))
    const { results } = verification
    const told = results.flatMap(({ finding }) =>
      finding ? [1, 1, ...(finding.hint === undefined ? [] : [1]), ...(finding.log ?? [])] : [],
    )
    const sections = new Set(results.map(({ path }) => path[0])).size
    expect(lines).toHaveLength(3 + 2 * sections + results.length + told.length)
    for (const line of lines.slice(1)) expect(line).not.toMatch(/^\s*::/)
    for (const line of lines) expect(line).not.toMatch(CONTROL)
  })
})

test('an annotation is one command of one line', () => {
  always((verification) => {
    const failures = failuresOf(verification)
    const failed = verification.results.filter(({ status }) => status === 'failed').length
    const open = verification.results.filter(({ status }) => status === 'unchecked').length
    expect(failures).toHaveLength(failed || open)
    for (const failure of failures) {
      expect(String(failure)).not.toMatch(/[\n\r\u2028]/)
      expect(command('error', String(failure), failure.place)).not.toMatch(/[\r\n]/)
    }
  })
})

test('a summary is made of our own markup only', () => {
  always((verification) => {
    for (const { markdown } of summaryOf(verification)) {
      const titled = markdown.replace(/<summary>[^<\n]*<\/summary>/g, '')
      const fenced = titled.replace(/^```text\n[\s\S]*?\n```$/gm, '')
      expect(fenced).not.toContain('```')
      const bare = fenced.replace(/\\.|`[^`\n]*`/g, '')
      expect(bare.replace(/<\/?details>|<br>/g, '')).not.toMatch(/[<`]/)
      for (const line of bare.split('\n').filter((line) => line.startsWith('|')))
        expect([3, 4, 5]).toContain(line.split('|').length - 1)
      expect(markdown).not.toMatch(CONTROL)
    }
  })
})

test('a log keeps its indentation and nothing else that can’t be seen', () => {
  expect(cleanLine('\u001b[31m\tFile "a.py"\u001b[0m\u0007 \r')).toBe('  File "a.py"')
  expect(clean(' \u001b]0;title\u0007\u001b[2Jtext\r\nmore ')).toBe('text more')
})
