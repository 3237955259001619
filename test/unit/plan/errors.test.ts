import { describe, expect, test } from '@jest/globals'
import { makePlan } from '../../../actions/plan/make.ts'
import { complaints, plan, RUNS, request, run, tagged } from './runs.ts'

test('everything that is wrong is reported together, each with its remedy', async () => {
  const inputs = {
    image: 'App',
    platforms: 'linux/amd64,windows/amd64,linux/z80',
    registries: 'ghcr.io/octo\ndocker.io\n--help',
    runners: 'linux/amd64',
    tags: 'type=semvar\nfoo',
    flavor: 'latest=maybe',
    labels: 'no equals sign',
    annotations: '=x',
    context: '../elsewhere',
    file: '--help',
    'build-args': 'A-B=1',
    'skip-push': 'perhaps',
    'changed-only': 'perhaps',
  }
  const found = await complaints(plan(inputs))
  for (const part of [
    'Input "skip-push" is "perhaps"',
    'Input "changed-only" is "perhaps"',
    'there is no type "semvar"',
    'The flavor "latest=maybe"',
    'The context "../elsewhere" lies outside',
    'The file "--help"',
    'Unknown platform "windows/amd64"',
    'Unknown platform "linux/z80"',
    'The build argument "A-B"',
    'Input "labels" has the line "no equals sign"',
    'Input "annotations" has the line "=x"',
    'Input "runners" has the line "linux/amd64"',
  ])
    expect(found).toContainEqual(expect.stringContaining(part))
})

describe('references', () => {
  test.each([
    [{ image: 'App' }, '"ghcr.io/octo/App" is not a valid image reference. Repository names are lower case'],
    [{ image: '--help' }, '"--help" can\'t be the name of an image'],
    [{ image: 'app:1' }, '"app:1" can\'t be the name of an image'],
    [{ image: 'quay.io/octo/app' }, 'the registries stand in "registries"'],
    [{ image: 'app$(id)' }, 'is not a valid image reference'],
    [{ registries: 'docker.io' }, '"docker.io" in "registries" lacks a namespace'],
    [{ registries: 'ghcr.io' }, 'lacks a namespace'],
    [{ registries: 'octo' }, '"octo" in "registries" names no registry'],
    [{ registries: '--help' }, 'names no registry'],
    [{ registries: 'docker.io/octo', image: 'team/app' }, 'too many parts for Docker Hub'],
    [{ registries: 'quay.io/octo:1' }, 'is not a valid image reference'],
  ])('%j', async (inputs, fault) => {
    expect(await complaints(plan(inputs as Record<string, string>))).toEqual([expect.stringContaining(fault)])
  })

  test.each([
    [{}, ['The image has no name. Set "image"', 'No registry is named. Set "registries"']],
    [{ image: 'app' }, ['No registry is named. Set "registries"']],
    [{ registries: 'ghcr.io/octo' }, ['The image has no name. Set "image"']],
    [{ image: 'app', registries: 'ghcr.io/octo' }, []],
  ])('a checkout without a remote, and %j', async (inputs, faults) => {
    const found = await complaints(plan(inputs as Record<string, string>, run({ repository: '' })))
    expect(found).toEqual(faults.map((fault) => expect.stringContaining(fault)))
  })
})

describe('paths', () => {
  test.each([
    '/etc',
    '..',
    '../x',
    'a/../../x',
    './../x',
    'https://github.com/a/b',
    '-x',
    './-x',
    'a\u0000b',
  ])('context %j and file %j', async (path) => {
    expect(await complaints(plan({ context: path }))).toHaveLength(1)
    expect(await complaints(plan({ file: path }))).toHaveLength(1)
  })

  test.each([
    ['.', '.'],
    ['./', '.'],
    ['./api/', 'api'],
    ['a/../b', 'b'],
    ['..a', '..a'],
  ])('%s is %s', async (path, normal) => {
    expect((await plan({ context: path })).images[0]?.context).toBe(normal)
  })

  const tree = (...paths: string[]) => ({ exists: async (path: string) => paths.includes(path) })
  test.each([
    [{}, tree('.', 'Containerfile'), undefined],
    [{}, tree('.', 'Dockerfile'), undefined],
    [{}, tree('.'), 'neither Containerfile nor Dockerfile in "."'],
    [{ context: 'api' }, tree('.'), 'The context "api" of app is not there'],
    [
      { context: 'api', file: 'x' },
      tree('api', 'api/x'),
      'relative to the root of the repository: write api/x',
    ],
    [{ context: 'api', file: 'x' }, tree('api'), 'The file "x" of app is not there. Check the path'],
    [{ context: 'api', file: 'x' }, tree('api', 'x'), undefined],
  ])('%j in a checkout', async (inputs, facts, fault) => {
    const found = await complaints(plan(inputs as Record<string, string>, run(), facts))
    expect(found).toEqual(fault === undefined ? [] : [expect.stringContaining(fault)])
  })
})

describe('credentials', () => {
  const made = (inputs: Record<string, string>, credentials: string[], event = run()) =>
    complaints(
      makePlan(
        { ...request(inputs), credentials },
        { event, now: new Date(0), planId: () => '0123456789ab', readFile: async () => '', warn: () => {} },
      ),
    )
  const hub = { 'dockerhub-username': 'mona' }
  test.each([
    ['both at hand', hub, ['ghcr.io', 'docker.io'], []],
    ['any host', hub, ['registry-auth'], []],
    ['no token of Docker Hub', hub, ['ghcr.io'], ['DOCKERHUB_TOKEN is missing']],
    [
      'neither user nor token',
      { registries: 'docker.io/octo' },
      [],
      ['DOCKERHUB_USERNAME and DOCKERHUB_TOKEN are missing'],
    ],
    ['no token of GitHub', {}, ['docker.io'], ['packages: write']],
    ['none at all', hub, [], ['DOCKERHUB_TOKEN is missing', 'packages: write']],
    ['docker.io left out', { ...hub, registries: 'ghcr.io/octo' }, ['ghcr.io'], []],
    ['a registry that may be open', { registries: 'localhost:5000' }, [], []],
    ['nothing is pushed', { ...hub, 'skip-push': 'true' }, [], []],
  ])('%s', async (_, inputs, hosts, faults) => {
    expect(await made(inputs as Record<string, string>, hosts)).toEqual(
      faults.map((fault) => expect.stringContaining(fault)),
    )
  })

  test('are missed beside a wrong tag too', async () => {
    expect(await made(hub, ['ghcr.io'], tagged('v1.0'))).toEqual([
      expect.stringContaining('"v1.0"'),
      expect.stringContaining('DOCKERHUB_TOKEN is missing'),
    ])
  })

  test('a pull request needs none', async () => {
    expect(await made(hub, [], RUNS.pr)).toEqual([])
  })
})

test('a build argument that looks like a secret is let through with a warning', async () => {
  const warnings: string[] = []
  await plan({ 'build-args': 'NPM_TOKEN=x\nVERSION=1\nAPI_KEY=y\nTOKENIZER=z' }, run(), { warnings })
  expect(warnings).toEqual([expect.stringContaining('NPM_TOKEN'), expect.stringContaining('API_KEY')])
})
