import { describe, expect, test } from '@jest/globals'
import { type ContainerOptions, runArguments } from '../../../actions/engine/container.ts'
import { OutputLines } from '../../../actions/engine/output-lines.ts'

const PLAIN: ContainerOptions = { image: 'sha256:1', name: 'n', label: 'a=b', env: {}, network: 'none' }

/** What stands between what every container is given and the image. */
function ownOf(changes: Partial<ContainerOptions>): string[] {
  const args = runArguments({ ...PLAIN, ...changes }, '/pid')
  return args.slice(args.indexOf('--network'))
}

describe('podman run', () => {
  test.each<[string, Partial<ContainerOptions>, string[]]>([
    ['nothing special', {}, ['--network', 'none', '--', 'sha256:1']],
    [
      'the network of another one',
      { network: { of: 'db' } },
      ['--network', 'container:db', '--', 'sha256:1'],
    ],
    [
      'hostile variables, each one argument, and one that is taken away',
      { env: { A: '1\n--privileged', B: '', C: null } },
      ['--network', 'none', '--env', 'A=1\n--privileged', '--env', 'B=', '--unsetenv', 'C', '--', 'sha256:1'],
    ],
    [
      'an entrypoint of several words, and a command like options',
      { entrypoint: ['sh', '-c'], command: ['--rm', '--'] },
      ['--network', 'none', '--entrypoint', '["sh","-c"]', '--', 'sha256:1', '--rm', '--'],
    ],
    [
      'a user, and a root that can not be written',
      { user: '1:2', readOnly: true, tmpfs: ['/tmp', '/run'] },
      [
        ...['--network', 'none', '--user', '1:2', '--read-only', '--read-only-tmpfs=false'],
        ...['--tmpfs', '/tmp', '--tmpfs', '/run', '--', 'sha256:1'],
      ],
    ],
  ])('with %s', (_name, changes, expected) => {
    expect(ownOf(changes)).toEqual(expected)
  })

  test('never pulls, and can be found again', () => {
    const args = runArguments(PLAIN, '/pid')
    expect(args).toEqual(expect.arrayContaining(['--pull=never', '--label', 'a=b', '--pidfile', '/pid']))
  })
})

describe('lines of output', () => {
  test('are kept apart and together', () => {
    const lines = new OutputLines()
    lines.add({ stream: 'stdout', text: 'a' })
    lines.add({ stream: 'stderr', text: 'b' })
    lines.add({ stream: 'stdout', text: 'c' })
    expect([lines.text('stdout'), lines.text('stderr'), lines.text()]).toEqual(['a\nc', 'b', 'a\nb\nc'])
    expect(lines.last(2)).toEqual(['b', 'c'])
    expect(lines.isCut).toBe(false)
  })

  test('of one that never stops are kept from both ends', () => {
    const lines = new OutputLines()
    for (let line = 0; line < 1000; line++)
      lines.add({ stream: 'stdout', text: `${line}-${'x'.repeat(10_000)}` })
    expect(lines.isCut).toBe(true)
    expect(lines.text()).toMatch(/^0-x/)
    expect(lines.text().length).toBeLessThan(5e6)
    expect(lines.last(1)[0]).toMatch(/^999-x/)
  })
})
