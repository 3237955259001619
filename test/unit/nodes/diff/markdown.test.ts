import { describe, expect, test } from '@jest/globals'
import { diffSnapshots } from '../../../../actions/nodes/diff/diff.ts'
import { diffMarkdown } from '../../../../actions/nodes/diff/markdown.ts'
import { COMFYUI } from '../../../../actions/nodes/names.ts'
import type { GitNode, Snapshot } from '../../../../actions/nodes/snapshot.ts'
import { COMMIT, EMPTY, OTHER } from '../snapshots.ts'

const URL = 'https://github.com/kijai/ComfyUI-KJNodes'
const node = (changes: Partial<GitNode> = {}): GitNode => ({
  url: URL,
  commit: COMMIT,
  disabled: false,
  ...changes,
})
const withNodes = (...git: GitNode[]): Snapshot => ({ ...EMPTY, git })
const told = (from: Snapshot, to: Snapshot, ...rest: [Parameters<typeof diffMarkdown>[1]?]) =>
  diffMarkdown(diffSnapshots(from, to), ...rest)

const NAME = `[kijai/ComfyUI-KJNodes](${URL})`
const AT = `[\`0123456\`](${URL}/commit/${COMMIT})`
const AT_OTHER = `[\`fedcba9\`](${URL}/commit/${OTHER})`

test('where nothing changed, that is said', () => {
  expect(told(EMPTY, EMPTY)).toBe('Nothing changed.\n')
})

test('ComfyUI moves, with a link that compares', () => {
  expect(told(EMPTY, { ...EMPTY, comfyui: OTHER })).toBe(
    `**ComfyUI**: [\`0123456\`](${COMFYUI}/commit/${COMMIT}) → [\`fedcba9\`](${COMFYUI}/commit/${OTHER}) ([compare](${COMFYUI}/compare/${COMMIT}...${OTHER}))\n`,
  )
  expect(told({ ...EMPTY, comfyui: null }, EMPTY)).toContain('not pinned → [')
})

describe('a node', () => {
  test.each([
    ['that is new', [], [node()], `| ${NAME} | added | ${AT} |`],
    ['that is new and off', [], [node({ disabled: true })], `| ${NAME} | added | ${AT}, disabled |`],
    ['that is gone', [node()], [], `| ${NAME} | removed | ${AT} |`],
    [
      'that moves',
      [node()],
      [node({ commit: OTHER })],
      `| ${NAME} | moved | ${AT} → ${AT_OTHER} ([compare](${URL}/compare/${COMMIT}...${OTHER})) |`,
    ],
    ['that is switched off', [node()], [node({ disabled: true })], `| ${NAME} | disabled | ${AT} |`],
    ['that is switched on', [node({ disabled: true })], [node()], `| ${NAME} | enabled | ${AT} |`],
    [
      'that moves and is switched off',
      [node()],
      [node({ commit: OTHER, disabled: true })],
      `| ${NAME} | moved, disabled | ${AT} → ${AT_OTHER} ([compare](${URL}/compare/${COMMIT}...${OTHER})) |`,
    ],
  ])('%s', (_what, from, to, row) => {
    expect(told(withNodes(...from), withNodes(...to)).split('\n')).toEqual([
      '### Nodes',
      '',
      '| Node | Change | Commit or version |',
      '| --- | --- | --- |',
      row,
      '',
    ])
  })

  test('of GitLab is compared there, of a host that is not known nowhere', () => {
    const moved = (url: string) => told(withNodes(node({ url })), withNodes(node({ url, commit: OTHER })))
    expect(moved('https://gitlab.com/a/b/c')).toContain(
      `https://gitlab.com/a/b/c/-/compare/${COMMIT}...${OTHER}`,
    )
    expect(moved('https://codeberg.org/a/b')).toContain(
      `https://codeberg.org/a/b/compare/${COMMIT}...${OTHER}`,
    )
    expect(moved('https://git.example.org/a/b')).toContain('| `0123456` → `fedcba9` |')
  })

  test('of the registry changes its version, a single file its state', () => {
    const of = (version: string, disabled: boolean): Snapshot => ({
      ...EMPTY,
      registry: [{ id: 'impact', version }],
      files: [{ filename: 'a.py', disabled }],
    })
    const rows = told(of('1.0.0', false), of('2.0.0', true)).split('\n')
    expect(rows).toContain('| impact | changed | `1.0.0` → `2.0.0` |')
    expect(rows).toContain('| a.py | disabled |  |')
  })
})

test('packages have a table, which is folded away when it is long', () => {
  const pins = (count: number, version: string): Snapshot => ({
    ...EMPTY,
    packages: Array.from({ length: count }, (_, i) => ({ requirement: `p${i}==${version}`, address: '' })),
  })
  expect(told(pins(1, '1'), pins(1, '2'))).toContain('### Packages\n\n| Package | Change | Version |')
  expect(told(pins(1, '1'), pins(1, '2'))).toContain('| p0 | changed | `p0==1` → `p0==2` |')
  expect(told(EMPTY, pins(21, '1'))).toContain('<details><summary>21 packages</summary>')
})

describe('what others wrote', () => {
  const from = withNodes(node())
  const to = withNodes(node({ commit: OTHER }))

  test('is shown commit by commit, without markup and without calling anybody', () => {
    const subject = 'Fix <img> | @kijai [x](y) #12\nmore'
    const text = told(from, to, new Map([[URL, [{ hash: OTHER, subject }]]]))
    expect(text).toContain('<details><summary>kijai/ComfyUI-KJNodes: 1 commit</summary>')
    expect(text).toContain(`- ${AT_OTHER} Fix \\<img\\> \\| @<!-- -->kijai \\[x\\](y) \\#12 more`)
  })

  test('can end no table, also as a branch', () => {
    const text = told(withNodes(), withNodes(node({ commit: 'a|b`c' })))
    expect(text.split('\n').at(-2)).toBe(`| ${NAME} | added | [\`a¦b'c\`](${URL}/commit/a%7Cb%60c) |`)
  })
})
