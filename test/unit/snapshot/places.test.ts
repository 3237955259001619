import { expect, test } from '@jest/globals'
import { UserError, UserErrors, userErrorsOf } from '../../../actions/base/errors.ts'
import { readSnapshot } from '../../../actions/nodes/file/read.ts'
import { located, placeOf } from '../../../actions/snapshot/places.ts'

const TEXT = `{
  "comfyui": "${'c'.repeat(40)}",
  "git_custom_nodes": {
    "https://github.com/ann/Outer": { "hash": "${'a'.repeat(40)}", "disabled": false },
    "https://github.com/bob/Plain": { "hash": "${'b'.repeat(40)}", "disabled": false }
  },
  "cnr_custom_nodes": { "comfyui-impact-pack": "8.22.2" },
  "file_custom_nodes": [
    { "filename": "one.py", "disabled": false }
  ],
  "pips": {
    "Typing_Extensions==4.1.0": ""
  }
}
`
const read = readSnapshot(TEXT, 's.json')

test.each([
  ['ComfyUI', 2],
  ['Outer', 4],
  ['Plain', 5],
  ['comfyui-impact-pack', 7],
  ['one.py', 9],
  ['typing-extensions', 12],
  ['nobody', 2],
])('the snapshot speaks of %s in line %i', (subject, line) => {
  expect(placeOf(subject, read)).toMatchObject({ file: 's.json', line })
})

test('an error that begins with a node’s name gets its line, and keeps its hint', () => {
  const place = { file: 'other.json', line: 7, column: 1 }
  const errors = [
    new UserError('IMG0000', 'Node Plain: the repository is gone.', { hint: 'Ask bob.' }),
    new UserError('IMG0000', 'ComfyUI: it is gone.', { hint: 'Mend it.' }),
    new UserError('IMG0000', 'Node Outer: wrong.', { place, hint: 'Mend it.' }),
    new UserError('IMG0000', 'The disk is full.', { hint: 'Mend it.' }),
  ]
  const found = userErrorsOf(located(new UserErrors(errors), read) as UserErrors)
  expect(found.map((each) => [each.place?.line, each.hint])).toEqual([
    [5, 'Ask bob.'],
    [2, 'Mend it.'],
    [7, 'Mend it.'],
    [undefined, 'Mend it.'],
  ])
})

test('a bug stays what it is', () => {
  const bug = new TypeError('Node Plain: x is undefined')
  expect(located(bug, read)).toBe(bug)
})
