import { expect, test } from '@jest/globals'
import { findCommand } from '../../../actions/pipeline/commands.ts'
import { isFlag, optionReader } from '../../../actions/runner/command-line/manifest-inputs.ts'

const [run, verify, cleanup, rollback] = ['run', 'verify', 'cleanup', 'rollback'].map((name) =>
  findCommand(name)?.inputs(),
)

test.each([
  ['format', {}, {}, 'docker'],
  ['format', { format: 'oci' }, {}, 'oci'],
  ['format', {}, { FORMAT: 'oci' }, 'docker'],
  ['dockerhub-token', {}, { DOCKERHUB_TOKEN: 'x' }, 'x'],
  ['dockerhub-token', { 'dockerhub-token': 'y' }, { DOCKERHUB_TOKEN: 'x' }, 'y'],
  ['github-token', {}, {}, ''],
  ['no-such-input', {}, {}, ''],
])('%s from options %j and variables %j is %j', (name, given, environment, expected) => {
  const reader = optionReader(run!, given as Record<string, string>, environment as Record<string, string>)
  expect(reader.text(name)).toBe(expected)
})

test('what is yes or no is a flag, and nothing else', () => {
  const flags = (inputs = run!) => inputs.filter(isFlag).map(({ name }) => name)
  expect(flags(verify)).toEqual(['init'])
  expect(flags(cleanup)).toEqual(['any-branch', 'dry-run'])
  expect(flags(rollback)).toEqual(['force', 'dry-run', 'list', 'keep-previous'])
  expect(flags(run)).toEqual(expect.arrayContaining(['skip-push', 'keep-previous', 'reproducible']))
  expect(flags(run)).not.toContain('force-move')
})
