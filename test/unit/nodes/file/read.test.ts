import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { canonicalText } from '../../../../actions/nodes/file/canonical.ts'
import { readSnapshot } from '../../../../actions/nodes/file/read.ts'
import { COMMIT, OTHER, snapshots } from '../snapshots.ts'

const KJ = 'https://github.com/kijai/ComfyUI-KJNodes'
const NODE = { url: KJ, commit: COMMIT, disabled: false }
const read = (document: object, file = 'a.json') => readSnapshot(JSON.stringify(document), file).snapshot

describe('every form of a snapshot is read as the same', () => {
  const parts = {
    comfyui: OTHER,
    git_custom_nodes: { [KJ]: { hash: COMMIT, disabled: false } },
    cnr_custom_nodes: { impact: '8.22.2' },
    file_custom_nodes: [{ filename: 'a.py', disabled: false }],
    pips: { 'six==1.16.0': '', pkg: 'https://example.org/x.whl' },
  }
  const expected = read(parts)
  const { git_custom_nodes: nodes, ...rest } = parts

  test.each<[string, object]>([
    ['all under custom_nodes', { custom_nodes: parts }],
    ['the older map of nodes', { ...rest, custom_nodes: nodes }],
    ['its entries with an address inside', { ...rest, custom_nodes: { KJNodes: { url: KJ, hash: COMMIT } } }],
    [
      'its entries with the address twice',
      { ...rest, custom_nodes: { [KJ]: { url: `${KJ}.git`, hash: COMMIT } } },
    ],
    ['a commit alone', { ...parts, git_custom_nodes: { [KJ]: COMMIT } }],
    [
      'a commit with a line break',
      { ...parts, git_custom_nodes: { [`${KJ}.git`]: { hash: `${COMMIT}\n` } } },
    ],
    ['a file alone', { ...parts, file_custom_nodes: ['a.py'] }],
    ['a version beside its package', { ...parts, pips: { six: '1.16.0', pkg: 'https://example.org/x.whl' } }],
    ['a condition beside its package', { ...parts, pips: { six: '==1.16.0', pkg: parts.pips.pkg } }],
    [
      'as pip freeze writes an address',
      { ...parts, pips: { 'six==1.16.0': null, [`pkg @ ${parts.pips.pkg}`]: '' } },
    ],
  ])('%s', (_what, document) => {
    expect(read(document)).toEqual(expected)
    expect(readSnapshot(stringify(document), 'a.yaml').snapshot).toEqual(expected)
    expect(readSnapshot(stringify(document), 'a.lock').snapshot).toEqual(expected)
  })

  test('with a byte order mark and line ends of Windows', () => {
    const text = `\uFEFF${JSON.stringify(parts, null, 2).replaceAll('\n', '\r\n')}`
    const { snapshot, placeOf } = readSnapshot(text, 'a.json')
    expect(snapshot).toEqual(expected)
    expect(placeOf(['git', 0, 'commit'])).toEqual({ file: 'a.json', line: 5, column: 15 })
  })

  test('in YAML, whatever YAML makes of digits', () => {
    const digits = '1'.repeat(40)
    const text = `comfyui: ${digits}\ngit_custom_nodes:\n  ${KJ}: 1e${'1'.repeat(38)}\ncnr_custom_nodes:\n  a: 1.10\n`
    expect(readSnapshot(text, 'a.yml').snapshot).toMatchObject({
      comfyui: digits,
      git: [{ commit: `1e${'1'.repeat(38)}` }],
      registry: [{ version: '1.10' }],
    })
  })
})

test('any snapshot survives YAML', () => {
  fc.assert(
    fc.property(snapshots, (snapshot) => {
      const text = stringify({ custom_nodes: JSON.parse(canonicalText(snapshot)) })
      expect(readSnapshot(text, 'a.yaml').snapshot).toEqual(snapshot)
    }),
    { numRuns: 30 },
  )
})

test('what is left out is empty, and so is what is left open', () => {
  const empty = { git: [], registry: [], files: [], packages: [] }
  expect(read({ comfyui: COMMIT })).toEqual({ comfyui: COMMIT, ...empty })
  expect(read({ comfyui: '', git_custom_nodes: null, cnr_custom_nodes: [], pips: {} })).toEqual({
    comfyui: null,
    ...empty,
  })
})

test('a file that is switched off by its name is off', () => {
  expect(read({ file_custom_nodes: [{ filename: 'a.py.disabled', disabled: false }] }).files).toEqual([
    { filename: 'a.py', disabled: true },
  ])
})

test('a login in an address is in no snapshot', () => {
  expect(
    read({ git_custom_nodes: { 'https://me:secret@github.com/kijai/ComfyUI-KJNodes': COMMIT } }).git,
  ).toEqual([NODE])
})

test('each part has its place, in the order of the snapshot', () => {
  const text = [
    '{ "git_custom_nodes": {',
    `  "https://github.com/z/z": { "hash": "${COMMIT}" },`,
    `  "https://github.com/a/a": { "disabled": true,`,
    `    "hash": "${COMMIT}" } },`,
    '  "pips": { "b==1": "", "a==1": "" } }',
  ].join('\n')
  const { placeOf } = readSnapshot(text, 'a.json')
  const at = (...path: (string | number)[]) => `${placeOf(path).line}:${placeOf(path).column}`
  expect(at('git', 0)).toBe('3:3')
  expect(at('git', 0, 'commit')).toBe('4:13')
  expect(at('git', 0, 'disabled')).toBe('3:43')
  expect(at('git', 0, 'url')).toBe('3:3')
  expect(at('git', 1, 'commit')).toBe('2:39')
  expect(at('git', 1, 'disabled')).toBe('2:3')
  expect(at('packages', 0)).toBe('5:25')
  expect(at('comfyui')).toBe('1:1')
  expect(at('files', 3)).toBe('1:1')
})
