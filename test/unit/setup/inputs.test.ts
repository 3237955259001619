import { describe, expect, test } from '@jest/globals'
import { UserErrors } from '../../../actions/base/errors.ts'
import { parseInputs } from '../../../actions/setup/inputs.ts'

const url = 'https://example.org/podman-linux-amd64.tar.gz'
const sha256 = 'AB'.repeat(32)
const read = (given: Record<string, string>) => {
  const values: Record<string, string> = { context: '.', 'minimum-buildah': 'auto', ...given }
  return parseInputs({ text: (name) => values[name] ?? '' })
}

test('nothing set asks for nothing to be installed', () => {
  expect(read({})).toEqual({ plan: '', context: '.', file: '', minimum: 'auto', releases: {} })
})

test('a release is an address and a checksum', () => {
  const { releases } = read({ 'podman-url-arm64': url, 'podman-sha256-arm64': sha256 })
  expect(releases).toEqual({ arm64: { url, sha256: sha256.toLowerCase() } })
})

test.each(['https://mirror.example/github', 'https://mirror.example/github/'])(
  '%s takes the place of the host',
  (mirror) => {
    const { releases } = read({ mirror, 'podman-url-amd64': `${url}?a=b`, 'podman-sha256-amd64': sha256 })
    expect(releases.amd64?.url).toBe('https://mirror.example/github/podman-linux-amd64.tar.gz?a=b')
  },
)

describe('refused', () => {
  test.each([
    [{ 'podman-url-amd64': url }, '"podman-url-amd64" is set, but "podman-sha256-amd64" is not'],
    [{ 'podman-sha256-arm64': sha256 }, '"podman-sha256-arm64" is set, but "podman-url-arm64" is not'],
    [{ 'podman-url-amd64': url, 'podman-sha256-amd64': 'sha256:ab' }, 'is not a SHA-256 checksum'],
    [
      { 'podman-url-amd64': 'http://example.org/x', 'podman-sha256-amd64': sha256 },
      'is not an https address',
    ],
    [{ 'podman-url-amd64': 'file:///x', 'podman-sha256-amd64': sha256 }, 'is not an https address'],
    [{ mirror: 'mirror.example' }, '"mirror" is not an https address'],
    [{ context: '../other' }, 'outside the checkout'],
    [{ file: '/etc/passwd' }, 'outside the checkout'],
    [{ 'minimum-buildah': 'new' }, '"minimum-buildah"'],
  ])('%j', (given, message) => {
    expect(() => read(given)).toThrow(message)
  })

  test('everything at once', () => {
    expect(() =>
      read({ mirror: 'x', context: '..', 'minimum-buildah': '?', 'podman-url-amd64': url }),
    ).toThrow(UserErrors)
    try {
      read({ mirror: 'x', context: '..', 'minimum-buildah': '?', 'podman-url-amd64': url })
    } catch (error) {
      expect((error as UserErrors).errors).toHaveLength(4)
    }
  })
})
