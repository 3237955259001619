import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Installation } from '../../../actions/nodes/installation.ts'
import { makeScene, type Scene } from './restoring.ts'

const CORE = {
  owner: 'comfyanonymous',
  name: 'ComfyUI',
  content: {
    '.gitignore': '__pycache__/\n/custom_nodes/\n!custom_nodes/example_node.py.example\n/models/\n',
    'main.py': 'print("ComfyUI")\n',
    'custom_nodes/websocket_image_save.py': 'save = 1\n',
  },
}
const NODE = { owner: 'kijai', name: 'ComfyUI-KJNodes' }

let scene: Scene
let core: string
let to: Installation
beforeEach(async () => {
  scene = await makeScene([CORE, NODE])
  core = join(scene.folder, 'ComfyUI')
  to = { nodes: join(core, 'custom_nodes'), core, python: undefined }
})
afterEach(() => scene.remove())

const commit = (index: number) => scene.repositories.get('comfyanonymous/ComfyUI').commits.at(index) ?? ''
const outcomeOf = async (index: number, job = {}) => {
  const files = [{ filename: 'websocket_image_save.py', disabled: false }]
  const [node] = scene.repositories.list.slice(1)
  const git = [{ url: node!.url, commit: node!.commits[2]!, disabled: false }]
  const report = await scene.restore({ comfyui: commit(index), git, files }, { to, ...job })
  return report.nodes.find(({ name }) => name === 'ComfyUI')?.outcome
}
const git = (...args: string[]) =>
  execFileSync('git', ['-C', core, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...scene.repositories.environment },
  }).trim()
const clone = () =>
  git('-C', scene.folder, 'clone', '--quiet', 'https://github.com/comfyanonymous/ComfyUI', core)

describe('ComfyUI itself', () => {
  beforeEach(() => mkdir(core))

  test('comes to an empty folder, with the nodes in it, once', async () => {
    expect(await outcomeOf(-3)).toBe('fetched')
    expect(git('rev-parse', 'HEAD')).toBe(commit(-3))
    expect(git('status', '--porcelain')).toBe('')
    expect((await readdir(to.nodes)).sort()).toEqual(['ComfyUI-KJNodes', 'websocket_image_save.py'])
    expect(await outcomeOf(-3)).toBe('unchanged')
  })

  test('is moved on and back where it is; what is the user’s stays', async () => {
    await outcomeOf(-3)
    await mkdir(join(core, 'models'))
    await writeFile(join(core, 'models', 'mine.bin'), 'mine')
    const added = await scene.repositories.commit('comfyanonymous/ComfyUI', { 'new.py': 'new = 1\n' })
    expect(await outcomeOf(-1)).toBe('fetched')
    expect(git('rev-parse', 'HEAD')).toBe(added)
    expect(git('status', '--porcelain')).toBe('')
    expect(await outcomeOf(0)).toBe('fetched')
    expect(await readdir(core)).not.toContain('new.py')
    expect(git('status', '--porcelain')).toBe('')
    expect(await readFile(join(core, 'models', 'mine.bin'), 'utf8')).toBe('mine')
  })

  test('keeps the branches and the history of a clone, which needs no network to go back', async () => {
    clone()
    await rm(scene.repositories.get('comfyanonymous/ComfyUI').path, { recursive: true })
    expect(await outcomeOf(1)).toBe('fetched')
    expect(git('rev-parse', 'HEAD')).toBe(commit(1))
    expect(git('log', '--format=%H', 'main').split('\n').length).toBe(5)
    expect(git('status', '--porcelain')).toBe('')
  })

  test('a changed file is put right', async () => {
    clone()
    await outcomeOf(-1)
    await writeFile(join(core, 'main.py'), 'print("mine")\n')
    expect(await outcomeOf(-1)).toBe('fetched')
    expect(scene.said).toContainEqual(
      expect.stringMatching(/^ComfyUI is not as the snapshot has it: content main\.py: /),
    )
    expect(await readFile(join(core, 'main.py'), 'utf8')).toBe(CORE.content['main.py'])
  })

  test('a file that is nobody’s is named', async () => {
    clone()
    await writeFile(join(core, 'mine.py'), '')
    await expect(outcomeOf(-1)).rejects.toThrow(/ComfyUI: .*mine\.py/)
  })

  test('without a repository it is left as it is, and told with all else before anything is fetched', async () => {
    await writeFile(join(core, 'main.py'), '')
    const failed = outcomeOf(-1, { installScripts: ['other'] })
    await expect(failed).rejects.toThrow(/ComfyUI: .* is no git checkout/)
    await expect(failed).rejects.toThrow(/Node other: its install\.py is to run/)
    expect(await readdir(core)).toEqual(['main.py'])
  })

  test('is not looked at where the snapshot does not say', async () => {
    await writeFile(join(core, 'main.py'), '')
    await scene.restore({ comfyui: null }, { to })
    expect((await readdir(core)).sort()).toEqual(['custom_nodes', 'main.py'])
  })

  test('by a path that leads over a link', async () => {
    clone()
    const link = join(scene.folder, 'link')
    await symlink(core, link)
    to = { ...to, core: link, nodes: join(link, 'custom_nodes') }
    expect(await outcomeOf(1)).toBe('fetched')
    expect(git('rev-parse', 'HEAD')).toBe(commit(1))
  })

  test('a link in place of one of its folders is not replaced', async () => {
    clone()
    const elsewhere = join(scene.folder, 'elsewhere')
    await rename(to.nodes, elsewhere)
    await symlink(elsewhere, to.nodes)
    await expect(outcomeOf(1)).rejects.toThrow(/ComfyUI: custom_nodes in .* is a symbolic link/)
    expect(await readlink(to.nodes)).toBe(elsewhere)
    expect(await readdir(elsewhere)).toEqual(['websocket_image_save.py'])
  })
})
