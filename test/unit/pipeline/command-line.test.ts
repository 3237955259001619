import { describe, expect, test } from '@jest/globals'
import { InputError } from '../../../actions/base/errors.ts'
import { type CommandLine, parseCommandLine } from '../../../actions/pipeline/command-line.ts'
import { COMMANDS } from '../../../actions/pipeline/commands.ts'

const parse = (...args: string[]) => parseCommandLine(args)
const inputsOf = (...args: string[]) => (parse(...args) as CommandLine).inputs

test('a command line gives inputs by name, and whether requests are told', () => {
  const line = parse('run', '--trace', '--image', 'app', '--registry-auth=- a')
  expect(line).toMatchObject({
    command: { name: 'run' },
    trace: true,
    json: false,
    yes: false,
    checkout: undefined,
    inputs: { image: 'app', 'registry-auth': '- a' },
  })
})

test.each([
  ['cleanup', ['--yes', '--json', '--checkout', 'x', 'o/a'], { yes: true, json: true, checkout: 'x' }],
  ['rollback', ['--yes', '--json'], { yes: true, json: true, checkout: undefined }],
  ['cleanup', ['o/a'], { yes: false, json: false, trace: false }],
])('%s %j is %j', (command, args, expected) => {
  expect(parse(command, ...args)).toMatchObject({ command: { name: command }, ...expected })
})

describe('the words behind a command', () => {
  test.each([
    [['cleanup', 'ghcr.io/o/a'], { images: 'ghcr.io/o/a' }],
    [['cleanup', 'ghcr.io/o/a', 'o/b'], { images: 'ghcr.io/o/a\no/b' }],
    [['cleanup', '--receipt', 'r.json'], { receipt: 'r.json' }],
    [['rollback', 'ghcr.io/o/a:1.2'], { image: 'ghcr.io/o/a:1.2' }],
    [['rollback', 'app', '1.2.3'], { image: 'app', to: '1.2.3' }],
    [['rollback', 'app', '--to', '1.2.3'], { image: 'app', to: '1.2.3' }],
    [['rollback'], {}],
    [['rollback', '--', 'app', '1.2.3'], { image: 'app', to: '1.2.3' }],
  ])('%j are %j', (args, expected) => {
    expect(inputsOf(...args)).toEqual(expected)
  })
})

describe('a flag', () => {
  test.each([
    [['cleanup', '--dry-run', 'o/a'], { 'dry-run': 'true', images: 'o/a' }],
    [['cleanup', '--dry-run=false', 'o/a'], { 'dry-run': 'false', images: 'o/a' }],
    [['cleanup', '--dry-run', 'true', 'o/a'], { 'dry-run': 'true', images: 'o/a' }],
    [['cleanup', 'o/a', '--dry-run', 'false'], { 'dry-run': 'false', images: 'o/a' }],
    [['cleanup', 'o/a', '--dry-run'], { 'dry-run': 'true', images: 'o/a' }],
    [
      ['cleanup', '--receipt=r', '--any-branch', '--dry-run'],
      { receipt: 'r', 'any-branch': 'true', 'dry-run': 'true' },
    ],
    // "1" is a tag that moves, so it is no yes here.
    [['rollback', 'app', '--force', '1'], { image: 'app', force: 'true', to: '1' }],
    [['rollback', '--list', 'app'], { image: 'app', list: 'true' }],
    [['rollback', '--', '--list'], { image: '--list' }],
    [['run', '--skip-push'], { 'skip-push': 'true' }],
    [['run', '--skip-push', '--no-cache', 'true'], { 'skip-push': 'true', 'no-cache': 'true' }],
    [['run', '--skip-push', 'yes'], { 'skip-push': 'yes' }],
    [['run', '--skip-push', 'maybe'], { 'skip-push': 'maybe' }],
    [['run', '--keep-previous', 'false'], { 'keep-previous': 'false' }],
    [['run', '--force-move', 'latest'], { 'force-move': 'latest' }],
    [['run', '--force-move', 'true'], { 'force-move': 'true' }],
    [['completion', 'zsh'], { shell: 'zsh' }],
    [['build', '--artifacts', 'a', '--leg', 'x'], { artifacts: 'a', leg: 'x' }],
    [['verify', 'app:1', '--file', 'v.yml'], { image: 'app:1', file: 'v.yml' }],
    [['verify', '--image', 'app'], { image: 'app' }],
    [['snapshot', 'restore', '--jobs', '2'], { mode: 'restore', jobs: '2' }],
    [['snapshot', '--allow-branches', 'pin'], { mode: 'pin', 'allow-branches': 'true' }],
    [['snapshot', '--mode', 'diff'], { mode: 'diff' }],
    [['verify', '--init', 'app', '--file', '-'], { image: 'app', init: 'true', file: '-' }],
  ])('%j gives %j', (args, expected) => {
    expect(inputsOf(...args)).toEqual(expected)
  })
})

describe('help', () => {
  test.each([
    [['--help'], undefined],
    [['-h'], undefined],
    [['help'], undefined],
    [['help', 'cleanup'], 'cleanup'],
    [['run', '--help'], 'run'],
    [['run', 'help'], 'run'],
    [['run', '-h', '--trace'], 'run'],
    [['verify', 'help'], 'verify'],
    [['cleanup', '--help'], 'cleanup'],
    [['rollback', 'app', '--help'], 'rollback'],
  ])('%j asks for it', (args, command) => {
    expect(parse(...args)).toEqual({ help: true, command: COMMANDS.find(({ name }) => name === command) })
  })
})

test('the version is asked for of the program, not of a command', () => {
  expect(parse('--version')).toEqual({ version: true })
  expect(() => parse('run', '--version')).toThrow('There is no option --version.')
})

describe('a wrong command line', () => {
  test.each([
    [
      [],
      'No command is given. There are run, plan, build, merge, verify, snapshot, cleanup, rollback, doctor and comp',
    ],
    [['publish'], 'There is no command "publish". There are run, plan,'],
    [['completion'], 'No shell is named. Write bash, zsh or fish behind'],
    [['completion', 'bash', 'zsh'], '"zsh" is one word too many. Write one shell'],
    [['plan', 'app'], '"app" belongs to no option.'],
    [['plan', '--has-credentials', 'x'], 'There is no option --has-credentials.'],
    [['merge', '--tags', 'x'], 'There is no option --tags.'],
    [['doctor', '--yes'], 'There is no option --yes.'],
    [['--dry-run', 'cleanup'], 'There is no command "--dry-run".'],
    [['run', 'app'], '"app" belongs to no option. Options begin with two dashes'],
    [['run', '--yes'], 'There is no option --yes.'],
    [['run', '--imgae', 'app'], 'There is no option --imgae. Look at --help'],
    [['run', '-x'], 'There is no option -x. Look at --help'],
    [['cleanup', '--platforms', 'x'], 'There is no option --platforms.'],
    [['run', '--image'], 'The option --image has no value. Write it behind, as in --image VALUE'],
    [['run', '--force-move'], 'The option --force-move has no value.'],
    [['run', '--image', '--trace'], 'What follows --image begins with a dash.'],
    [['run', '--image', '--skip-push'], 'What follows --image begins with a dash.'],
    [['run', '--registry-auth', '- registry: x'], "as in --registry-auth='-…'"],
    [['run', '--trace=yes'], '--trace'],
    [['cleanup', '--dry-run'], 'There is no image to clean up. Write it behind, as in cleanup ghcr.io'],
    [['verify'], 'There is no image to verify. Write its name or id behind'],
    [['verify', '--init'], 'There is no image to verify.'],
    [['snapshot'], 'There is no mode. Write what to do with the snapshot behind, as in snapshot validate.'],
    [['snapshot', 'restore', 'verify'], '"verify" is one word too many. Write one mode'],
    [['snapshot', 'restore', '--mode', 'pin'], '"restore" and --mode say the same twice.'],
    [['verify', 'app', 'web'], '"web" is one word too many. Write verify IMAGE'],
    [['verify', 'app', '--yes'], 'There is no option --yes.'],
    [['cleanup', '--images', 'o/a', 'o/b'], '"o/b" and --images say the same twice.'],
    [['rollback', '--to', '1', 'app', '2'], '"2" and --to say the same twice.'],
    [['rollback', 'app', '1.2.3', 'more'], '"more" is one word too many. Write rollback IMAGE:TAG TO'],
  ])('%j is refused', (args, message) => {
    const refused = () => parse(...args)
    expect(refused).toThrow(InputError)
    try {
      refused()
    } catch (error) {
      expect(String(error)).toContain(message)
      expect(String(error)).not.toMatch(/positional|\n/)
    }
  })
})
