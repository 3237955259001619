import { describe, expect, test } from '@jest/globals'
import { readSnapshot } from '../../../../actions/nodes/file/read.ts'
import { COMMIT, OTHER } from '../snapshots.ts'
import { judged } from './judging.ts'

const node = (hash: string) => ({ git_custom_nodes: { 'https://github.com/o/r': { hash } } })

describe('a commit', () => {
  test.each([
    ['', 'The commit of r is empty.'],
    ['unknown', 'is "unknown": whoever saved it could not read it. → Save it anew with mode save'],
    ['abcdef1', 'has 7 digits. → Write all 40'],
    [`${COMMIT}0`, 'has 41 digits.'],
    ['main', 'r follows the branch or tag "main", which can come to mean anything. → Write the 40 digits'],
    ['--upload-pack=x', 'is neither a commit nor a branch'],
    ['a..b', 'is neither a commit nor a branch'],
    ['a b', 'is neither a commit nor a branch'],
    ['refs/heads/x.lock', 'is neither a commit nor a branch'],
    ['a\u0000', 'is neither a commit nor a branch'],
  ])('%j is none', (hash, message) => {
    expect(judged(node(hash)).errors).toEqual([expect.stringContaining(message)])
  })

  test.each([COMMIT, COMMIT.toUpperCase(), `${COMMIT}\n`])('%j is one', (hash) => {
    expect(judged(node(hash))).toEqual({ errors: [], warnings: [] })
  })

  test('may be a branch or a tag where that is allowed, but nothing else', () => {
    const errorsOf = (hash: string) => judged(node(hash), { allowBranches: true }).errors
    for (const ref of ['main', 'v1.2.3', 'feature/x']) expect(errorsOf(ref)).toEqual([])
    for (const bad of ['-x', 'unknown', 'abcdef1', 'a:b', '']) expect(errorsOf(bad).length).toBe(1)
  })

  test('of ComfyUI is one too, or left open with a warning', () => {
    expect(judged({ comfyui: 'v0.3.30' }).errors).toEqual([
      expect.stringContaining('"v0.3.30": ComfyUI follows the branch or tag'.slice(11)),
    ])
    expect(judged({ ...node(COMMIT), comfyui: null }).warnings).toEqual([
      expect.stringContaining('leaves ComfyUI itself open'),
    ])
  })
})

describe('the name of a single file', () => {
  test.each([
    ['../x.py', 'leads out'],
    ['/etc/x.py', 'leads out'],
    ['a\\b.py', 'leads out'],
    ['c:x.py', 'leads out'],
    ['..', 'leads out'],
    ['a\n.py', 'nobody can see'],
    ['a\u202e.py', undefined],
    ['-x.py', 'take for an option'],
    ['.x.py', 'is hidden'],
    ['', 'no name'],
    ['x.txt', 'no Python file'],
    [`${'x'.repeat(200)}.py`, 'too long'],
    ['websocket_image_save.py', undefined],
  ])('%j', (filename, message) => {
    const { errors } = judged({ file_custom_nodes: [{ filename }] })
    expect(errors).toEqual(message === undefined ? [] : [expect.stringContaining(message)])
  })
})

test.each([
  ['impact', '8.22.2', undefined],
  ['impact', '1.0.0-rc.1', undefined],
  ['impact', 'nightly', 'no version of impact'],
  ['impact', '', 'no version of impact'],
  ['impact', '1.0 --x', 'no version of impact'],
  ['../impact', '1.0', 'no id of ComfyUI'],
  ['-x', '1.0', 'take for an option'],
  ['..', '1.0', 'leads out'],
])('the registry node %s at %s: %s', (id, version, message) => {
  const { errors } = judged({ cnr_custom_nodes: { [id]: version } })
  expect(errors).toEqual(message === undefined ? [] : [expect.stringContaining(message)])
})

describe('what is there twice', () => {
  const two = (one: string, other: string) => ({ git_custom_nodes: { [one]: COMMIT, [other]: OTHER } })

  test.each([
    ['https://github.com/o/r', 'https://github.com/o/r.git'],
    ['https://github.com/o/r', 'https://github.com/o/r/'],
    ['https://github.com/o/r', 'https://github.com/O/R'],
    ['https://github.com/o/r', 'git@github.com:o/r.git'],
  ])('%s and %s are one node', (one, other) => {
    const { errors } = judged(two(one, other))
    expect(errors).toEqual([expect.stringContaining('is the node that stands on line 4 already')])
    expect(errors[0]?.startsWith(JSON.stringify(other).slice(0, 12))).toBe(true)
  })

  test.each([
    ['two owners', two('https://github.com/a/r', 'https://github.com/b/R')],
    [
      'a node of the registry',
      { git_custom_nodes: { 'https://github.com/a/R': COMMIT }, cnr_custom_nodes: { r: '1.0' } },
    ],
    ['a file', { git_custom_nodes: { 'https://github.com/a/r.py': COMMIT }, file_custom_nodes: ['R.py'] }],
    ['two files', { file_custom_nodes: ['r.py', 'R.py'] }],
  ])('one name of %s is one place', (_what, document) => {
    expect(judged(document).errors).toEqual([expect.stringMatching(/would lie where .* lies \(line \d+\)/)])
  })

  test('is told of packages too', () => {
    expect(judged({ pips: { 'a_b==1.0': '', 'A.b==2.0': '' } }).errors).toEqual([
      expect.stringMatching(
        /^"A.b==2.0": .*second pin of a package: the first, "a_b==1.0", stands on line 4/,
      ),
    ])
  })
})

test('too few nodes are told; what is off counts for nothing', () => {
  const nodes = {
    git_custom_nodes: {
      'https://github.com/o/a': { hash: COMMIT },
      'https://github.com/o/b': { hash: COMMIT, disabled: true },
    },
    cnr_custom_nodes: { c: '1.0' },
  }
  expect(judged(nodes, { expectedNodes: 2 }).errors).toEqual([])
  expect(judged(nodes, { expectedNodes: 3 }).errors).toEqual([
    expect.stringContaining('has 2 active nodes, and at least 3 are expected'),
  ])
})

test('that there are too few is told at the node that stands first in the file', () => {
  const nodes = {
    'https://github.com/o/second': { hash: COMMIT },
    'https://github.com/o/a': { hash: COMMIT },
  }
  const text = JSON.stringify({ git_custom_nodes: nodes }, null, 1)
  expect(readSnapshot(text, 'a.json').placeOf(['git']).line).toBe(3)
})

test.each([
  [{ git_custom_nodes: { 'https://github.com/ltdrdata/ComfyUI-Manager': COMMIT } }],
  [{ cnr_custom_nodes: { 'comfyui-manager': '3.0.0' } }],
])('the manager among the nodes is doubtful', (document) => {
  expect(judged(document)).toEqual({
    errors: [],
    warnings: [expect.stringContaining('ComfyUI-Manager is among')],
  })
})

test('everything is told at once, from the first line to the last', () => {
  const { errors } = judged({
    comfyui: 'main',
    git_custom_nodes: {
      'http://github.com/o/r': { hash: 'x' },
      'https://github.com/o/s': { hash: 'abcdef1' },
    },
    file_custom_nodes: ['../x.py'],
    pips: { '-e .': '' },
  })
  expect(errors.map((error) => error.split(':')[0])).toEqual([
    '"main",',
    '"http',
    '"x"',
    '"abcdef1"',
    '"../x.py"',
    '"-e ."',
  ])
})
