import { expect, test } from '@jest/globals'
import { cacheRepository } from '../../../actions/build/registry-cache.ts'

test.each([
  ['', 'ghcr.io/o/app', 'linux/arm64', 'ghcr.io/o/app-cache-linux-arm64'],
  ['', 'ghcr.io/o/app', 'linux/arm/v7', 'ghcr.io/o/app-cache-linux-arm-v7'],
  ['docker.io/u/layers', 'ghcr.io/o/app', 'linux/amd64', 'docker.io/u/layers-linux-amd64'],
])('each platform has a cache of its own: %j for %s on %s', (chosen, repository, platform, expected) => {
  expect(cacheRepository(chosen, repository, platform)).toBe(expected)
})
