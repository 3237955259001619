import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { bumpFor, readCommit } from '../../../scripts/release/commits.ts'

const SHA = 'a'.repeat(40)

test.each([
  ['feat: one', '', { type: 'feat', scope: '', subject: 'one', breaking: false }],
  ['fix(merge): two', '', { type: 'fix', scope: 'merge', subject: 'two', breaking: false }],
  ['feat(plan)!: three', '', { type: 'feat', scope: 'plan', subject: 'three', breaking: true }],
  ['fix: four', 'Why.\n\nBREAKING CHANGE: rename it.', { type: 'fix', breaking: true }],
  ['fix: five', 'This is no BREAKING CHANGE: at all', { breaking: false }],
  ['Whatever: it is', '', { type: '', subject: 'Whatever: it is' }],
  ['no kind at all', '', { type: '', subject: 'no kind at all', breaking: false }],
  ['feat:', '', { type: '', subject: 'feat:' }],
])('%j', (header, body, expected) => {
  expect(readCommit(SHA, header, body)).toMatchObject(expected)
})

test('of any message there is a subject', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (header, body) => {
      expect(readCommit(SHA, header, body).subject.length).toBeGreaterThan(0)
    }),
  )
})

test.each([
  [['fix: a', 'docs: b', 'c'], 'patch'],
  [['fix: a', 'feat: b'], 'minor'],
  [['feat: a', 'chore!: b'], 'major'],
  [[], 'patch'],
] as const)('%j ask for %s', (headers, bump) => {
  expect(bumpFor(headers.map((header) => readCommit(SHA, header, '')))).toBe(bump)
})
