import { expect, test } from '@jest/globals'
import { helpText } from '../../../actions/pipeline/help.ts'
import { optionReader, readManifest, SECRET_INPUTS } from '../../../actions/pipeline/manifest-inputs.ts'

const manifest = readManifest(new URL('../../../action.yml', import.meta.url))

test('every input of the root action is an option with its description', () => {
  const help = helpText(manifest)
  for (const { name, description } of manifest) {
    expect(help).toContain(`--${name} TEXT`)
    expect(help.replace(/\s+/g, ' ')).toContain(description.replace(/\s+/g, ' '))
  }
})

test('every secret is told to be given as a variable', () => {
  for (const name of SECRET_INPUTS)
    expect(helpText(manifest).replace(/\s+/g, ' ')).toContain(
      `the variable ${name.toUpperCase().replace('-', '_')}`,
    )
})

test('lines fit a terminal', () => {
  for (const line of helpText(manifest).split('\n')) expect(line.length).toBeLessThanOrEqual(80)
})

test.each([
  ['format', {}, {}, 'docker'],
  ['format', { format: 'oci' }, {}, 'oci'],
  ['format', {}, { FORMAT: 'oci' }, 'docker'],
  ['dockerhub-token', {}, { DOCKERHUB_TOKEN: 'x' }, 'x'],
  ['dockerhub-token', { 'dockerhub-token': 'y' }, { DOCKERHUB_TOKEN: 'x' }, 'y'],
  ['github-token', {}, {}, ''],
  ['no-such-input', {}, {}, ''],
])('%s from options %j and variables %j is %j', (name, given, environment, expected) => {
  expect(
    optionReader(manifest, given as Record<string, string>, environment as Record<string, string>).text(name),
  ).toBe(expected)
})
