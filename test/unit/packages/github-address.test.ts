import { describe, expect, test } from '@jest/globals'
import { addressFor } from '../../../actions/packages/github/address.ts'
import { readRegistryAccess } from '../../../actions/registry/access.ts'

const access = (kinds = '') =>
  readRegistryAccess({ text: (name) => (name === 'registry-kinds' ? kinds : '') }, { actor: '' })

const COM = 'https://api.github.com'
const OWN = 'https://git.example.com/api/v3'

describe('a token goes to the API of its own registry', () => {
  test.each([
    ['ghcr.io on github.com', 'ghcr.io', COM, '', COM],
    ['ghcr.io on a server of one’s own', 'ghcr.io', OWN, '', COM],
    ['that server’s registry', 'containers.git.example.com', OWN, '', OWN],
    ['as it was told', 'containers.git.example.com', COM, `containers.git.example.com=ghcr ${OWN}`, OWN],
    ['ghcr.io, told otherwise', 'ghcr.io', COM, `ghcr.io=ghcr ${OWN}`, OWN],
    ['this machine', 'localhost:5000', 'http://127.0.0.1:8080', '', 'http://127.0.0.1:8080'],
  ])('%s', (_case, host, apiUrl, kinds, expected) => {
    expect(addressFor(host, access(kinds), apiUrl)).toBe(expected)
  })

  test('and to none where nobody says which that is', () => {
    expect(() => addressFor('containers.git.example.com', access(), COM)).toThrow(
      /Nothing says where GitHub's API for containers\.git\.example\.com is/,
    )
  })

  test.each(['http://git.example.com/api/v3', 'ftp://git.example.com', ''])('nor to "%s"', (apiUrl) => {
    expect(() => addressFor('containers.git.example.com', access(), apiUrl)).toThrow(/is not https/)
  })
})
