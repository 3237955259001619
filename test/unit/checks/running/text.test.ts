import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findingOf, textFaults } from '../../../../actions/checks/text.ts'

const TEXT = 'first line\nsecond: 42 rows\n'

describe('a text', () => {
  test.each([
    [{}],
    [{ contains: ['first', '42 rows'] }],
    [{ excludes: ['third'] }],
    [{ matches: ['\\d+ rows'] }],
    [{ matches: ['(?m)^second'] }],
  ])('is as asked: %j', (asked) => {
    expect(textFaults('stdout', TEXT, asked)).toEqual([])
  })

  test.each<[object, string, string]>([
    [{ contains: ['third'] }, 'stdout contains "third"', 'stdout is "first line\nsecond: 42 rows"'],
    [{ matches: ['^second'] }, 'stdout matches /^second/', 'stdout is "first line\nsecond: 42 rows"'],
    [{ excludes: ['42'] }, 'stdout is without "42"', 'stdout has the line "second: 42 rows"'],
  ])('is not: %j', (asked, expected, actual) => {
    expect(textFaults('stdout', TEXT, asked)).toEqual([{ expected, actual }])
  })

  test('an empty one is called so', () => {
    expect(textFaults('stderr', ' \n', { contains: ['x'] })).toMatchObject([{ actual: 'stderr is empty' }])
  })

  test('a long one is shown by its end', () => {
    const [fault] = textFaults('stdout', `${'x'.repeat(5000)}the end`, { contains: ['y'] })
    expect(fault?.actual).toMatch(/^stdout is …"x+the end"$/)
    expect(fault?.actual.length).toBeLessThan(400)
  })

  test('one that goes on behind what is looked at may hold anything', () => {
    const [unseen] = textFaults('the body', TEXT, { excludes: ['third'] }, '1 MiB')
    expect(unseen?.actual).toBe('the body is longer than the 1 MiB that are looked at')
    const [missing] = textFaults('the body', TEXT, { contains: ['third'] }, '1 MiB')
    expect(missing?.actual).toMatch(/^the body is "first.*, and longer than the 1 MiB that are looked at$/s)
    expect(textFaults('the body', TEXT, { contains: ['first'], matches: ['rows'] }, '1 MiB')).toEqual([])
    expect(textFaults('the body', TEXT, { excludes: ['42'] }, '1 MiB')).toMatchObject([
      { actual: 'the body has the line "second: 42 rows"' },
    ])
  })

  test('what it contains it does not lack, and has too much of', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, part, after) => {
        const text = before + part + after
        expect(textFaults('it', text, { contains: [part] })).toEqual([])
        expect(textFaults('it', text, { excludes: [part] })).toHaveLength(1)
      }),
    )
  })

  test('several faults are one finding, which says the same only once', () => {
    const faults = textFaults('stdout', 'a', { contains: ['b', 'c'] })
    expect(findingOf(faults, { hint: 'h' })).toEqual({
      expected: 'stdout contains "b"; stdout contains "c"',
      actual: 'stdout is "a"',
      hint: 'h',
    })
    expect(findingOf([], { hint: 'h' })).toBeUndefined()
  })
})
