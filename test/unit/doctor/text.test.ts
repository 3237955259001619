import { expect, test } from '@jest/globals'
import { ok, problem, warning } from '../../../actions/doctor/finding.ts'
import { findingsText, verdict } from '../../../actions/doctor/text.ts'

test('a line for each finding, and what to do beneath it', () => {
  const text = findingsText([
    ok('git', '/usr/bin/git'),
    problem('podman', 'not here\x1b[2J', `Install it. ${'And so on. '.repeat(12).trim()}`),
  ])
  const lines = text.split('\n')
  expect(lines.slice(0, 3)).toEqual([
    '  ✓ git     /usr/bin/git',
    '  ✗ podman  not here [2J',
    expect.stringMatching(/^ {6}Install it\. And so on\./),
  ])
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80)
  expect(lines.at(-2)).toBe('1 problem.')
})

test.each([
  [[], 'Nothing stands in the way.'],
  [[ok('a', '')], 'Nothing stands in the way.'],
  [[warning('a', '', 'b.')], '1 warning.'],
  [[warning('a', '', 'b.'), problem('a', '', 'b.'), problem('a', '', 'b.')], '2 problems and 1 warning.'],
])('%j: %s', (findings, expected) => {
  expect(verdict(findings)).toBe(expected)
})
