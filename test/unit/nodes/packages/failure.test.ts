import { describe, expect, test } from '@jest/globals'
import { complaintOf, culpritsOf, failureOf } from '../../../../actions/nodes/packages/failure.ts'
import { requirementOf } from '../../../../actions/nodes/packages/requirements.ts'
import { asUv } from '../../../../actions/nodes/packages/tool.ts'

function source(whose: string, ...lines: string[]) {
  const requirements = lines.flatMap((line) => requirementOf(line) ?? [])
  return { whose, requirements, options: [], warnings: [], texts: [] }
}
const blamed = (complaint: string, ...sources: ReturnType<typeof source>[]) =>
  culpritsOf(complaint, sources).map(({ whose }) => whose)

describe('who is to blame', () => {
  test('everybody who asks for what is named, whatever the spelling', () => {
    const sources = [
      source('A', 'Foo_Bar[x] >= 2 ; python_version > "3"'),
      source('B', 'other'),
      source('C', 'foo'),
    ]
    expect(blamed('No matching distribution found for foo-bar>=2', ...sources)).toEqual(['A'])
  })

  test('not who takes any version where others demand one', () => {
    const sources = [source('A', 'six==1.15'), source('B', 'six'), source('C', 'six>=1.16,<2')]
    expect(blamed('you require six==1.15 and six>=1.16, <2', ...sources)).toEqual(['A', 'C'])
  })

  test('not a version that only begins alike', () => {
    expect(
      blamed('Cannot install six==1.15.1', source('A', 'six==1.15'), source('B', 'six==1.15.1')),
    ).toEqual(['B'])
  })

  test('nobody where nobody is named', () => {
    expect(blamed('disk is full', source('A', 'six'))).toEqual([])
    expect(String(failureOf('disk is full', [], []))).toBe(
      "The packages can't be installed: disk is full. Mend what it complains of and run this again: nothing was installed.",
    )
  })
})

test('a complaint is without progress and advice', () => {
  const uv = '  × No solution found:\n  ╰─▶ Because a and b,\n      c.\n\n      hint: try harder\n'
  expect(complaintOf(`Resolved 1\n${uv}`)).toBe('No solution found:\nBecause a and b,\n      c.')
  const pip =
    'Collecting six\nThe conflict is caused by:\n    x depends on y\n\nTo fix this\nERROR: Cannot install x\nERROR: ResolutionImpossible: see\n'
  expect(complaintOf(pip)).toMatch(/^Cannot install x\n+The conflict is caused by:\n {4}x depends on y$/)
})

test('a complaint is without what one logs in with', () => {
  expect(complaintOf('error: Failed to fetch: `https://me:p@ss@index.example/simple/six/`')).toBe(
    'Failed to fetch: `https://index.example/simple/six/`',
  )
})

test("pip's variables hold for uv where it has none of its own", () => {
  expect(asUv({ PIP_INDEX_URL: 'https://i/', PIP_NO_INDEX: '1', PIP_FIND_LINKS: '/a /b' })).toEqual({
    UV_DEFAULT_INDEX: 'https://i/',
    UV_NO_INDEX: '1',
    UV_FIND_LINKS: '/a,/b',
  })
  expect(asUv({ PIP_INDEX_URL: 'https://i/', UV_INDEX_URL: 'https://u/' })).toEqual({})
})
