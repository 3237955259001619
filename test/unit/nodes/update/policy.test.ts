import { describe, expect, test } from '@jest/globals'
import { policyFor, readPolicies } from '../../../../actions/nodes/update/policy.ts'
import { chosen, strayNames, subjectsOf } from '../../../../actions/nodes/update/subject.ts'

const branch = (name?: string) => ({ kind: 'branch', branch: name })
const NAMES = ['KJNodes', 'kijai/KJNodes']

describe('policies', () => {
  test.each([
    [[], branch()],
    [['tag'], { kind: 'tag' }],
    [['branch:dev/next'], branch('dev/next')],
    [['tag', 'kijai/kjnodes=branch'], branch()],
    [['KJNodes = release', 'tag'], { kind: 'release' }],
    [['other/node=release'], branch()],
    [['kijai/KJNodes=branch:dev'], branch('dev')],
  ])('%j gives the node %j', (lines, expected) => {
    expect(policyFor(NAMES, readPolicies(lines))).toEqual(expected)
  })

  test.each([
    [['newest'], '"newest"'],
    [['branch:'], '"branch:"'],
    [['branch:-x'], '"branch:-x"'],
    [['branch:a b'], '"branch:a b"'],
    [['tag', 'release'], 'twice what holds for all nodes'],
    [['a/b=tag', 'A/B=branch'], 'twice what holds for a/b'],
  ])('%j is refused', (lines, message) => {
    expect(() => readPolicies(lines)).toThrow(message)
  })

  test('all that is wrong is told at once', () => {
    expect(() => readPolicies(['x', 'a=y', 'tag'])).toThrow(/"x"[\s\S]*"a=y"/)
  })
})

const SNAPSHOT = {
  comfyui: 'c'.repeat(40),
  git: [{ url: 'https://github.com/kijai/KJNodes', commit: 'a'.repeat(40), disabled: true }],
  registry: [{ id: 'impact-pack', version: '1.0.0' }],
  files: [{ filename: 'a.py', disabled: false }],
  packages: [],
}

describe('which are looked at', () => {
  test.each([
    [[], [], ['ComfyUI', 'KJNodes', 'impact-pack']],
    [['kijai/*'], [], ['KJNodes']],
    [['*'], ['comfyui'], ['KJNodes', 'impact-pack']],
    [[], ['IMPACT-*', 'KIJAI/kjnodes'], ['ComfyUI']],
    [['comfyanonymous/*'], [], ['ComfyUI']],
  ])('include %j and exclude %j choose %j', (include, exclude, expected) => {
    const found = subjectsOf(SNAPSHOT).filter((subject) => chosen(subject, { include, exclude }))
    expect(found.map(({ names }) => names[0])).toEqual(expected)
  })

  test('without a commit of ComfyUI there is nothing to update of it', () => {
    expect(subjectsOf({ ...SNAPSHOT, comfyui: null }).map(({ kind }) => kind)).toEqual(['git', 'registry'])
  })

  test('names that nothing has are all told', () => {
    const choice = { include: ['none/*', 'kijai/*'], exclude: ['x'] }
    const errors = strayNames(subjectsOf(SNAPSHOT), readPolicies(['y=tag', 'impact-pack=tag']), choice)
    expect(errors.map(({ message }) => /"([^"]*)", which/.exec(message)?.[1])).toEqual(['y', 'none/*', 'x'])
  })
})
