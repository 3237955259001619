import { expect, test } from '@jest/globals'
import { diffSnapshots } from '../../../actions/nodes/diff/diff.ts'
import type { Snapshot } from '../../../actions/nodes/snapshot.ts'
import { diffText } from '../../../actions/snapshot/report/diff.ts'

const [A, B] = ['a'.repeat(40), 'b'.repeat(40)]
const git = (owner: string, commit: string, disabled = false) => ({
  url: `https://github.com/${owner}/x`,
  commit,
  disabled,
})
const FROM: Snapshot = {
  comfyui: null,
  git: [git('ann', A), git('bob', A), git('cat', A)],
  registry: [{ id: 'pack', version: '1.0' }],
  files: [{ filename: 'one.py', disabled: false }],
  packages: [{ requirement: 'six==1.16.0', address: '' }],
}
const TO: Snapshot = {
  comfyui: A,
  git: [git('ann', B), git('bob', A, true), git('dan', B)],
  registry: [{ id: 'pack', version: '2.0' }],
  files: [{ filename: 'one.py', disabled: true }],
  packages: [{ requirement: 'six==1.17.0', address: '' }],
}

test('what differs stands in columns, and where to compare below', () => {
  const commits = new Map([['https://github.com/ann/x', [{ hash: B, subject: 'Mend\u001b[2J it' }]]])
  expect(diffText(diffSnapshots(FROM, TO), commits).split('\n')).toEqual([
    'Node     Change    From        To',
    'ComfyUI  moved     not pinned  aaaaaaa',
    'dan/x    added                 bbbbbbb',
    'cat/x    removed   aaaaaaa',
    'ann/x    moved     aaaaaaa     bbbbbbb',
    'bob/x    disabled  aaaaaaa     aaaaaaa',
    'pack     changed   1.0         2.0',
    'one.py   disabled  on          off',
    '',
    'Package  Change   From         To',
    'six      changed  six==1.16.0  six==1.17.0',
    '',
    `ann/x: https://github.com/ann/x/compare/${A}...${B}`,
    '  bbbbbbb Mend [2J it',
    '',
  ])
})

test('where nothing differs, that is said', () => {
  expect(diffText(diffSnapshots(FROM, FROM), new Map())).toBe('Nothing changed.\n')
})
