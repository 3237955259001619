import { execFileSync } from 'node:child_process'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Installation } from '../../../actions/nodes/installation.ts'
import { makeScene, pinned, type Scene } from './restoring.ts'

const SCRIPT = "open('made.log', 'a').write('ran\\n')\n"

let scene: Scene
beforeAll(async () => {
  scene = await makeScene([
    { owner: 'o', name: 'scripted', installScript: SCRIPT },
    { owner: 'o', name: 'forbidden', installScript: SCRIPT },
    { owner: 'o', name: 'off', installScript: SCRIPT },
  ])
  execFileSync('python3', ['-m', 'venv', join(scene.folder, 'venv')])
})
afterAll(() => scene.remove())

const restored = async (to: Partial<Installation> = {}) => {
  const [scripted, forbidden, off] = pinned(scene.repositories)
  return scene.restore(
    { git: [scripted!, forbidden!, { ...off!, disabled: true }] },
    {
      to: { ...scene.to, python: join(scene.folder, 'venv/bin/python'), ...to },
      installScripts: ['scripted', 'off'],
    },
  )
}
const made = async (node: string) => (await readdir(join(scene.to.nodes, node))).includes('made.log')

test('install.py runs where it may and the node is on, once, until its node is fetched again', async () => {
  expect((await restored()).packages).toBe('installed')
  expect(await Promise.all(['scripted', 'forbidden', '.disabled/off'].map(made))).toEqual([
    true,
    false,
    false,
  ])

  await rm(join(scene.to.nodes, 'scripted', 'made.log'))
  const again = await restored()
  expect(again.packages).toBe('unchanged')
  expect(again.nodes.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  expect(await made('scripted')).toBe(false)

  // A run without Python stands for one that ended before its packages.
  await writeFile(join(scene.to.nodes, 'scripted', '__init__.py'), 'changed\n')
  await restored({ python: undefined })
  expect(await made('scripted')).toBe(false)
  expect((await restored()).packages).toBe('installed')
  expect(await made('scripted')).toBe(true)

  await writeFile(join(scene.to.nodes, 'scripted', '__init__.py'), 'changed\n')
  expect((await restored()).nodes[0]?.outcome).toBe('fetched')
  expect(await made('scripted')).toBe(true)
})
