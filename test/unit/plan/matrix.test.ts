import { describe, expect, test } from '@jest/globals'
import { legId } from '../../../actions/plan/plan.ts'
import { complaints, plan, run } from './runs.ts'

const ALL = 'linux/amd64,linux/arm64,linux/arm/v7,linux/386,linux/riscv64'

async function runners(lines: string, platforms = ALL): Promise<Record<string, string[]>> {
  const { legs } = await plan({ runners: lines, platforms })
  return Object.fromEntries(legs.map(({ platform, runsOn }) => [platform, runsOn]))
}

describe('runners', () => {
  test('are native by default, and emulation is announced', async () => {
    const warnings: string[] = []
    await plan({ platforms: ALL }, run(), { warnings })
    expect(warnings).toEqual([expect.stringContaining('no native runner for linux/riscv64')])
    expect(await runners('')).toEqual({
      'linux/amd64': ['ubuntu-24.04'],
      'linux/arm64': ['ubuntu-24.04-arm'],
      'linux/arm/v7': ['ubuntu-24.04-arm'],
      'linux/386': ['ubuntu-24.04'],
      'linux/riscv64': ['ubuntu-24.04'],
    })
  })

  test('the longest prefix wins, in whatever order', async () => {
    const expected = {
      'linux/amd64': ['any'],
      'linux/arm64': ['sixty-four'],
      'linux/arm/v7': ['arm'],
      'linux/386': ['any'],
      'linux/riscv64': ['any'],
    }
    const lines = ['linux/arm64=sixty-four', 'linux=any', 'linux/arm=arm']
    expect(await runners(lines.join('\n'))).toEqual(expected)
    expect(await runners(lines.toReversed().join('\n'))).toEqual(expected)
  })

  test.each([
    ['linux/amd64=a,b', ['a', 'b']],
    ['linux/amd64 = a b , c', ['a', 'b', 'c']],
    ['linux/amd64=["self-hosted", "big one"]', ['self-hosted', 'big one']],
    ['linux/x86_64=alias', ['alias']],
    ['Linux/AMD64=case', ['case']],
  ])('%s', async (line, labels) => {
    expect(await runners(line, 'linux/amd64')).toEqual({ 'linux/amd64': labels })
  })

  test.each([
    'linux/amd64',
    'linux/amd64=',
    '=x',
    'windows=x',
    'linux/amd64=[',
    'linux/amd64=[]',
    'linux/amd64=[1]',
  ])('the line %s is refused', async (line) => {
    expect(await complaints(plan({ runners: line }))).toEqual([expect.stringContaining(`the line "${line}"`)])
  })
})

describe('legs', () => {
  const many = (count: number) => ({
    images: Array.from({ length: count }, (_, index) => `- image: app-${index}`).join('\n'),
  })

  test('are one per image and platform, found by an id', async () => {
    const { legs } = await plan({ platforms: 'linux/arm64,linux/amd64,linux/aarch64' })
    expect(legs.map(({ platform }) => platform)).toEqual(['linux/arm64', 'linux/amd64'])
    expect(legs.map(({ leg }) => leg)).toEqual([legId('app', 'linux/arm64'), legId('app', 'linux/amd64')])
  })

  test('a hundred images on two platforms fit, 256 legs too', async () => {
    expect((await plan(many(100))).legs).toHaveLength(200)
    expect((await plan(many(128))).legs).toHaveLength(256)
  })

  test('more than 256 do not', async () => {
    expect(await complaints(plan(many(129)))).toEqual([expect.stringContaining('258 builds are too many')])
  })
})
