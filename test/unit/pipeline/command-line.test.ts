import { expect, test } from '@jest/globals'
import { parseCommandLine, UsageError } from '../../../actions/pipeline/command-line.ts'
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

test('a default is shown as it is written', () => {
  expect(helpText(manifest)).toMatch(/Default:\s+\.\n/)
})

test('a command line gives inputs by name, and whether requests are told', () => {
  const line = parseCommandLine(['run', '--trace', '--image', 'app', '--registry-auth=- a'], manifest)
  expect(line).toMatchObject({
    help: false,
    trace: true,
    checkout: '.',
    inputs: { image: 'app', 'registry-auth': '- a' },
  })
})

test.each([[['--help']], [['-h']], [['run', '--help']], [['run', 'help']]])('%j asks for help', (args) => {
  expect(parseCommandLine(args, manifest).help).toBe(true)
})

test.each([
  [[], 'There is no such command. "npm start -- --help"'],
  [['build'], 'There is no such command. "npm start -- --help"'],
  [['run', 'app'], '"app" belongs to no option. Options begin with two dashes'],
  [['run', '--imgae', 'app'], 'There is no option --imgae. "npm start -- --help"'],
  [['run', '-x'], 'There is no option -x. "npm start -- --help"'],
  [['run', '--skip-push'], 'The option --skip-push has no value. Write it behind, as in --skip-push VALUE'],
  [['run', '--skip-push', '--trace'], 'What follows --skip-push begins with a dash.'],
  [['run', '--registry-auth', '- registry: x'], "as in --registry-auth='-…'"],
  [['run', '--trace=yes'], '--trace'],
])('%j is refused', (args, message) => {
  const refused = () => parseCommandLine(args, manifest)
  expect(refused).toThrow(UsageError)
  try {
    refused()
  } catch (error) {
    expect(String(error)).toContain(message)
    expect(String(error)).not.toMatch(/positional|\n/)
  }
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
