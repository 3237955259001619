import { describe, expect, test } from '@jest/globals'
import { afterRelease, faultsOf, releaseAs, sectionOf } from '../../../scripts/release/changelog.ts'
import { read } from '../house/tracked.ts'

const DUTIES = '### What you must do'
const HEAD = '# Changelog\n\nWhat it is.\n'
const UNRELEASED = `## Unreleased\n\n${DUTIES}\n\nNothing.\n\n### New\n\n- One thing,\n  in two lines.\n- Another.\n`
const OLD = `## 1.1.0\n\n${DUTIES}\n\nNothing.\n\n### Fixed\n\n- Something.\n`
const TEXT = [HEAD, UNRELEASED, OLD].join('\n')

test('a version says what stands beneath its heading', () => {
  expect(sectionOf(TEXT, '1.1.0')).toBe(`${DUTIES}\n\nNothing.\n\n### Fixed\n\n- Something.`)
  expect(sectionOf(TEXT, '1.1')).toBeUndefined()
})

test('a release commit says the version where main says Unreleased, and nothing else differs', () => {
  expect(releaseAs(TEXT, '1.2.0')).toBe(TEXT.replace('## Unreleased', '## 1.2.0'))
})

describe('before a release', () => {
  const withDuties = (text: string) => `${HEAD}\n## Unreleased\n\n${DUTIES}\n\n${text}\n\n### New\n\n- One.\n`
  test.each([
    ['is as it should be', TEXT, false, []],
    ['tells what to do', withDuties('Rename it.'), true, []],
    ['has no Unreleased', [HEAD, OLD].join('\n'), false, ['has nothing under "Unreleased"']],
    ['has nothing there', `${HEAD}\n## Unreleased\n\n${OLD}`, false, ['has nothing under "Unreleased"']],
    ['has headings alone', `${HEAD}\n## Unreleased\n\n${DUTIES}\n`, false, ['has nothing']],
    ['is silent on duties', `${HEAD}\n## Unreleased\n\n- One.\n`, false, ['lacks "### What you must do"']],
    ['has a heading for them alone', withDuties(''), true, ['lacks "### What you must do"']],
    ['asks nothing for a breaking commit', TEXT, true, ['Write what a user has to change']],
  ])('%s', (_what, text, breaking, expected) => {
    expect(faultsOf(text, breaking)).toEqual(expected.map((each) => expect.stringContaining(each)))
  })

  test('what the last release told is not told again', () => {
    const repeated = TEXT.replace('- Another.', '- Another.\n- Something.')
    expect(faultsOf(TEXT, false, sectionOf(TEXT, '1.1.0'))).toEqual([])
    expect(faultsOf(repeated, false, sectionOf(TEXT, '1.1.0'))).toEqual([
      expect.stringContaining('npm run release -- changelog'),
    ])
  })
})

describe('after a release', () => {
  const body = sectionOf(UNRELEASED) ?? ''

  test('main says it beneath the version', () => {
    expect(afterRelease(TEXT, '1.2.0', body)).toBe(
      [HEAD, '## Unreleased\n', UNRELEASED.replace('Unreleased', '1.2.0'), OLD].join('\n'),
    )
  })

  test('what was added since then stays unreleased, under its headings', () => {
    const since = TEXT.replace('- Another.', '- Another.\n- A third.\n- A fourth.')
    const after = afterRelease(since, '1.2.0', body)
    expect(sectionOf(after)).toBe(`${DUTIES}\n\nNothing.\n\n### New\n\n- A third.\n- A fourth.`)
    expect(sectionOf(after, '1.2.0')).toBe(body)
  })

  test('a second time changes nothing', () => {
    const once = afterRelease(TEXT, '1.2.0', body)
    expect(afterRelease(once, '1.2.0', body)).toBe(once)
  })

  test('a backport stands between its neighbours', () => {
    const released = afterRelease(TEXT, '1.2.0', body)
    const both = afterRelease(`${released}\n## 1.0.0\n\nThe first.\n`, '1.1.1', 'A fix.')
    expect([...both.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      ...['Unreleased', '1.2.0', '1.1.1', '1.1.0', '1.0.0'],
    ])
  })

  test('the next release has something to say first', () => {
    expect(faultsOf(afterRelease(TEXT, '1.2.0', body), false, body)).toHaveLength(1)
  })
})

test('the changelog of this tree can be released, or has been', () => {
  const text = read('CHANGELOG.md')
  const newest = /^## (.+)$/m.exec(text)?.[1] ?? ''
  const faults = newest === 'Unreleased' ? faultsOf(text, false) : []
  // Right after a release there is nothing yet.
  expect(faults.filter((fault) => !fault.includes('has nothing under'))).toEqual([])
  expect(sectionOf(text, newest)).toBeDefined()
})
