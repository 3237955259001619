import { expect, test } from '@jest/globals'
import { registryPage } from '../../../actions/report/links.ts'

test.each([
  ['ghcr.io/acme/app', 'acme/source', 'https://github.com/acme/source/pkgs/container/app'],
  ['ghcr.io/acme/team/app', 'Acme/source', 'https://github.com/Acme/source/pkgs/container/team%2Fapp'],
  ['ghcr.io/other/app', 'acme/source', 'https://ghcr.io/other/app'],
  ['ghcr.io/other/app', '', 'https://ghcr.io/other/app'],
  ['docker.io/acme/app', 'acme/source', 'https://hub.docker.com/r/acme/app'],
  ['docker.io/library/busybox', 'acme/source', 'https://hub.docker.com/_/busybox'],
  ['quay.io/acme/app', 'acme/source', 'https://quay.io/acme/app'],
  ['localhost:5000/acme/app', 'acme/source', undefined],
  ['127.0.0.1:5000/acme/app', 'acme/source', undefined],
])('%s of %s is shown at %s', (repository, source, page) => {
  expect(registryPage(repository, source)).toBe(page)
})
