import { expect, test } from '@jest/globals'
import { adviceOn } from '../../../actions/registry/advice.ts'

test.each([
  ['ghcr', 'PUT', /^Grant the job "permissions: packages: write".*token of your own.*write:packages/],
  ['dockerhub', 'PUT', /rights Read, Write, of a user/],
  ['dockerhub', 'DELETE', /rights Read, Write, Delete/],
  ['oci', 'DELETE', /may delete from the repository/],
] as const)('who is logged in to %s and may not %s is told all that it may be', (kind, method, advice) => {
  for (const status of [401, 403])
    expect(adviceOn({ kind, method, status, loggedIn: true }).hint).toMatch(advice)
})
