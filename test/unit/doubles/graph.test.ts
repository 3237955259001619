import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ancestry, compare, type GraphRepository, resolveRef } from '../../doubles/github/graph.ts'

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(40)) as [
  string,
  string,
  string,
  string,
]
/** a ← b ← c, and a ← d. */
const repository: GraphRepository = {
  defaultBranch: 'main',
  branches: { main: c, 'fix/one': d },
  tags: { 'v1.0.0': b },
  commits: { [a]: [], [b]: [a], [c]: [b], [d]: [a], ['e'.repeat(40)]: [] },
}

describe('the commit graph', () => {
  test.each([
    [b, c, 'ahead', 1, 0, b],
    [c, a, 'behind', 0, 2, a],
    [c, c, 'identical', 0, 0, c],
    [d, c, 'diverged', 2, 1, a],
  ])('compares', (base, head, status, ahead, behind, mergeBase) => {
    const found = compare(repository, base, head)
    expect(found).toMatchObject({ status, mergeBase })
    expect([found?.ahead.length, found?.behind.length]).toEqual([ahead, behind])
  })

  test('knows no comparison without a common ancestor', () => {
    expect(compare(repository, c, 'e'.repeat(40))).toBeUndefined()
  })

  test.each([
    ['main', c],
    ['refs/heads/fix/one', d],
    ['heads/main', c],
    ['v1.0.0', b],
    ['refs/tags/v1.0.0', b],
    ['refs/tags/main', undefined],
    [c, c],
    ['ccccccc', c],
    ['cccccc', undefined],
  ])('resolves %s', (ref, sha) => {
    expect(resolveRef(repository, ref)).toBe(sha)
  })

  const graphs = fc
    .array(fc.array(fc.nat(), { maxLength: 2 }), { minLength: 1, maxLength: 12 })
    .map((links) => {
      const commits = links.map((parents, index) => [
        `c${index}`,
        index === 0 ? [] : [...new Set(parents.map((parent) => `c${parent % index}`))],
      ])
      return { defaultBranch: 'main', branches: {}, commits: Object.fromEntries(commits) } as GraphRepository
    })

  test('turned round, ahead is behind; and ahead never holds what the base has', () => {
    fc.assert(
      fc.property(graphs, fc.nat(), fc.nat(), (graph, one, two) => {
        const names = Object.keys(graph.commits)
        const base = names[one % names.length]!
        const head = names[two % names.length]!
        const there = compare(graph, base, head)
        const back = compare(graph, head, base)
        expect(there === undefined).toBe(back === undefined)
        expect(there?.ahead).toEqual(back?.behind)
        expect(there?.ahead.filter((commit) => ancestry(graph, base).includes(commit)) ?? []).toEqual([])
        if (there?.status === 'identical') expect(base).toBe(head)
      }),
    )
  })
})
