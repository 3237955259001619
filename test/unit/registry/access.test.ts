import { describe, expect, test } from '@jest/globals'
import { UserErrors } from '../../../actions/base/errors.ts'
import {
  apiOf,
  kindOf,
  type RegistryAccess,
  readPullAccess,
  readRegistryAccess,
  secretsOf,
  speaksHttp,
} from '../../../actions/registry/access.ts'

function read(inputs: Record<string, string>, actor = 'octocat'): RegistryAccess {
  return readRegistryAccess({ text: (name) => inputs[name] ?? '' }, { actor })
}

const entry = (more: string) => `- registry: quay.io\n  username: me\n${more}`

test('nothing given is nothing special', () => {
  const access = read({})
  expect([...access.logins]).toEqual([])
  expect(access).toMatchObject({ retries: 3, timeout: 15 * 60_000 })
  expect(kindOf(access, 'ghcr.io')).toBe('ghcr')
  expect(kindOf(access, 'docker.io')).toBe('dockerhub')
  expect(kindOf(access, 'quay.io')).toBe('oci')
})

test('tokens are logins for every host of their kind', () => {
  const access = read({
    'github-token': 'ghs_1',
    'dockerhub-username': 'me',
    'dockerhub-token': 'dckr_1',
    'registry-kinds': 'ghcr.example.com=ghcr https://ghe.example.com/api/v3/\nmirror:5000=dockerhub',
  })
  const github = { username: 'octocat', password: 'ghs_1' }
  const hub = { username: 'me', password: 'dckr_1' }
  expect(Object.fromEntries(access.logins)).toEqual({
    'ghcr.io': github,
    'ghcr.example.com': github,
    'docker.io': hub,
    'mirror:5000': hub,
  })
  expect(apiOf(access, 'ghcr.example.com')).toBe('https://ghe.example.com/api/v3')
  expect(apiOf(access, 'ghcr.io')).toBeUndefined()
})

test('registry-auth outranks the tokens, and means Docker Hub where it names no registry', () => {
  const access = read({
    'github-token': 'ghs_1',
    'registry-auth': `
      - registry: https://ghcr.io/
        username: robot
        password: "a: b"
      - username: hubber
        password: 0123
      - registry: quay.io/team
        username: me
        password: secret`,
  })
  expect(Object.fromEntries(access.logins)).toEqual({
    'ghcr.io': { username: 'robot', password: 'a: b' },
    'docker.io': { username: 'hubber', password: '0123' },
    'quay.io/team': { username: 'me', password: 'secret' },
  })
})

test('a user without a token is nobody, as in a pull request from a fork', () => {
  expect([...read({ 'dockerhub-username': 'me' }).logins]).toEqual([])
})

test('what must be masked is each password and what stands in a Basic header', () => {
  const secrets = secretsOf(read({ 'github-token': 'ghs_1' }))
  expect(secrets).toEqual(['ghs_1', Buffer.from('octocat:ghs_1').toString('base64')])
})

test.each<[string, boolean]>([
  ['localhost:5000', true],
  ['registry.localhost', true],
  ['127.0.0.1', true],
  ['127.8.9.1:80', true],
  ['[::1]:5000', true],
  ['registry.lan:5000', true],
  ['registry.lan', false],
  ['127.0.0.1.example.com', false],
  ['localhost.example.com', false],
  ['ghcr.io', false],
])('%s is spoken to in the clear: %p', (host, plain) => {
  expect(speaksHttp(read({ 'insecure-registries': '# ours\nregistry.lan:5000\n' }), host)).toBe(plain)
})

describe('a bad input is an error', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['YAML', { 'registry-auth': '- {registry: "x, password: hunter2' }, /not valid YAML/],
    ['no list', { 'registry-auth': 'registry: quay.io' }, /not a list/],
    ['no object', { 'registry-auth': '- quay.io' }, /Entry 1 .* not an object/],
    ['unknown key', { 'registry-auth': entry('  token: hunter2') }, /has the key "token"/],
    ['no password', { 'registry-auth': entry('  password:') }, /Entry 1 .* empty password/],
    ['several lines', { 'registry-auth': entry('  password: "hunter2\\nb"') }, /password of several lines/],
    ['no user', { 'registry-auth': '- password: hunter2' }, /no valid user name/],
    ['colon in user', { 'registry-auth': '- username: "a:b"\n  password: hunter2' }, /no valid user name/],
    [
      'registry',
      { 'registry-auth': '- registry: --help\n  username: a\n  password: hunter2' },
      /"--help" is not the name/,
    ],
    ['token of several lines', { 'github-token': 'hunter2\nb' }, /password of several lines/],
    ['token without user', { 'dockerhub-token': 'hunter2' }, /without "dockerhub-username"/],
    ['kind', { 'registry-kinds': 'a.io=harbor' }, /"harbor"/],
    ['kind without host', { 'registry-kinds': 'ghcr' }, /has the line "ghcr"/],
    ['API address', { 'registry-kinds': 'a.io=ghcr ftp://a.io' }, /"ghcr ftp:/],
    ['insecure host', { 'insecure-registries': 'http://x y' }, /not the name of a registry/],
    ['retries', { retries: '11' }, /"retries" is "11"/],
    ['no retries', { retries: '0' }, /"retries" is "0"/],
    ['timeout', { timeout: 'soon' }, /"timeout" is "soon"/],
  ])('%s', (_name, inputs, message) => {
    expect(() => read(inputs)).toThrow(message)
    expect(() => read(inputs)).toThrow(expect.objectContaining({ hint: expect.any(String) }))
    expect(() => read(inputs)).not.toThrow(/hunter2/)
  })

  test('and all of them are reported together', () => {
    const inputs = {
      'registry-auth': '- a\n- b',
      'registry-kinds': 'x.io=y\ny.io=z',
      retries: 'x',
      timeout: 'x',
    }
    let failure: unknown
    try {
      read(inputs)
    } catch (error) {
      failure = error
    }
    expect((failure as UserErrors).errors).toHaveLength(6)
    expect(failure).toBeInstanceOf(UserErrors)
  })
})

describe('somebody who only pulls', () => {
  const inputs = {
    'github-token': 'ghs_1',
    'registry-auth': '[{registry: quay.io, username: me, password: secret}]',
    'insecure-registries': 'registry.local',
  }

  test('has the same logins, and asks for nothing else', () => {
    const asked: string[] = []
    const text = (name: string) => {
      asked.push(name)
      return (inputs as Record<string, string>)[name] ?? ''
    }
    const { logins, insecure } = read(inputs)
    expect(readPullAccess({ text }, { actor: 'octocat' })).toEqual({ logins, insecure })
    expect(asked.sort()).toEqual([
      'dockerhub-token',
      'dockerhub-username',
      'github-token',
      'insecure-registries',
      'registry-auth',
    ])
  })

  test('is told all that is wrong', () => {
    const wrong = { 'dockerhub-token': 'dckr_1', 'insecure-registries': 'https://registry.local/x' }
    const reading = () =>
      readPullAccess({ text: (name) => (wrong as Record<string, string>)[name] ?? '' }, { actor: '' })
    expect(reading).toThrow(UserErrors)
  })
})
