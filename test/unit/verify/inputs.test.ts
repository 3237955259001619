import { describe, expect, test } from '@jest/globals'
import { InputError, isUserError, userErrorsOf } from '../../../actions/base/errors.ts'
import { parseInputs } from '../../../actions/verify/inputs.ts'

function read(inputs: Record<string, string>) {
  return parseInputs({ text: (name) => inputs[name] ?? '' }, { actor: 'octo' })
}

/** What is said of them, each as an error of the input. */
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

test('an image is all that must be given', () => {
  expect(read({ image: ' ghcr.io/o/app:1 ' })).toEqual({
    image: 'ghcr.io/o/app:1',
    checkFile: { file: 'image-verify.yml', variables: {} },
    source: { context: '.', file: '' },
    target: undefined,
    buildArgs: {},
    reports: '',
    access: { logins: new Map(), insecure: new Set() },
  })
})

test('everything else is read as it is meant', () => {
  const inputs = read({
    image: `sha256:${'a'.repeat(64)}`,
    file: 'deploy/v.yml',
    variables: 'postgres=docker.io/library/postgres:17\n# no line\npassword = a=b',
    context: './web/',
    containerfile: 'web/Containerfile.prod',
    target: 'release',
    'build-args': 'A=1\nB=x=y',
    reports: 'out',
    'github-token': 'ghs_1',
    'insecure-registries': 'registry.local',
  })
  expect(inputs).toMatchObject({
    image: `sha256:${'a'.repeat(64)}`,
    checkFile: {
      file: 'deploy/v.yml',
      variables: { postgres: 'docker.io/library/postgres:17', password: 'a=b' },
    },
    source: { context: 'web', file: 'web/Containerfile.prod' },
    target: 'release',
    buildArgs: { A: '1', B: 'x=y' },
    reports: 'out',
  })
  expect([...inputs.access.logins.keys(), ...inputs.access.insecure]).toEqual(['ghcr.io', 'registry.local'])
})

describe('what is wrong', () => {
  test.each([
    [{ image: '' }, 'Input "image" is empty.'],
    [{ image: 'a b' }, 'Input "image" is "a b".'],
    [{ variables: 'postgres' }, 'Input "variables" has the line "postgres".'],
    [{ context: '../x' }, 'The context "../x" lies outside the checkout.'],
    [{ containerfile: '/etc/x' }, 'The file "/etc/x" lies outside the checkout.'],
    [{ 'build-args': '1=2' }, 'The build argument "1" is not valid.'],
    [{ 'dockerhub-token': 'x' }, 'Input "dockerhub-token" is given without "dockerhub-username".'],
    [{ 'insecure-registries': 'http://x' }, expect.stringContaining('http://x')],
  ])('%j', (inputs, message) => {
    expect(complaints({ image: 'app', ...inputs })).toEqual([message])
  })

  test('is told all at once', () => {
    const inputs = { variables: 'a', context: '..', 'build-args': '1=2', 'dockerhub-token': 'x' }
    expect(complaints(inputs)).toHaveLength(5)
  })
})
