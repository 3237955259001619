import { expect, test } from '@jest/globals'
import type { Snapshot } from '../../../actions/nodes/snapshot.ts'
import { countsOf, nodesIn } from '../../../actions/snapshot/report/counts.ts'
import { nodeTable } from '../../../actions/snapshot/report/nodes.ts'
import { officialMarkdown, officialText } from '../../../actions/snapshot/report/official.ts'
import { verifiedMarkdown, verifiedText } from '../../../actions/snapshot/report/verified.ts'

const A = 'a'.repeat(40)
const SNAPSHOT: Snapshot = {
  comfyui: A,
  git: [
    { url: 'https://github.com/ann/Outer', commit: A, disabled: false },
    { url: 'https://gitlab.com/g/t/Inner', commit: A, disabled: true },
    { url: 'https://git.example/x/Own', commit: 'main', disabled: false },
  ],
  registry: [{ id: 'pack', version: '8.22.2' }],
  files: [{ filename: 'a_b.py', disabled: false }],
  packages: [{ requirement: 'six==1.16.0', address: '' }],
}

test('every node has a row, with links where they lead somewhere', () => {
  const short = `\`${A.slice(0, 7)}\``
  expect(nodeTable(SNAPSHOT, { head: 'Outcome', of: (name) => `was ${name}` }).split('\n')).toEqual([
    '| Node | Pinned to | Outcome |',
    '| --- | --- | --- |',
    expect.stringMatching(/^\| \[ComfyUI\]\(https:.*\/commit\/a{40}\) \| was ComfyUI \|$/),
    `| [Outer](https://github.com/ann/Outer) | [${short}](https://github.com/ann/Outer/commit/${A}) | was Outer |`,
    `| [Inner](https://gitlab.com/g/t/Inner) (disabled) | [${short}](https://gitlab.com/g/t/Inner/-/commit/${A}) | was Inner |`,
    '| [Own](https://git.example/x/Own) | `main` | was Own |',
    '| pack | `8.22.2` | was pack |',
    '| a\\_b.py |  | was a\\_b.py |',
  ])
})

test('nodes of all kinds count', () => {
  expect(nodesIn(SNAPSHOT)).toBe(5)
  expect(countsOf(SNAPSHOT)).toBe('5 nodes, 1 package')
})

const CHECKED = [
  { subject: 'ComfyUI', what: 'core' as const },
  { subject: 'Outer', what: 'node' as const },
  { subject: 'six', what: 'package' as const },
]

test('a proof says what was looked at', () => {
  expect(verifiedText({ checked: CHECKED, mismatches: [] })).toBe(
    'ComfyUI, 1 node and 1 package are as the snapshot says.\n',
  )
})

test('what differs is a table, in which nothing from outside is markup', () => {
  const mismatches = [{ subject: 'Outer', what: 'extra', expected: 'nothing', actual: 'a|b\u001b[31m<x>' }]
  const text = verifiedText({ checked: CHECKED, mismatches })
  expect(text.split('\n')[0]).toBe('1 mismatch in ComfyUI, 1 node and 1 package.')
  expect(text).not.toContain('\u001b')
  expect(verifiedMarkdown({ checked: CHECKED, mismatches })).toContain(
    '| Outer | extra | nothing | a\\|b \\[31m\\<x\\> |',
  )
  expect(verifiedText({ checked: [], mismatches: [...mismatches, ...mismatches] })).toMatch(
    /^2 mismatches in/,
  )
})

test('what the official tool got wrong is counted, named and shown', () => {
  const left = (subject: string, what: string) => ({ subject, what, expected: A, actual: 'a|b' })
  const official = {
    said: [],
    wrong: [left('Outer', 'commit'), left('Outer', 'files'), left('pack', 'missing')],
  }
  expect(officialText(official)).toBe('comfy-cli got 3 things wrong, in Outer, pack; that is put right.\n')
  expect(officialMarkdown(official).split('\n').slice(2)).toEqual([
    '| What | Differs in | Expected | comfy-cli left |',
    '| --- | --- | --- | --- |',
    ...official.wrong.map(({ subject, what }) => `| ${subject} | ${what} | ${A} | a\\|b |`),
  ])
  expect(officialMarkdown({ said: [], wrong: [] })).toBe('comfy-cli left everything as the snapshot says.')
})
