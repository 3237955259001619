import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openGit } from '../../../actions/nodes/git/git.ts'
import { resolveRef } from '../../../actions/nodes/git/refs.ts'
import { type Fault, type GitServer, serveGit } from '../../doubles/git/http.ts'
import { makeScene, pinned, type Scene } from './restoring.ts'

const KJ = 'kijai/ComfyUI-KJNodes'
const SPECS = [
  { owner: 'kijai', name: 'ComfyUI-KJNodes', tags: { 'v1.0': 1 } },
  { owner: 'rgthree', name: 'rgthree-comfy' },
]

let scene: Scene
let server: GitServer
beforeEach(async () => {
  scene = await makeScene(SPECS)
  server = await serveGit(scene.repositories.srv)
  await writeFile(
    join(scene.folder, 'gitconfig'),
    `[url "${server.url}/"]\n\tinsteadOf = https://github.com/\n[protocol "http"]\n\tallow = always\n`,
  )
})
afterEach(async () => {
  await server.close()
  await scene.remove()
})

const headOf = async (name: string) =>
  (await readFile(join(scene.to.nodes, name, '.git/HEAD'), 'utf8')).trim()

describe('a server', () => {
  test.each<[string, string, Fault[]]>([
    ['is busy twice', 'KJNodes/info/refs', [503, 429]],
    ['cuts its answer', 'KJNodes/git-upload-pack', ['cut']],
    ['fails in the middle', 'KJNodes/git-upload-pack', [502]],
  ])('that %s is asked again', async (_what, path, faults) => {
    server.refuse(path, faults)
    const nodes = pinned(scene.repositories)
    await scene.restore({ git: nodes })
    expect(await headOf('ComfyUI-KJNodes')).toBe(nodes[0]?.commit)
    expect(scene.waits).toEqual([10_000, 20_000].slice(0, faults.length))
    expect(scene.said).toContainEqual(expect.stringMatching(/^warning: .*KJNodes.* Once more in 10 s\.$/))
  })

  test('that stays busy is given up, and the node is named', async () => {
    server.refuse('KJNodes', [503, 503, 503, 503])
    await expect(scene.restore({ git: pinned(scene.repositories) })).rejects.toThrow(
      /Node ComfyUI-KJNodes: https:\/\/github\.com\/kijai\/ComfyUI-KJNodes could not be reached: .*503/,
    )
    expect(scene.waits.length).toBe(2)
    expect(await readdir(scene.to.nodes)).toEqual([])
  })

  test.each<[number, string]>([
    [401, "can't be read without logging in"],
    [403, "can't be read without logging in"],
    [404, 'There is no repository at'],
  ])('that answers %i is believed at once', async (status, message) => {
    server.refuse('KJNodes', [status, status])
    await expect(scene.restore({ git: pinned(scene.repositories) })).rejects.toThrow(message)
    expect(scene.waits).toEqual([])
  })
})

describe('a server that gives no commit by its hash', () => {
  beforeEach(() => {
    server.old = true
  })

  test('gives it with its branches', async () => {
    const nodes = pinned(scene.repositories)
    await scene.restore({ git: nodes })
    expect(await headOf('ComfyUI-KJNodes')).toBe(nodes[0]?.commit)
    const { stdout } = await scene.services.run('git', [
      ...['-C', join(scene.to.nodes, 'ComfyUI-KJNodes'), 'rev-list', '--count', 'HEAD'],
    ])
    expect(stdout.trim()).toBe('1')
  })

  test('no longer has it after a force-push', async () => {
    const nodes = pinned(scene.repositories, 0)
    await scene.repositories.forcePush(KJ)
    await expect(scene.restore({ git: nodes })).rejects.toThrow(
      `Node ComfyUI-KJNodes: https://github.com/${KJ} has no commit ${nodes[0]?.commit} any more.`,
    )
  })
})

describe('a name', () => {
  const url = `https://github.com/${KJ}`
  test.each([
    ['main', 4],
    ['HEAD', 4],
    ['v1.0', 1],
  ])('%s is the commit of a branch or a tag', async (name, index) => {
    const { commits } = scene.repositories.get(KJ)
    expect(await resolveRef(openGit(scene.services), url, name)).toBe(commits[index])
  })

  test.each(['mai*', 'none', '--upload-pack=touch x', 'heads/main'])('%s is none', async (name) => {
    await expect(resolveRef(openGit(scene.services), url, name)).rejects.toThrow('has no branch or tag')
  })
})
