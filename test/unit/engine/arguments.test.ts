import { expect, test } from '@jest/globals'
import { type BuildRequest, buildArguments } from '../../../actions/engine/build.ts'
import { requestIn } from './requests.ts'

const PLAIN = [
  '--format',
  'docker',
  '--platform',
  'linux/arm64',
  '--file',
  '/checkout/Containerfile',
  '--pull=missing',
]

test.each<[string, Partial<BuildRequest>, string[]]>([
  ['nothing special', {}, ['--layers']],
  [
    'hostile labels, each one argument',
    { labels: { a: 'x\n--tag y', '--help': '; rm -rf /', 'b c': '$(id)' } },
    ['--label', 'a=x\n--tag y', '--label', '--help=; rm -rf /', '--label', 'b c=$(id)', '--layers'],
  ],
  [
    'a build argument that looks like an option',
    { buildArgs: { A: '--no-cache', B: '' } },
    ['--build-arg', 'A=--no-cache', '--build-arg', 'B=', '--layers'],
  ],
  [
    'contexts, secrets, ssh and a target',
    { buildContexts: ['docs=./docs'], secrets: ['id=k,src=/s/0'], ssh: ['default'], target: '--help' },
    [
      ...['--build-context', 'docs=./docs', '--secret', 'id=k,src=/s/0'],
      ...['--ssh', 'default', '--target', '--help', '--layers'],
    ],
  ],
  ['a cache to read', { cacheFrom: 'r.io/o/c' }, ['--layers', '--cache-from', 'r.io/o/c']],
  ['no cache, whatever there is to read', { noCache: true, cacheFrom: 'r.io/o/c' }, ['--no-cache']],
  [
    'arguments of the caller, as they are and last',
    { extraArgs: ['--shm-size', '1 g'] },
    ['--layers', '--shm-size', '1 g'],
  ],
])('%s', (_name, changes, expected) => {
  expect(buildArguments(requestIn('/checkout', { platform: 'linux/arm64', ...changes }))).toEqual([
    ...PLAIN,
    ...expected,
  ])
})
