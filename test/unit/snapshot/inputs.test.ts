import { describe, expect, test } from '@jest/globals'
import { InputError, isUserError, userErrorsOf } from '../../../actions/base/errors.ts'
import { parseInputs } from '../../../actions/snapshot/inputs.ts'
import { snapshotInputs } from '../../../actions/snapshot/manifest.ts'
import { MODE_NAMES, MODES } from '../../../actions/snapshot/modes.ts'

const DEFAULTS = Object.fromEntries(snapshotInputs().map((input) => [input.name, input.default]))

function read(inputs: Record<string, string>) {
  return parseInputs({ text: (name) => inputs[name] ?? DEFAULTS[name] ?? '' })
}

function complaints(inputs: Record<string, string>): string[] {
  try {
    read(inputs)
    return []
  } catch (error) {
    if (!isUserError(error)) throw error
    const errors = userErrorsOf(error)
    expect(errors.every((each) => each instanceof InputError)).toBe(true)
    return errors.map(({ message }) => message)
  }
}

test('a mode is all that must be given', () => {
  expect(read({ mode: 'restore' })).toMatchObject({
    mode: 'restore',
    snapshot: 'production-snapshot.json',
    lock: '',
    installation: { nodes: 'custom_nodes', comfyui: '', python: '' },
    image: '',
    rules: { allowBranches: false, allowHosts: [], allowOwners: [], expectedNodes: 0 },
    restoring: {
      engine: 'native',
      cache: '',
      jobs: 8,
      extras: 'disable',
      files: '',
      installScripts: 'never',
      requirements: [],
      registry: 'https://api.comfy.org',
    },
    updating: { policy: ['branch'], minAgeDays: 0, include: [], exclude: [], archiveDir: '', retain: 10 },
  })
})

test.each(MODE_NAMES)('mode %s has a program', async (mode) => {
  const load = MODES.withFile[mode] ?? MODES.others[mode]
  expect(typeof (await load?.())).toBe('function')
  expect(read({ mode }).mode).toBe(mode)
})

describe('what is given', () => {
  test.each([
    ['install-scripts', 'all', { restoring: { installScripts: 'all' } }],
    ['install-scripts', 'never', { restoring: { installScripts: 'never' } }],
    ['install-scripts', 'A\n# why\nB\n', { restoring: { installScripts: ['A', 'B'] } }],
    ['install-scripts', 'all\nB', { restoring: { installScripts: ['all', 'B'] } }],
    ['registry', 'https://registry.example/x/', { restoring: { registry: 'https://registry.example/x' } }],
    ['registry', 'http://127.0.0.1:8080', { restoring: { registry: 'http://127.0.0.1:8080' } }],
    ['allow-branches', 'yes', { rules: { allowBranches: true } }],
    ['allow-owners', 'kijai\nltdrdata', { rules: { allowOwners: ['kijai', 'ltdrdata'] } }],
    ['expected-nodes', '13', { rules: { expectedNodes: 13 } }],
    ['jobs', '64', { restoring: { jobs: 64 } }],
    ['nodes', ' /app/custom_nodes ', { installation: { nodes: '/app/custom_nodes' } }],
  ])('%s: %j', (name, text, expected) => {
    expect(read({ mode: 'restore', [name]: text })).toMatchObject(expected)
  })
})

describe('what is wrong', () => {
  test.each([
    [{ mode: '' }, 'Input "mode" is "".'],
    [{ mode: 'Restore' }, 'Input "mode" is "Restore".'],
    [{ jobs: '0' }, 'Input "jobs" is "0".'],
    [{ jobs: '65' }, 'Input "jobs" is "65".'],
    [{ engine: 'pip' }, 'Input "engine" is "pip".'],
    [{ extras: 'burn' }, 'Input "extras" is "burn".'],
    [{ 'allow-branches': 'perhaps' }, 'Input "allow-branches" is "perhaps".'],
    [{ 'expected-nodes': '-1' }, 'Input "expected-nodes" is "-1".'],
    [{ retain: '0' }, 'Input "retain" is "0".'],
    [{ image: 'app' }, 'Input "image" is given.'],
    ...['http://api.comfy.org', 'ftp://x', 'api.comfy.org', '', 'http://localhost.example'].map(
      (registry): [Record<string, string>, string] => [
        { registry },
        'Input "registry" is no address that begins with https://.',
      ],
    ),
    [{ registry: 'https://me:secret@x' }, 'Input "registry" is no address that begins with https://.'],
  ])('%j', (inputs, message) => {
    expect(complaints({ mode: 'restore', ...inputs })).toEqual([message])
  })

  test('is told all at once', () => {
    const wrong = { mode: 'x', jobs: 'x', engine: 'x', extras: 'x', registry: 'x', 'allow-branches': 'x' }
    expect(complaints({ ...wrong, 'expected-nodes': 'x', retain: 'x', 'min-age-days': 'x' })).toHaveLength(9)
  })
})
