import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  formatReference,
  isLoopback,
  parseReference,
  parseRepository,
} from '../../../actions/base/reference.ts'

const digest = `sha256:${'a'.repeat(64)}`

test.each([
  ['ghcr.io/owner/app', { host: 'ghcr.io', path: 'owner/app' }],
  ['ghcr.io/owner/app:1.2.3', { host: 'ghcr.io', path: 'owner/app', tag: '1.2.3' }],
  [`ghcr.io/owner/app@${digest}`, { host: 'ghcr.io', path: 'owner/app', digest }],
  [`ghcr.io/owner/app:v1@${digest}`, { host: 'ghcr.io', path: 'owner/app', tag: 'v1', digest }],
  ['nginx', { host: 'docker.io', path: 'library/nginx' }],
  ['docker.io/nginx:1', { host: 'docker.io', path: 'library/nginx', tag: '1' }],
  ['index.docker.io/user/app', { host: 'docker.io', path: 'user/app' }],
  ['user/app', { host: 'docker.io', path: 'user/app' }],
  ['localhost:5000/app', { host: 'localhost:5000', path: 'app' }],
  ['localhost/app', { host: 'localhost', path: 'app' }],
  ['127.0.0.1:5000/a/b/c:x', { host: '127.0.0.1:5000', path: 'a/b/c', tag: 'x' }],
  ['[::1]:5000/app', { host: '[::1]:5000', path: 'app' }],
  ['registry.example.com/a__b/c-d.e', { host: 'registry.example.com', path: 'a__b/c-d.e' }],
])('%s is read', (text, expected) => expect(parseReference(text)).toEqual(expected))

test.each([
  ['localhost', true],
  ['localhost:5000', true],
  ['registry.localhost:5000', true],
  ['127.0.0.1', true],
  ['127.1.2.3:443', true],
  ['[::1]:5000', true],
  ['localhost.example.com', false],
  ['127.0.0.1.example.com:80', false],
  ['128.0.0.1', false],
  ['notlocalhost', false],
  ['', false],
])('%j is this machine: %s', (host, expected) => expect(isLoopback(host)).toBe(expected))

describe('refused, with what to write instead', () => {
  test.each([
    ['--help', 'References look like'],
    ['-v/etc:/etc', 'References look like'],
    ['ghcr.io/Owner/App', 'Repository names are lower case: ghcr.io/owner/app.'],
    ['ghcr.io/Owner/My App', 'References look like'],
    [`ghcr.io/owner/app:${'x'.repeat(129)}`, 'this one has 129'],
    ['ghcr.io/owner/app:-x', 'References look like'],
    ['ghcr.io/owner/app@sha256:abc', 'References look like'],
    ['ghcr.io/owner//app', 'References look like'],
    ['ghcr.io/owner/app;rm -rf', 'References look like'],
    ['ghcr.io/owner/$(id)', 'References look like'],
    ['ghcr.io/owner/app\nx', 'References look like'],
    ['ghcr.io/', 'References look like'],
    ['', 'References look like'],
  ])('%j', (text, hint) => {
    expect(() => parseReference(text)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining(hint) }),
    )
  })

  test('a tag where a repository is expected', () => {
    expect(() => parseRepository('ghcr.io/owner/app:latest')).toThrow('names a tag')
  })
})

const component = fc.stringMatching(/^[a-z0-9]{1,8}([._-][a-z0-9]{1,4})?$/)
const reference = fc.record(
  {
    host: fc.constantFrom('ghcr.io', 'docker.io', 'localhost:5000', 'registry.example.com:8443'),
    path: fc.array(component, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('/')),
    tag: fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,40}$/),
    digest: fc.constant(digest as `sha256:${string}`),
  },
  { requiredKeys: ['host', 'path'] },
)

test('what is written is read back', () => {
  fc.assert(fc.property(reference, (value) => expect(parseReference(formatReference(value))).toEqual(value)))
})

test('whatever is accepted begins no option and holds nothing a shell would read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      let accepted: string | undefined
      try {
        accepted = formatReference(parseReference(text))
      } catch {
        return
      }
      expect(accepted).toMatch(/^[a-z0-9[][\]A-Za-z0-9._:@/-]*$/)
    }),
  )
})
