import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { formatPlatform, parsePlatform, platformOf } from '../../../actions/base/platform.ts'

test.each([
  ['linux/amd64', 'linux/amd64'],
  ['linux/x86_64', 'linux/amd64'],
  ['Linux/AArch64', 'linux/arm64'],
  ['linux/arm64/v8', 'linux/arm64'],
  ['linux/arm/v7', 'linux/arm/v7'],
  ['linux/armhf', 'linux/arm/v7'],
  ['linux/armel', 'linux/arm/v6'],
  ['linux/riscv64', 'linux/riscv64'],
])('%s means %s', (text, expected) => expect(formatPlatform(parsePlatform(text))).toBe(expected))

test.each([
  'amd64',
  'linux',
  'linux/',
  'windows/amd64',
  'linux/amd65',
  'linux/arm/7',
  'linux/arm/v7/x',
  '--help',
  '',
])('%j is refused', (text) => expect(() => parsePlatform(text)).toThrow('Unknown platform'))

test.each([
  ['x64', 'linux/amd64'],
  ['arm64', 'linux/arm64'],
])('Node calls it %s', (arch, expected) => expect(formatPlatform(platformOf(arch))).toBe(expected))

test('writing and reading again changes nothing', () => {
  const parts = [
    fc.constantFrom('amd64', 'arm64', 'arm', 's390x'),
    fc.constantFrom('', '/v6', '/v7', '/v8'),
  ] as const
  fc.assert(
    fc.property(...parts, (architecture, variant) => {
      const once = formatPlatform(parsePlatform(`linux/${architecture}${variant}`))
      expect(formatPlatform(parsePlatform(once))).toBe(once)
    }),
  )
})
