import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isUserError } from '../../../actions/base/errors.ts'
import { compilePatterns } from '../../../actions/cleanup/choice/patterns.ts'

const fits = async (pattern: string, tag: string) => (await compilePatterns([pattern], 'tags'))(tag)

describe('a glob', () => {
  test.each([
    ['pr-*', 'pr-12', true],
    ['pr-*', 'xpr-12', false],
    ['pr-*', 'pr-', true],
    ['*', 'anything.at-all_1', true],
    ['v?', 'v1', true],
    ['v?', 'v', false],
    ['v?', 'v10', false],
    ['1.2.3', '1.2.3', true],
    ['1.2.3', '1x2x3', false],
    ['latest', 'latest-previous', false],
    ['v[0-9].*', 'v1.2', true],
    ['v[0-9].*', 'vx.2', false],
    ['[!v]*', 'v1', false],
    ['[!v]*', 'w1', true],
    ['[^v]*', 'v1', false],
    ['[v^]*', 'nothing', undefined],
    ['{main,dev}-*', 'dev-1', true],
    ['{main,dev}-*', 'prod-1', false],
    ['{a,b{1,2}}', 'b2', true],
    ['{a,b{1,2}}', 'b', false],
    ['{a,}b', 'b', true],
    ['PR-*', 'pr-1', false],
  ])('%s, and the tag %s: %s', async (pattern, tag, expected) => {
    if (expected === undefined) await expect(fits(pattern, tag)).rejects.toThrow('names no characters')
    else expect(await fits(pattern, tag)).toBe(expected)
  })

  const character = fc.constantFrom(...'abcXYZ019._-')
  const word = fc.string({ unit: character, minLength: 1, maxLength: 20 })

  test('without signs means itself, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(word, word, async (pattern, tag) => {
        expect(await fits(pattern, tag)).toBe(pattern === tag)
      }),
    )
  })

  test('with a star means all that begins and ends so', async () => {
    await fc.assert(
      fc.asyncProperty(word, word, word, async (start, end, tag) => {
        const expected = tag.length >= start.length + end.length && tag.startsWith(start) && tag.endsWith(end)
        expect(await fits(`${start}*${end}`, tag)).toBe(expected)
        expect(await fits(`${start}*${end}`, start + tag + end)).toBe(true)
      }),
    )
  })
})

describe('a regular expression', () => {
  test.each([
    ['/^v\\d+$/', 'v12', true],
    ['/^v\\d+$/', 'v12a', false],
    ['/rc/', '1.2.3-rc1', true],
    ['/RC/', '1.2.3-rc1', false],
    ['/RC/i', '1.2.3-rc1', true],
    ['/a|b/', 'xbx', true],
    ['/a/b/', 'a/b', true],
  ])('%s, and the tag %s: %s', async (pattern, tag, expected) => {
    expect(await fits(pattern, tag)).toBe(expected)
  })

  test.each(['(a+)+$', '((a*)*)*b$', '^(a|a)*$', '(a|aa)+$', '^(([a-z])+.)+[A-Z]([a-z])+$'])(
    'that would take others for ever is answered at once: %s',
    async (pattern) => {
      const filter = await compilePatterns([`/${pattern}/`], 'tags')
      const started = performance.now()
      expect(filter(`${'a'.repeat(20_000)}!`)).toBe(false)
      expect(performance.now() - started).toBeLessThan(2_000)
    },
  )
})

describe('a pattern that is none', () => {
  test.each([
    ['/(/', 'missing closing )'],
    ['/(?=a)/', 'invalid or unsupported'],
    ['/(a)\\1/', 'invalid escape sequence'],
    ['/a{1,1001}/', 'invalid repeat count'],
    ['/a', 'no tag has a "/"'],
    ['//', 'no tag has a "/"'],
    ['/a/g', 'no tag has a "/"'],
    ['pr-*, v*', 'no tag has a ","'],
    ['!latest', 'no tag has a "!"'],
    ['a b', 'no tag has a " "'],
    ['a}', 'a } without its {'],
    ['{a,b', 'a { without its }'],
    ['[a', 'a [ without its ]'],
    ['[]', 'names no characters'],
    ['[z-a]', 'invalid character class range'],
  ])('%s is named', async (pattern, fault) => {
    const error = await compilePatterns(['fine', pattern], 'exclude-tags').catch((thrown) => thrown)
    expect(isUserError(error)).toBe(true)
    expect(String(error)).toContain(`Input "exclude-tags" has the pattern "${pattern}": `)
    expect(String(error)).toContain(fault)
  })

  test('is told with all others', async () => {
    const error = await compilePatterns(['/(/', 'fine', '[x'], 'tags').catch((thrown) => thrown)
    expect(String(error)).toContain('"/(/"')
    expect(String(error)).toContain('"[x"')
  })

  test('is an error of the user, whatever is written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 30 }), async (pattern) => {
        const error = await compilePatterns([pattern, `/${pattern}/`], 'tags').catch((thrown) => thrown)
        if (error instanceof Error) expect(isUserError(error)).toBe(true)
      }),
    )
  })
})

test('one of several is enough, and none means none', async () => {
  const filter = await compilePatterns(['a*', '/z$/'], 'tags')
  expect(['ab', 'xz', 'x'].map(filter)).toEqual([true, true, false])
  expect((await compilePatterns([], 'tags'))('a')).toBe(false)
})
