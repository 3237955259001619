import { describe, expect, test } from '@jest/globals'
import { COMMIT } from '../snapshots.ts'
import { faultsIn } from './reading.ts'

const NOTHING =
  'This snapshot names nothing at all. → Write at least "comfyui" and "git_custom_nodes"; mode save writes them from an installation.'
const HASH = 'Write "hash": and the 40 digits of the commit.'

describe('what is no snapshot says where and what to do', () => {
  test.each([
    ['', '1:1 The snapshot is empty. → Mode save writes one from an installation of ComfyUI.'],
    ['{}', `1:1 ${NOTHING}`],
    ['{"comfyui": null}', `1:1 ${NOTHING}`],
    ['[]', `1:1 A snapshot is a mapping, and this is a list. → ${NOTHING.split(' → ')[1]}`],
    ['{"comfyui": "a",}', '1:16 This is not valid JSON: here is a comma too many before }. → Leave it out.'],
    ['{"comfyui": ["a"]}', '1:13 comfyui: expected text, found a list. → Write text there.'],
    ['{"comfyu": "a"}', '1:2 "comfyu" is not a known key. → Did you mean "comfyui"?'],
    ['{"packages": {}}', '1:2 "packages" is not a known key. → Did you mean "pips"?'],
    [
      '{"comfyui": "a", "timestamp": 1}',
      '1:18 "timestamp" is not a known key. → Known keys: comfyui, git_custom_nodes, cnr_custom_nodes, file_custom_nodes, pips.',
    ],
    [
      '{"pips": ["six"]}',
      '1:10 pips: expected a mapping, found a list. → Write "name==version": "" for each package.',
    ],
    [
      '{"file_custom_nodes": {"a.py": {}}}',
      '1:23 file_custom_nodes: expected a list, found a mapping. → Write { "filename": "name.py", "disabled": false }.',
    ],
    [
      '{"file_custom_nodes": [{"name": "a.py"}]}',
      '1:24 file_custom_nodes › 1: the key "filename" is missing. → Write { "filename": "name.py", "disabled": false }.',
      '1:25 file_custom_nodes › 1 › "name" is not a known key. → Did you mean "filename"?',
    ],
    [
      '{"file_custom_nodes": [[]]}',
      '1:24 file_custom_nodes › 1: the key "filename" is missing. → Write { "filename": "name.py", "disabled": false }.',
    ],
    ['{"git_custom_nodes": {"u": null}}', `1:23 git_custom_nodes › u: the key "hash" is missing. → ${HASH}`],
    ['{"git_custom_nodes": {"u": []}}', `1:23 git_custom_nodes › u: the key "hash" is missing. → ${HASH}`],
    [
      '{"git_custom_nodes": {"u": {"hash": null}}}',
      `1:37 git_custom_nodes › u › hash: expected text, found nothing. → ${HASH}`,
    ],
    [
      '{"git_custom_nodes": {"u": {"hash": "a", "disabled": "true"}}}',
      '1:54 git_custom_nodes › u › disabled: expected true or false, found text. → Write true without quotes.',
    ],
    [
      '{"git_custom_nodes": {"https://a.b/c/d": {"url": "https://a.b/c/e", "hash": "a"}}}',
      '1:50 This node has two addresses. → Leave one of them out: the key is enough.',
    ],
    [
      '{"cnr_custom_nodes": {"a": null}}',
      '1:28 cnr_custom_nodes › a: expected text, found nothing. → Write a version, such as "8.22.2".',
    ],
    [
      `{"git_custom_nodes": {}, "custom_nodes": {"https://a.b/c/d": "${COMMIT}"}}`,
      '1:2 "custom_nodes" holds git nodes too. → Put all of them under one key.',
    ],
    [
      '{"comfyui": "a", "custom_nodes": {"git_custom_nodes": {}}}',
      '1:2 "comfyui" stands beside "custom_nodes". → Move it under "custom_nodes".',
    ],
    [
      '{"models": [], "custom_nodes": {"git_custom_nodes": {}}}',
      '1:2 "models" is not a known key. → That belongs into a comfy-lock.yaml; give the snapshot a file of its own.',
    ],
    [
      '{"git_custom_nodes": {"u": {"hash": "a"}, "u": {"hash": "b"}}}',
      '1:43 The key "u" stands here a second time. → Leave one of them out, or join them.',
    ],
  ])('%s', (text, ...expected) => {
    expect(faultsIn(text)).toEqual(expected)
  })
})

test('all of it is told at once, from the first line to the last', () => {
  const text = '{"cnr": 1,\n"comfyui": [1],\n"git_custom_nodes": {"u": 1, "u": 2},\n"pips": "x"}'
  expect(faultsIn(text).map((fault) => fault.split(' ')[0])).toEqual(['1:2', '2:12', '3:30', '4:9'])
})

test('in YAML too', () => {
  expect(faultsIn('custom_nodes:\n  git_custom_node: {}\n  comfyui: a\n', 'a.yaml')).toEqual([
    '2:3 custom_nodes › "git_custom_node" is not a known key. → Did you mean "git_custom_nodes"?',
  ])
  expect(faultsIn('', 'a.yaml')[0]).toMatch(/^1:1 The snapshot is empty/)
  expect(faultsIn('a: [', 'a.yaml')[0]).toContain('This is not valid YAML')
})

test('YAML in a file that is called JSON is refused, as other programs refuse it', () => {
  expect(faultsIn(`comfyui: ${COMMIT}`, 'a.json')[0]).toContain('This is not valid JSON')
})

test.each([
  '{"https://me:secret@github.com/o/r": 1}',
  '{"git_custom_nodes": {"https://me:secret@github.com/o/r": {"hash": [], "commit": 1}}}',
  '{"git_custom_nodes": {"https://me:secret@github.com/o/r": "a", "https://me:secret@github.com/o/r": "a"}}',
])('no fault tells a password: %s', (text) => {
  expect(faultsIn(text).length).toBeGreaterThan(0)
  expect(faultsIn(text).join()).not.toContain('secret')
})
