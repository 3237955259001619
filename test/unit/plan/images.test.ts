import { describe, expect, test } from '@jest/globals'
import { complaints, plan, run } from './runs.ts'

const LIST = `
- image: api
  context: services/api
  file: services/api/Containerfile.prod
  target: final
  verify: ./services/api/image-verify.yml
  platforms: [linux/arm64]
  build-args: { VERSION: 1.5, DEBUG: true, EMPTY: null }
- image: team/web
  platforms: linux/amd64, linux/arm/v7
  build-args: |
    A=1
    B=x=y
`
const INPUTS = { images: LIST, context: 'default', target: 'stage', 'build-args': 'Z=1' }

describe('several images', () => {
  test('each has its own settings, else those of the inputs', async () => {
    const { images, legs } = await plan(INPUTS)
    expect(images).toMatchObject([
      {
        name: 'api',
        repositories: ['ghcr.io/octo/api'],
        context: 'services/api',
        file: 'services/api/Containerfile.prod',
        target: 'final',
        verify: 'services/api/image-verify.yml',
        platforms: ['linux/arm64'],
        buildArgs: { VERSION: '1.5', DEBUG: 'true', EMPTY: '' },
      },
      {
        name: 'team/web',
        repositories: ['ghcr.io/octo/team/web'],
        context: 'default',
        file: '',
        target: 'stage',
        platforms: ['linux/amd64', 'linux/arm/v7'],
        buildArgs: { A: '1', B: 'x=y' },
      },
    ])
    expect(legs.map(({ image, platform }) => `${image} ${platform}`)).toEqual([
      'api linux/arm64',
      'team/web linux/amd64',
      'team/web linux/arm/v7',
    ])
  })

  test('one that says nothing of verify is verified as the build is told, an empty one not at all', async () => {
    const { images } = await plan({ images: "[{image: a}, {image: b, verify: ''}]" })
    expect(images.map(({ verify }) => verify)).toEqual([undefined, ''])
    expect(images[0]).not.toHaveProperty('verify')
  })

  test('a check file that is not there is missed before anything is built', async () => {
    const exists = async (path: string) => path !== 'v.yml'
    const images = '[{image: a, verify: v.yml}, {image: b, verify: w.yml}]'
    expect(await complaints(plan({ images }, run(), { exists }))).toEqual([
      expect.stringContaining('The check file "v.yml" of a is not there.'),
    ])
  })

  test('the list may lie in a file of the checkout', async () => {
    const readFile = async (path: string) => (path === 'ci/images.yml' ? LIST : '')
    const { images } = await plan({ images: './ci/images.yml' }, run(), { readFile })
    expect(images.map(({ name }) => name)).toEqual(['api', 'team/web'])
  })

  test.each([
    ['- image: a\n- image: a', 'Two images are called "a"'],
    ['- name: a', 'Unrecognized key'],
    ['- image: a\n  context: ../x', 'The context "../x" lies outside'],
    ['- image: a\n  verify: ../x.yml', 'The check file "../x.yml" lies outside'],
    ['[]', 'The list of images is not valid'],
    ['- image: a\n- imag: b', 'entry 2, image: '],
    ['- image: a\n- imag: b', 'entry 2: Unrecognized key: "imag"'],
    ['- {', 'not valid YAML'],
    ['nowhere.yml', 'The list of images "nowhere.yml" can\'t be read'],
    ['../images.yml', 'lies outside the checkout'],
    ['--help', "can't be used as a path"],
    ['- image: a\n  platforms: [linux/z80]\n- image: b\n  file: /x', 'Unknown platform "linux/z80"'],
  ])('%j', async (images, fault) => {
    expect(await complaints(plan({ images }))).toContainEqual(expect.stringContaining(fault))
  })

  test('image and images exclude each other', async () => {
    expect(await complaints(plan({ images: LIST, image: 'x' }))).toEqual([
      expect.stringContaining('Both "image" and "images" are given'),
    ])
  })
})

describe('where images go', () => {
  test.each([
    [{}, ['ghcr.io/octo/app']],
    [{ 'dockerhub-username': 'Mona' }, ['ghcr.io/octo/app', 'docker.io/mona/app']],
    [
      { registries: 'quay.io/a/, localhost:5000\n# none\nquay.io/a' },
      ['quay.io/a/app', 'localhost:5000/app'],
    ],
    [{ registries: 'docker.io/x', 'dockerhub-username': 'mona' }, ['docker.io/x/app']],
    [{ image: 'other' }, ['ghcr.io/octo/other']],
  ])('%j', async (inputs, repositories) => {
    const { images } = await plan(inputs as Record<string, string>)
    expect(images[0]?.repositories).toEqual(repositories)
  })
})

describe('changed-only', () => {
  const MONO = `
- image: api
  context: services/api
- image: web
  context: services/web
  file: docker/web/Containerfile
- image: docs
  paths: ['docs/**', '!docs/*.txt']
- image: most
  paths: ['!services/**']
- image: odd
  context: 'a[b]'
- image: root
`
  const touched = async (files: string[] | undefined, event = run(), inputs = {}) => {
    const changedFiles = async () => files
    const made = await plan({ images: MONO, 'changed-only': 'true', ...inputs }, event, { changedFiles })
    return { ...made, names: made.images.map(({ name }) => name) }
  }
  const all = ['api', 'web', 'docs', 'most', 'odd', 'root']

  test.each([
    [['services/api/main.py'], ['api', 'root']],
    [['services/api2/main.py'], ['root']],
    [['docker/web/Containerfile'], ['web', 'most', 'root']],
    [['services/web/.hidden/x'], ['web', 'root']],
    [['docs/a/b.md'], ['docs', 'most', 'root']],
    [['docs/a.txt'], ['most', 'root']],
    [['a[b]/x'], ['most', 'odd', 'root']],
    [['ab/x'], ['most', 'root']],
  ])('%j touches %j', async (files, names) => {
    const made = await touched(files)
    expect(made.names).toEqual(names)
    expect(made.unchanged).toEqual(all.filter((name) => !names.includes(name)))
    expect(new Set(made.legs.map(({ image }) => image))).toEqual(new Set(names))
  })

  test('builds everything where nothing can be known, for a release, and for a tag by hand', async () => {
    expect((await touched(undefined)).names).toEqual(all)
    expect((await touched([], run({ ref: 'refs/tags/v1.2.3' }))).names).toEqual(all)
    expect((await touched([], run(), { 'tag-name': 'x' })).names).toEqual(all)
    expect((await touched([], run(), { 'changed-only': 'false' })).names).toEqual(all)
  })

  test('publishes nothing where nothing was touched, and says so', async () => {
    const made = await touched([])
    expect(made).toMatchObject({
      images: [],
      legs: [],
      publish: false,
      reason: expect.stringContaining('no image'),
    })
  })
})
