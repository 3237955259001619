import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { UserErrors } from '../../../actions/base/errors.ts'
import { isForced, parseInputs } from '../../../actions/merge/inputs.ts'

interface ActionManifest {
  inputs: Record<string, { default?: string }>
}

const read = (action: string) => parse(readFileSync(`${action}/action.yml`, 'utf8')) as ActionManifest
const manifest = read('merge')

/** Every input at its default, save those given; remembers what was asked for. */
function readerOf(given: Record<string, string> = {}) {
  const asked = new Set<string>()
  const text = (name: string) => {
    asked.add(name)
    return given[name] ?? (name === 'github-token' ? '' : (manifest.inputs[name]?.default ?? ''))
  }
  return { text, asked }
}

test('the manifest and the code name the same inputs', () => {
  const reader = readerOf()
  parseInputs(reader, { actor: 'octo' })
  expect([...reader.asked].toSorted()).toEqual(Object.keys(manifest.inputs).toSorted())
})

test('what prepare takes is taken here too, with the same defaults; platforms alone are the runner’s own', () => {
  for (const [name, { default: usual }] of Object.entries(read('prepare').inputs))
    if (name !== 'has-credentials' && name !== 'platforms')
      expect([name, manifest.inputs[name]?.default]).toEqual([name, usual])
})

test('the defaults', () => {
  const { plan, options } = parseInputs(readerOf(), { actor: 'octo' })
  expect({ plan, options }).toEqual({
    plan: '',
    options: { forceMove: false, keepPrevious: true, index: 'auto' },
  })
})

test.each([
  ['', 'latest', false],
  ['false', 'latest', false],
  ['true', 'latest', true],
  ['latest', 'latest', true],
  ['1', '1', true],
  ['1', 'latest', false],
  ['edge, 2\n2.1', '2.1', true],
  ['edge', 'latest', false],
])('force-move "%s" for %s: %s', (text, tag, forced) => {
  const { options } = parseInputs(readerOf({ 'force-move': text }), { actor: 'octo' })
  expect(isForced(options.forceMove, tag)).toBe(forced)
})

test('all that is wrong is told together', () => {
  const wrong = { 'force-move': '--help', index: 'both', 'keep-previous': 'maybe', retries: '0' }
  try {
    parseInputs(readerOf(wrong), { actor: 'octo' })
    throw new Error('They were accepted.')
  } catch (error) {
    expect(error).toBeInstanceOf(UserErrors)
    for (const name of Object.keys(wrong)) expect(String(error)).toContain(`"${name}"`)
  }
})
