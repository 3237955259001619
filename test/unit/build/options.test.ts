import { describe, expect, test } from '@jest/globals'
import { readBuildOptions, secretLikeArguments } from '../../../actions/build/options.ts'

const DEFAULTS: Record<string, string> = {
  format: 'docker',
  compression: 'gzip',
  cache: 'registry',
  pull: 'missing',
}
const read = (inputs: Record<string, string> = {}) =>
  readBuildOptions({ text: (name) => ({ ...DEFAULTS, ...inputs })[name] ?? '' })

test('the defaults keep HEALTHCHECK and cache by themselves', () => {
  expect(read()).toEqual({
    format: 'docker',
    compression: 'gzip',
    cache: 'registry',
    cacheRepository: '',
    noCache: false,
    pull: 'missing',
    reproducible: false,
    buildArgs: {},
    buildContexts: [],
    ssh: [],
    target: undefined,
    extraArgs: [],
    archive: '',
  })
})

test.each([
  [{ 'build-args': 'A=1\n# comment\nB=x=y' }, { buildArgs: { A: '1', B: 'x=y' } }],
  [{ 'build-contexts': 'base=docker-image://x' }, { buildContexts: ['base=docker-image://x'] }],
  [{ target: ' release ' }, { target: 'release' }],
  [
    { 'extra-args': '["--cap-add=SYS_PTRACE", "--shm-size", "1 g"]' },
    { extraArgs: ['--cap-add=SYS_PTRACE', '--shm-size', '1 g'] },
  ],
  [{ 'extra-args': '["--os-feature=x"]' }, { extraArgs: ['--os-feature=x'] }],
  [{ 'extra-args': '- --cap-add\n- a b' }, { extraArgs: ['--cap-add', 'a b'] }],
  [
    { format: 'oci', compression: 'zstd' },
    { format: 'oci', compression: 'zstd' },
  ],
])('%j', (inputs, expected) => expect(read(inputs)).toMatchObject(expected))

describe('refused', () => {
  test.each([
    [{ 'extra-args': '--cap-add=X' }, 'not a list'],
    [{ 'extra-args': '[' }, 'not valid YAML'],
    [{ 'extra-args': '["--help"]' }, 'may not hold --help'],
    [{ 'extra-args': '["--tag=ghcr.io/o/app:latest"]' }, 'may not hold --tag'],
    [{ 'extra-args': '["-t", "x"]' }, 'may not hold -t'],
    [{ 'extra-args': '["-tghcr.io/o/app:latest"]' }, 'may not hold -tghcr.io'],
    [{ 'extra-args': '["-f/etc/passwd"]' }, 'may not hold -f/etc/passwd'],
    [{ 'cache-repository': '--help' }, 'not a valid image reference'],
    [{ 'cache-repository': 'ghcr.io/o/cache:latest' }, 'where a repository is expected'],
    [{ 'extra-args': '["--"]' }, 'may not hold --'],
    [{ 'extra-args': '["--iidfile=/x"]' }, 'may not hold --iidfile'],
    [{ 'extra-args': '["--manifest=ghcr.io/o/app:latest"]' }, 'may not hold --manifest'],
    [{ 'extra-args': '["--manifest", "list"]' }, 'may not hold --manifest'],
    [{ 'extra-args': '["--output=type=tar,dest=x"]' }, 'may not hold --output'],
    [{ 'extra-args': '["-otype=local,dest=x"]' }, 'may not hold -otype'],
    [{ compression: 'zstd' }, 'zstd layers need OCI manifests'],
    [{ format: 'v2s1' }, 'Input "format" is "v2s1"'],
    [{ 'build-args': 'NAME' }, 'The build argument "NAME" is not valid'],
    [{ pull: 'sometimes' }, 'Input "pull" is "sometimes"'],
  ])('%j', (inputs, message) =>
    expect(() => read(inputs as unknown as Record<string, string>)).toThrow(message),
  )

  test('all at once', () => {
    expect(() => read({ format: 'x', 'cache-repository': '-c', pull: 'y', 'extra-args': 'z' })).toThrow(
      /format[\s\S]*-c[\s\S]*pull[\s\S]*extra-args/,
    )
  })
})

test.each([
  [{ NPM_TOKEN: 'x' }, ['NPM_TOKEN']],
  [{ PGPASSWORD: 'x', dbPassword: 'x' }, ['PGPASSWORD', 'dbPassword']],
  [{ PASS: 'x', DB_PASS: 'x' }, ['PASS', 'DB_PASS']],
  [{ PASSPHRASE: 'x', GPG_PASSPHRASE: 'x' }, ['PASSPHRASE', 'GPG_PASSPHRASE']],
  [{ AUTH: 'x', NPM_AUTH: 'x', _auth: 'x' }, ['AUTH', 'NPM_AUTH', '_auth']],
  [{ AUTHOR: 'x', PASSENGER: 'x', COMPASS: 'x', AUTH_URL: 'x', BYPASS: 'x' }, []],
  [{ password: 'x', apiKey: 'y', API_KEY: 'z' }, ['password', 'apiKey', 'API_KEY']],
  [{ VERSION: '1', TOKEN: '' }, []],
])('build arguments that look like secrets: %j', (buildArgs, names) => {
  expect(secretLikeArguments(buildArgs as unknown as Record<string, string>)).toEqual(names)
})
