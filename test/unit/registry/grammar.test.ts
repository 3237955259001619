import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseChallenges } from '../../../actions/registry/challenge.ts'
import { apiHost, loginKey, parseHost } from '../../../actions/registry/hosts.ts'
import { formatScopes } from '../../../actions/registry/scopes.ts'
import { parseWait, waitAskedFor } from '../../../actions/registry/waiting.ts'

describe('challenges', () => {
  const bearer = (parameters: Record<string, string>) => ({ scheme: 'bearer', parameters })

  test.each<[string, ReturnType<typeof parseChallenges>]>([
    ['', []],
    ['Basic', [{ scheme: 'basic', parameters: {} }]],
    [
      'Basic realm="My \\"registry\\", really"',
      [{ scheme: 'basic', parameters: { realm: 'My "registry", really' } }],
    ],
    [
      'Bearer realm="https://ghcr.io/token",service="ghcr.io",scope="repository:o/a:pull,push"',
      [bearer({ realm: 'https://ghcr.io/token', service: 'ghcr.io', scope: 'repository:o/a:pull,push' })],
    ],
    ['bearer Realm=x , SERVICE = "y"', [bearer({ realm: 'x', service: 'y' })]],
    [
      'Basic realm="a", Bearer realm="b",error="invalid_token"',
      [{ scheme: 'basic', parameters: { realm: 'a' } }, bearer({ realm: 'b', error: 'invalid_token' })],
    ],
    ['realm="lost"', []],
  ])('%s', (header, expected) => {
    expect(parseChallenges(header)).toEqual(expected)
  })

  test('any parameters come back as they were quoted', () => {
    const name = fc.stringMatching(/^[a-z][a-z_-]{0,9}$/)
    const text = fc.string({ unit: 'grapheme-ascii' })
    const object = fc.dictionary(name, text, { noNullPrototype: true })
    fc.assert(
      fc.property(object, (parameters) => {
        const quoted = Object.entries(parameters).map(
          ([key, value]) => `${key}="${value.replace(/["\\]/g, '\\$&')}"`,
        )
        expect(parseChallenges(`Bearer ${quoted.join(',')}`)).toEqual([bearer(parameters)])
      }),
    )
  })

  test('no text makes the parser fail or hang', () => {
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(parseChallenges(text))))
  })
})

describe('waits', () => {
  const now = Date.UTC(2026, 0, 1)

  test.each<[string | undefined, number | undefined]>([
    [undefined, undefined],
    ['', undefined],
    ['0', 0],
    ['120', 120_000],
    ['1.5', 1500],
    ['1.889377ms', 1.889377],
    ['250us', 0.25],
    ['1m30s', 90_000],
    ['1h0m1s', 3_601_000],
    ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
    ['Thursday, 01-Jan-26 00:01:00 GMT', 60_000],
    ['Wed, 31 Dec 2025 23:00:00 GMT', 0],
    ['1767225660', 60_000],
    ['1767225000', 0],
    ['-5', undefined],
    ['1.2.3', undefined],
    ['soon', undefined],
    ['10 parrots', undefined],
  ])('%p is %p ms', (text, expected) => {
    expect(parseWait(text, now)).toEqual(expected)
  })

  test.each<[Record<string, string>, string, number | undefined]>([
    [{}, 'no word of it', undefined],
    [{ 'retry-after': '7' }, 'retry-after: 9s', 7000],
    [{ 'retry-after': 'soon', 'x-retry-after': '1767225608' }, '', 8000],
    [{}, 'toomanyrequests: retry-after: 1.889377ms, allowed: 44000/minute', 1.889377],
    [{}, 'Please retry after 2s.', 2000],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1767225660' }, '', 60_000],
    [{ 'x-ratelimit-remaining': '9', 'x-ratelimit-reset': '1767225660' }, '', undefined],
  ])('%p with %p asks for %p ms', (headers, text, expected) => {
    expect(waitAskedFor(headers, text, now)).toEqual(expected)
  })

  test('no text gives a negative or endless wait', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9.msh]{1,12}$/)), (text) => {
        const wait = parseWait(text, now) ?? 0
        expect(wait >= 0 && Number.isFinite(wait)).toBe(true)
      }),
    )
  })
})

describe('hosts', () => {
  test.each([
    ['https://index.docker.io/v1/', 'docker.io'],
    ['index.docker.io', 'docker.io'],
    ['registry-1.docker.io', 'docker.io'],
    ['https://ghcr.io', 'ghcr.io'],
    ['http://localhost:5000/v2/', 'localhost:5000'],
    ['quay.io/team/app', 'quay.io/team/app'],
  ])('a login under %s is one for %s', (written, key) => {
    expect(loginKey(written)).toBe(key)
  })

  test.each(['ghcr.io', 'docker.io', 'localhost', 'localhost:5000', '10.0.0.1:80', '[::1]:5000'])(
    '%s is a host',
    (host) => {
      expect(parseHost(host)).toBe(host)
    },
  )

  test.each(['', 'registry', 'a.io/b', 'A.io', '-a.io', '--help', 'a.io:port', 'user@a.io', 'a b.io'])(
    '"%s" is none',
    (text) => {
      expect(() => parseHost(text)).toThrow(/not the name of a registry/)
    },
  )

  test('Docker Hub is asked elsewhere', () => {
    expect([apiHost('docker.io'), apiHost('ghcr.io')]).toEqual(['registry-1.docker.io', 'ghcr.io'])
  })
})

test.each([
  ['pull', 'push', true, 'pull,push'],
  ['pull', 'push', false, 'pull'],
  ['push', 'pull', false, 'pull,push'],
  ['delete', 'pull', true, 'pull,push,delete'],
] as const)('needing %s, with rights %s, logged in %p: %s', (needs, rights, loggedIn, actions) => {
  const scopes = formatScopes({ path: 'o/a', needs, rights, mounts: ['z', 'b'] }, loggedIn)
  expect(scopes).toEqual([`repository:o/a:${actions}`, 'repository:b:pull', 'repository:z:pull'])
})
