import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { alone, together } from './criteria/comfyui.ts'
import { failureOf } from './harness/act-log.ts'
import { command } from './harness/command.ts'
import { testEach, testTogether } from './harness/criteria.ts'
import { pushed } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'
import { inspect } from './harness/inspect.ts'

jest.setTimeout(240_000)

const NAME = 'comfyui'
const PYTHON = 'localhost/image-actions/python'
/** A small base in the place of CUDA's and Python's, and programs in the place of ComfyUI and its nodes. */
const LOCAL = {
  buildArgs: { PYTHON, CUDA: PYTHON, TORCH: '' },
  buildContexts: { comfyui: 'stand-in', nodes: 'stand-in-nodes' },
}
const PLATFORM = `linux/${process.arch === 'arm64' ? 'arm64' : 'amd64'}`
const IMAGES = ['core-cpu', 'core-gpu', 'complete-gpu']

describe('published by our own pipeline', () => {
  let world: World

  beforeAll(async () => {
    world = await openWorld()
  })

  afterAll(() => world.close())

  test('all three are verified first, and whoever pulls one can run it as anybody', async () => {
    const consumer = await world.example(NAME, {
      platforms: PLATFORM,
      'build-args': lines(LOCAL.buildArgs),
      'build-contexts': lines(LOCAL.buildContexts),
      cache: 'none',
    })
    const run = await world.run(consumer, await pushed(consumer, 'refs/heads/main'))
    expect(failureOf(run)).toBe('')
    const verified = run.log.match(/✓ 33:100, which exist: every process has gid 100/g) ?? []
    expect(verified.length).toBeGreaterThanOrEqual(IMAGES.length)
    for (const host of world.hosts)
      for (const image of IMAGES)
        expect((await inspect(`${host}/octo/comfyui-${image}:latest`))?.platforms).toEqual([PLATFORM])
    for (const image of IMAGES)
      expect(await idsOf(`${world.ghcr.host}/octo/comfyui-${image}:latest`)).toBe('3000:3001')
  })
})

testEach(NAME, alone, LOCAL)
testTogether(NAME, together, LOCAL)

/** Pulls the image and starts it as somebody else. */
async function idsOf(reference: string): Promise<string> {
  await command('podman', ['pull', '--quiet', '--tls-verify=false', reference])
  try {
    const options = ['--rm', '--network', 'none', '--env', 'PUID=3000', '--env', 'PGID=3001']
    const line = ['sh', '-c', 'printf %s:%s "$(id -u)" "$(id -g)"']
    return (await command('podman', ['run', ...options, reference, ...line])).stdout
  } finally {
    await command('podman', ['rmi', '--force', reference])
  }
}

function lines(record: Readonly<Record<string, string>>): string {
  return Object.entries(record)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')
}
