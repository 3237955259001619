import { stripVTControlCharacters } from 'node:util'
import type { LocatedResult, Verification } from '../verification.ts'
import { clean, countsOf, type Section, sectionsOf } from './facts.ts'
import { element, text } from './xml.ts'

/** JUnit XML, as test reports of every kind of CI read it: a suite for each part of the check file. */
export function junitOf(verification: Verification): string {
  const { name, milliseconds, results } = verification
  const suites = sectionsOf(verification).map((section) => `\n${suiteOf(section, verification)}`)
  const document = element(
    'testsuites',
    { name: clean(name), ...tally(results), time: seconds(milliseconds) },
    [...suites, '\n'],
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`
}

function suiteOf({ name, results }: Section, verification: Verification): string {
  const { id, platform, started, file } = verification
  const time = seconds(results.reduce((sum, { milliseconds }) => sum + milliseconds, 0))
  const properties = Object.entries({ image: verification.name, id, platform }).map(([key, value]) =>
    element('property', { name: key, value: clean(value) }),
  )
  return element('testsuite', { name, ...tally(results), time, timestamp: started, file }, [
    element('properties', {}, properties),
    ...results.map((result) => `\n  ${caseOf(result, name)}`),
    '\n',
  ])
}

function caseOf(result: LocatedResult, section: string): string {
  const { name, milliseconds, place } = result
  const attributes = {
    name: clean(name),
    classname: section,
    time: seconds(milliseconds),
    file: place.file,
    line: place.line,
  }
  return element('testcase', attributes, outcomeOf(result))
}

function outcomeOf({ status, finding, reason }: LocatedResult): string[] {
  if (status === 'unchecked') return [element('skipped', { message: clean(reason ?? '') })]
  if (status === 'passed' || !finding) return []
  const { expected, actual, hint, log = [] } = finding
  const lines = [
    `Expected: ${expected}`,
    `Actual: ${actual}`,
    ...(hint === undefined ? [] : [`Hint: ${hint}`]),
    ...(log.length > 0 ? ['Log:', ...log] : []),
  ]
  const body = lines.map(stripVTControlCharacters).join('\n')
  const message = `expected ${clean(expected)}, but found ${clean(actual)}`
  return [element('failure', { message, type: 'check' }, [text(body)])]
}

function tally(results: readonly LocatedResult[]) {
  const { failed, unchecked } = countsOf(results)
  return { tests: results.length, failures: failed, errors: 0, skipped: unchecked }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3)
}
