import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openSnapshotScene, type SnapshotScene } from './fixture.ts'

let scene: SnapshotScene
beforeAll(async () => {
  scene = await openSnapshotScene()
})
afterAll(() => scene.remove())

const NO_PYTHON = ['--python', 'none']

test('of its form and of what it says is told together, in the order of the lines', async () => {
  const more = {
    comfyui: 'abcdef12',
    git_custom_nodes: {
      'https://github.com/o/a': { hsah: 'a'.repeat(40), disabled: 'no' },
      'http://github.com/o/b': { hash: 'b'.repeat(40), disabled: false },
      'https://github.com/o/c': { hash: ['c'], disabled: false },
    },
    pips: { '-r x': '' },
    gti_custom_nodes: {},
  }
  const checkout = await scene.checkout({ more })
  const { code, stderr } = await scene.program(['validate', '--expected-nodes=9'], checkout)
  expect(code).toBe(2)
  const lines = [...stderr.matchAll(/^error\[IMG\d+\]: production-snapshot\.json:(\d+):\d+: /gm)].map(
    ([, line]) => line,
  )
  expect(lines).toEqual(lines.toSorted((a, b) => Number(a) - Number(b)))
  const parts = ['8 digits', 'the key "hash" is missing', '"hsah"', 'by http,', 'expected text', 'an option']
  for (const part of [...parts, 'Did you mean "git_custom_nodes"?'])
    expect(stderr.split(part)).toHaveLength(2)
  expect(lines).toHaveLength(7)
})

test('what is there besides is told of when it is moved away', async () => {
  const checkout = await scene.checkout()
  await mkdir(join(checkout, 'custom_nodes/sneaky'), { recursive: true })
  const restore = () => scene.program(['restore', ...NO_PYTHON], checkout)
  expect((await restore()).stdout).toMatch(
    /^sneaky is not in the snapshot: moved to \.disabled\.\n3 nodes in place/m,
  )
  expect((await restore()).stdout).not.toContain('sneaky')
})

test('a folder with none of the nodes is taken for the wrong one, and one with some of them is not', async () => {
  const checkout = await scene.checkout()
  const verify = () => scene.program(['verify', ...NO_PYTHON], checkout)
  const { code, stdout } = await verify()
  expect(code).toBe(1)
  expect(stdout).toMatch(/^warning: No node lies in "custom_nodes" here\. .* set "nodes"/m)
  expect((await scene.program(['restore', ...NO_PYTHON], checkout)).code).toBe(0)
  await rm(join(checkout, 'custom_nodes/Plain'), { recursive: true })
  expect((await verify()).stdout).toMatch(/^1 mismatch in 3 nodes/)
})

test('a pin of ComfyUI that could not be looked at is told by restore, and fails verify', async () => {
  const checkout = await scene.checkout({ more: { comfyui: 'c'.repeat(40) } })
  const run = (...args: string[]) => scene.program([...args, ...NO_PYTHON], checkout)
  expect((await run('restore')).stdout).toMatch(/^warning: .* pins ComfyUI, .* set "comfyui"/m)
  expect((await run('restore', '--comfyui=none')).stdout).not.toContain('pins ComfyUI')
  const { code, stdout } = await run('verify')
  expect([code, stdout]).toEqual([1, expect.stringMatching(/ComfyUI .*missing .*c{40} .*set "comfyui"/)])
  expect((await run('verify', '--comfyui=none')).code).toBe(0)
})

test('verify tells whose files only a lock could prove', async () => {
  const verify = async (more: Record<string, unknown>) =>
    (await scene.program(['verify', ...NO_PYTHON], await scene.checkout({ more }))).stdout
  const files = { file_custom_nodes: [{ filename: 'one.py', disabled: false }] }
  expect(await verify({ ...files, cnr_custom_nodes: { pack: '1.0.0' } })).toMatch(
    /^warning: What is in the files of pack, one\.py is not compared/m,
  )
  expect(await verify({})).not.toContain('is not compared')
})

test('that git is missing is told once', async () => {
  const checkout = await scene.checkout()
  const { PATH } = process.env
  process.env.PATH = '/nowhere'
  try {
    const { code, stderr } = await scene.program(['restore', ...NO_PYTHON], checkout)
    expect([code, stderr.match(/git is not installed here\. Install it where this runs/g)]).toEqual([
      1,
      [expect.anything()],
    ])
  } finally {
    process.env.PATH = PATH
  }
})
