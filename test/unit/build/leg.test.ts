import { expect, test } from '@jest/globals'
import { chooseLeg } from '../../../actions/build/leg.ts'
import { legId, type Plan } from '../../../actions/plan/plan.ts'

function planOf(...images: string[]): Plan {
  const platforms = ['linux/amd64', 'linux/arm64']
  return {
    schema: 1,
    id: '0123456789ab',
    repository: 'o/r',
    event: 'push',
    ref: 'refs/heads/main',
    revision: 'a'.repeat(40),
    created: '2026-01-01T00:00:00.000Z',
    publish: true,
    reason: 'push to the default branch',
    version: 'main',
    unchanged: [],
    images: images.map((name) => ({
      name,
      repositories: [`ghcr.io/o/${name}`],
      tags: [],
      labels: {},
      annotations: {},
      context: '.',
      file: '',
      buildArgs: {},
      platforms,
    })),
    legs: images.flatMap((image) =>
      platforms.map((platform) => ({
        leg: legId(image, platform),
        image,
        platform,
        runsOn: ['ubuntu-24.04'],
      })),
    ),
  }
}

test('a leg is found by its name', () => {
  const plan = planOf('a', 'b')
  const chosen = chooseLeg(plan, legId('b', 'linux/arm64'), 'x64')
  expect([chosen.leg.platform, chosen.image.name]).toEqual(['linux/arm64', 'b'])
})

test.each([
  ['x64', 'linux/amd64'],
  ['arm64', 'linux/arm64'],
])('without a name, %s builds %s', (arch, platform) => {
  expect(chooseLeg(planOf('a'), '', arch).leg.platform).toBe(platform)
})

test.each([
  [planOf('a'), 'ffffffffffff', 'x64', 'has no leg "ffffffffffff"'],
  [planOf('a', 'b'), '', 'x64', 'several images'],
  [planOf('a'), '', 's390x', 'none of the image'],
])('otherwise the error says what to do', (plan, name, arch, message) => {
  expect(() => chooseLeg(plan, name, arch)).toThrow(message)
})
