import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { alone, together } from './criteria/comfyui.ts'
import { failureOf } from './harness/act-log.ts'
import { command } from './harness/command.ts'
import { testEach, testTogether } from './harness/criteria.ts'
import { type Curated, openCurated } from './harness/curated.ts'
import { pushed } from './harness/event.ts'
import { openWorld, type World } from './harness/harness.ts'
import { inspect } from './harness/inspect.ts'

jest.setTimeout(240_000)

const NAME = 'comfyui'
const PYTHON = 'localhost/image-actions/python'
/** A small base in the place of CUDA's and Python's, and a program in the place of ComfyUI. */
const LOCAL = {
  buildArgs: { PYTHON, CUDA: PYTHON, TORCH: '' },
  buildContexts: { comfyui: 'stand-in' },
}
const PLATFORM = `linux/${process.arch === 'arm64' ? 'arm64' : 'amd64'}`
const IMAGES = ['core-cpu', 'core-gpu', 'complete-gpu']

describe('published by our own pipeline', () => {
  let world: World
  let curated: Curated

  beforeAll(async () => {
    ;[world, curated] = await Promise.all([openWorld(), openCurated()])
  })

  afterAll(async () => {
    curated.close()
    await world.close()
  })

  test('all three are verified first, and whoever pulls one can run it as anybody', async () => {
    const inputs = {
      platforms: PLATFORM,
      'build-args': lines(curated.options.buildArgs),
      'build-contexts': lines(curated.options.buildContexts),
      cache: 'none',
    }
    const consumer = await world.example(NAME, inputs, curated.files)
    const run = await world.run(consumer, await pushed(consumer, 'refs/heads/main'))
    expect(failureOf(run)).toBe('')
    const verified = run.log.match(/✓ 33:100, which exist: every process has gid 100/g) ?? []
    expect(verified.length).toBeGreaterThanOrEqual(IMAGES.length)
    for (const host of world.hosts)
      for (const image of IMAGES)
        expect((await inspect(`${host}/octo/comfyui-${image}:latest`))?.platforms).toEqual([PLATFORM])
    for (const image of IMAGES)
      expect(await pulled(`${world.ghcr.host}/octo/comfyui-${image}:latest`)).toEqual({
        ids: '3000:3001',
        snapshot: curated.digest,
      })
  })
})

testEach(NAME, alone, LOCAL)
testTogether(NAME, together, LOCAL)

/** Pulls the image and starts it as somebody else; who that is, and which snapshot it is of. */
async function pulled(reference: string): Promise<{ ids: string; snapshot: string }> {
  await command('podman', ['pull', '--quiet', '--tls-verify=false', reference])
  try {
    const options = ['--rm', '--network', 'none', '--env', 'PUID=3000', '--env', 'PGID=3001']
    const line = ['sh', '-c', 'printf %s:%s "$(id -u)" "$(id -g)"']
    const ids = (await command('podman', ['run', ...options, reference, ...line])).stdout
    const format = '{{index .Labels "comfyui.snapshot"}}'
    const label = await command('podman', ['image', 'inspect', '--format', format, reference])
    return { ids, snapshot: label.stdout.trim() }
  } finally {
    await command('podman', ['rmi', '--force', reference])
  }
}

function lines(record: Readonly<Record<string, string>>): string {
  return Object.entries(record)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')
}
