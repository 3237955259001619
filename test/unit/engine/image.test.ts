import { describe, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { type Image, requirePlatform, withoutTraces } from '../../../actions/engine/image.ts'

function imageOf(
  config: unknown,
  platform: Image['platform'] = { os: 'linux', architecture: 'amd64' },
): Image {
  const bytes = Buffer.from(JSON.stringify(config))
  return { name: digestOf(bytes), id: digestOf(bytes), config: bytes, platform, layers: [] }
}

describe('traces of the build', () => {
  const config = (container: string) => ({
    architecture: 'amd64',
    container,
    parent: `sha256:${container}`,
    config: { Hostname: container, Env: ['A=1'], Healthcheck: { Test: ['CMD', 'true'] } },
    container_config: { Hostname: container },
    history: [{ created_by: 'RUN x', comment: `FROM ${container}` }, { comment: 'FROM a person' }],
  })

  test('are all that two builds differ in', () => {
    const [one, two] = ['0123456789ab', 'ba9876543210'].map((container) =>
      withoutTraces(imageOf(config(container))),
    )
    expect(one?.id).toBe(two?.id)
    expect(digestOf(one?.config ?? '')).toBe(one?.id)
  })

  test('go, and everything else stays', () => {
    const image = imageOf(config('0123456789ab'))
    const cleaned = withoutTraces(image)
    expect(JSON.parse(Buffer.from(cleaned.config).toString())).toEqual({
      architecture: 'amd64',
      config: { Hostname: '', Env: ['A=1'], Healthcheck: { Test: ['CMD', 'true'] } },
      container_config: { Hostname: '' },
      history: [{ created_by: 'RUN x' }, { comment: 'FROM a person' }],
    })
    expect(cleaned.name).toBe(image.name)
  })

  test('need not be there', () => {
    expect(withoutTraces(imageOf({ architecture: 'amd64' })).id).toBe(imageOf({ architecture: 'amd64' }).id)
  })
})

const linux = (architecture: string, variant?: string) => ({
  os: 'linux',
  architecture,
  ...(variant ? { variant } : {}),
})

test.each([
  [linux('amd64'), linux('amd64')],
  [linux('arm', 'v7'), linux('arm', 'v7')],
  [linux('arm'), linux('arm', 'v7')],
  [linux('arm64', 'v9'), linux('arm64')],
])('%j will do for %j', (platform, wanted) => {
  expect(() => requirePlatform(imageOf({}, platform), wanted)).not.toThrow()
})

test.each([
  [linux('arm64'), linux('amd64'), 'is for linux/arm64, not for linux/amd64'],
  [linux('arm', 'v6'), linux('arm', 'v7'), 'is for linux/arm/v6, not for linux/arm/v7'],
  [{ os: 'windows', architecture: 'amd64' }, linux('amd64'), 'is for windows/amd64'],
])('%j will not do for %j', (platform, wanted, message) => {
  expect(() => requirePlatform(imageOf({}, platform), wanted)).toThrow(message)
})
