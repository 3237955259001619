import { describe, expect, test } from '@jest/globals'
import { isPassed } from '../../../../actions/checks/reports/facts.ts'
import { failuresOf } from '../../../../actions/checks/reports/failures.ts'
import { junitOf } from '../../../../actions/checks/reports/junit.ts'
import { summaryOf } from '../../../../actions/checks/reports/summary.ts'
import { textOf } from '../../../../actions/checks/reports/text.ts'
import { fitSummary } from '../../../../actions/report/fit.ts'
import { paintReport } from '../../../../actions/runner/colours.ts'
import { failed, passed, unchecked, verification } from './verification.ts'
import { readXml } from './xml-reader.ts'

const FINDING = {
  expected: 'status 200',
  actual: 'status 500.',
  hint: 'Look at the log.',
  log: ['Traceback:', '  File "app.py"'],
}
const mixed = verification([
  passed(['image', 'user'], 'USER is app'),
  passed(['run', 'ready'], 'is ready', 500),
  failed(['run', 'http', 0], 'GET /health answers 200', FINDING, 12),
  unchecked(['run', 'stop'], 'SIGTERM ends it', 'GET /health failed'),
])
const good = verification([passed(['image', 'user'], 'USER is app')])

test('JUnit has a suite for each part, with counts, times, places and reasons', () => {
  const root = readXml(junitOf(mixed))
  expect(root.attributes).toEqual({
    name: 'localhost/app',
    ...{ tests: '4', failures: '1', errors: '0', skipped: '1', time: '2.600' },
  })
  const [image, run] = root.children
  expect(image?.attributes).toMatchObject({ name: 'image', tests: '1', failures: '0', time: '0.010' })
  expect(run?.attributes).toMatchObject({ name: 'run', tests: '3', failures: '1', skipped: '1' })
  const [properties, ready, http, stop] = run?.children ?? []
  expect(properties?.children.map(({ attributes }) => attributes.name)).toEqual(['image', 'id', 'platform'])
  expect(ready).toMatchObject({ attributes: { name: 'is ready', time: '0.500' }, children: [] })
  expect(http?.attributes).toMatchObject({ classname: 'run', file: 'image-verify.yml', line: '12' })
  expect(http?.children).toMatchObject([
    {
      name: 'failure',
      attributes: { message: 'expected status 200, but found status 500.' },
      text: 'Expected: status 200\nActual: status 500.\nHint: Look at the log.\nLog:\nTraceback:\n  File "app.py"',
    },
  ])
  expect(stop?.children).toMatchObject([{ name: 'skipped', attributes: { message: 'GET /health failed' } }])
})

test('a terminal gets every check under its part, and all that is known of a failed one', () => {
  expect(textOf(mixed)).toBe(`localhost/app (aaaaaaaaaaaa, linux/amd64) as image-verify.yml wants it

image
  ✓ USER is app

run
  ✓ is ready
  ✗ GET /health answers 200 (image-verify.yml:12:3)
      expected: status 200
      actual:   status 500.
      hint:     Look at the log.
      log:      | Traceback:
                |   File "app.py"
  – SIGTERM ends it: GET /health failed

2 passed, 1 failed, 1 unchecked in 2.6 s
`)
})

test('a terminal shows the marks in colour, and nothing else of it', () => {
  const painted = paintReport(textOf(mixed), (meaning, text) => `<${meaning} ${text}>`)
  expect(painted.match(/<\w+ .*?>/g)).toEqual(['<good ✓>', '<good ✓>', '<bad ✗>', '<warning –>'])
})

describe('the summary', () => {
  test('tells first what failed, then what was left open, and folds the rest', () => {
    const text = fitSummary(summaryOf(mixed))
    const parts = [
      '### ✗ Verification of `localhost/app`',
      '**2 passed, 1 failed, 1 unchecked in 2.6 s**: `linux/amd64`',
      '| GET /health answers 200 | status 200 | status 500.<br>_Look at the log._ | `image-verify.yml:12` |',
      '<details><summary>Last lines of the log: GET /health answers 200</summary>',
      '```text\nTraceback:\n  File "app.py"\n```',
      '| SIGTERM ends it | GET /health failed | `image-verify.yml:9` |',
      '<details><summary>2 passed</summary>',
      '| run | is ready |',
    ]
    const places = parts.map((part) => text.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('of a success is a line and a fold', () => {
    const sections = summaryOf(good)
    expect(sections.map(({ importance }) => importance)).toEqual([1, 4])
    expect(sections[0]?.markdown).toContain('### ✓')
    expect(sections[0]?.markdown).toContain('**1 passed in 2.6 s**')
  })

  test('of a file that asks nothing says so', () => {
    expect(summaryOf(verification([]))[0]?.markdown).toContain('**0 passed in 2.6 s**')
  })
})

describe('a failure of a check', () => {
  test('says what, expected, found and what to do, at its line', () => {
    expect(failuresOf(mixed)).toMatchObject([
      {
        message: 'GET /health answers 200: expected status 200, but found status 500.',
        hint: 'Look at the log.',
        place: { file: 'image-verify.yml', line: 12, column: 3 },
      },
    ])
  })

  test('is what was left open, where nothing failed: that is no success either', () => {
    const open = verification([unchecked(['rebuild', 0], 'rebuilds', 'there is no build context')])
    expect(failuresOf(open).map(String)).toEqual([
      'rebuilds was not checked: there is no build context. Verify the image where its Containerfile and its build context are.',
    ])
    expect([isPassed(open), isPassed(mixed), isPassed(good)]).toEqual([false, false, true])
    expect(failuresOf(good)).toEqual([])
  })

  test('is told in as many words as a person reads', () => {
    const long = failed(['image', 'env'], 'A', { expected: 'x', actual: 'y'.repeat(100_000) })
    expect(String(failuresOf(verification([long]))[0]).length).toBeLessThan(3000)
  })
})
