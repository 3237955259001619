import { access, chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeScene, pinned, type Scene } from './restoring.ts'

const SPECS = [
  { owner: 'kijai', name: 'ComfyUI-KJNodes' },
  { owner: 'rgthree', name: 'rgthree-comfy' },
  { owner: 'cubiq', name: 'ComfyUI_IPAdapter_plus' },
]
const KJ = 'kijai/ComfyUI-KJNodes'

let scene: Scene
beforeEach(async () => {
  scene = await makeScene(SPECS)
})
afterEach(() => scene.remove())

const headOf = async (name: string) =>
  (await readFile(join(scene.to.nodes, name, '.git/HEAD'), 'utf8')).trim()

async function takeDown(name: string): Promise<() => Promise<void>> {
  const { path } = scene.repositories.get(name)
  await rename(path, `${path}.gone`)
  return () => rename(`${path}.gone`, path)
}

describe('a repository that is not there', () => {
  test('is named, as are the others; nothing is put in place, and a second run finishes', async () => {
    const nodes = pinned(scene.repositories)
    const up = [await takeDown(KJ), await takeDown('rgthree/rgthree-comfy')]
    const failed = scene.restore({ git: nodes })
    await expect(failed).rejects.toThrow(
      /Node ComfyUI-KJNodes: There is no repository at https:\/\/github\.com\/kijai/,
    )
    await expect(failed).rejects.toThrow(/Node rgthree-comfy: /)
    expect(await readdir(scene.to.nodes)).toEqual([])
    expect(scene.waits).toEqual([])
    for (const each of up) await each()
    const report = await scene.restore({ git: nodes })
    expect(report.nodes.map(({ outcome }) => outcome)).toEqual(['fetched', 'fetched', 'fetched'])
  })

  test('leaves what was there before', async () => {
    const [old, recent] = [pinned(scene.repositories), pinned(scene.repositories, 0)]
    await scene.restore({ git: old })
    await takeDown(KJ)
    await expect(scene.restore({ git: recent })).rejects.toThrow('Node ComfyUI-KJNodes: ')
    expect(await headOf('rgthree-comfy')).toBe(old[1]?.commit)
    expect((await readdir(scene.to.nodes)).length).toBe(3)
  })

  test('does not matter where the cache has the commit', async () => {
    const cache = join(scene.folder, 'cache')
    const nodes = pinned(scene.repositories)
    await scene.restore({ git: nodes }, { cache })
    await rm(scene.repositories.srv, { recursive: true })
    await rm(scene.to.nodes, { recursive: true })
    await scene.restore({ git: nodes }, { cache })
    expect(await headOf('ComfyUI-KJNodes')).toBe(nodes[0]?.commit)
    const others = pinned(scene.repositories, 0)
    await expect(scene.restore({ git: others }, { cache })).rejects.toThrow('Node rgthree-comfy: ')
  })

  test('the others are kept in the cache', async () => {
    const cache = join(scene.folder, 'cache')
    const nodes = pinned(scene.repositories)
    const up = await takeDown(KJ)
    await expect(scene.restore({ git: nodes }, { cache })).rejects.toThrow('Node ComfyUI-KJNodes: ')
    await up()
    await takeDown('rgthree/rgthree-comfy')
    await takeDown('cubiq/ComfyUI_IPAdapter_plus')
    await scene.restore({ git: nodes }, { cache })
    expect(await headOf('rgthree-comfy')).toBe(nodes[1]?.commit)
  })
})

describe('a cache', () => {
  const cached = 'github.com/kijai/ComfyUI-KJNodes.git'

  test('is filled with one commit each, and takes further ones', async () => {
    const cache = join(scene.folder, 'cache')
    for (const before of [3, 1, 0]) {
      await scene.restore({ git: pinned(scene.repositories, before) }, { cache })
      expect(await headOf('ComfyUI-KJNodes')).toBe(pinned(scene.repositories, before)[0]?.commit)
    }
    expect((await readdir(join(cache, cached, 'refs/restored'))).length).toBe(3)
  })

  test('that is broken is of no use, and does no harm', async () => {
    const cache = join(scene.folder, 'cache')
    const nodes = pinned(scene.repositories)
    await scene.restore({ git: nodes }, { cache })
    const packs = join(cache, cached, 'objects/pack')
    for (const name of await readdir(packs)) {
      await chmod(join(packs, name), 0o644)
      if (name.endsWith('.pack')) await writeFile(join(packs, name), 'PACK broken')
    }
    await rm(scene.to.nodes, { recursive: true })
    await scene.restore({ git: nodes }, { cache })
    expect(await headOf('ComfyUI-KJNodes')).toBe(nodes[0]?.commit)
  })

  test('that a git which was killed left locked is told, and passed over', async () => {
    const cache = join(scene.folder, 'cache')
    await scene.restore({ git: pinned(scene.repositories) }, { cache })
    await writeFile(join(cache, cached, 'shallow.lock'), '')
    const nodes = pinned(scene.repositories, 0)
    await scene.restore({ git: nodes }, { cache })
    expect(await headOf('ComfyUI-KJNodes')).toBe(nodes[0]?.commit)
    expect(scene.said).toContainEqual(
      expect.stringMatching(/^warning: .*not kept in the cache.*shallow\.lock/),
    )
  })

  test('may be somebody’s mirror, with all of the history', async () => {
    const cache = join(scene.folder, 'cache')
    await mkdir(join(cache, 'github.com/kijai'), { recursive: true })
    const nodes = pinned(scene.repositories).slice(0, 1)
    await rename(scene.repositories.get(KJ).path, join(cache, cached))
    await scene.restore({ git: nodes }, { cache })
    expect(await headOf('ComfyUI-KJNodes')).toBe(nodes[0]?.commit)
  })
})

describe('another history', () => {
  test('a branch that moved on changes nothing', async () => {
    const nodes = pinned(scene.repositories, 0)
    await scene.repositories.commit(KJ, { 'later.py': 'later = 1\n' })
    await scene.restore({ git: nodes })
    expect(await headOf('ComfyUI-KJNodes')).toBe(nodes[0]?.commit)
    await expect(access(join(scene.to.nodes, 'ComfyUI-KJNodes/later.py'))).rejects.toThrow('ENOENT')
  })

  test('a commit that a force-push left behind still comes by its hash', async () => {
    const nodes = pinned(scene.repositories, 0)
    await scene.repositories.forcePush(KJ)
    await scene.restore({ git: nodes })
    expect(await headOf('ComfyUI-KJNodes')).toBe(nodes[0]?.commit)
  })

  test('one that is gone is an error that names the node', async () => {
    const nodes = pinned(scene.repositories, 0)
    await scene.repositories.forcePush(KJ)
    await scene.repositories.forget(KJ)
    const failed = scene.restore({ git: nodes })
    await expect(failed).rejects.toThrow(
      `Node ComfyUI-KJNodes: https://github.com/${KJ} has no commit ${nodes[0]?.commit} any more.`,
    )
    expect(await readdir(scene.to.nodes)).toEqual([])
  })
})

test('a run that is stopped leaves only what the next one removes', async () => {
  const nodes = pinned(scene.repositories)
  const { run } = scene.services
  let fetches = 0
  const services = {
    ...scene.services,
    run: (...[command, args, options]: Parameters<typeof run>) => {
      if (args.includes('fetch') && ++fetches === 2) scene.controller.abort()
      return run(command, args, options)
    },
  }
  const cut = scene.with(services).restore({ git: nodes }, { jobs: 1 })
  await expect(cut).rejects.toThrow('Cancelled.')
  expect(await readdir(scene.to.nodes)).toEqual(['.restoring.disabled'])
  const report = await scene.again().restore({ git: nodes })
  expect(report.nodes.map(({ outcome }) => outcome)).toEqual(['fetched', 'fetched', 'fetched'])
  expect((await readdir(scene.to.nodes)).length).toBe(3)
})

describe('another restore in the same folder', () => {
  const owner = () => join(scene.to.nodes, '.restoring.disabled/process')

  test('is let finish', async () => {
    const nodes = pinned(scene.repositories)
    const { run } = scene.services
    const others: Promise<unknown>[] = []
    const services = {
      ...scene.services,
      run: (...[command, args, options]: Parameters<typeof run>) => {
        if (args.includes('fetch') && others.length === 0)
          others.push(scene.restore({ git: nodes }).catch(String))
        return run(command, args, options)
      },
    }
    await scene.with(services).restore({ git: nodes }, { jobs: 1 })
    expect(await others[0]).toMatch(/Another restore works in /)
    expect((await readdir(scene.to.nodes)).length).toBe(3)
  })

  test.each([
    ['that was killed', async () => '999999999 1'],
    ['whose number another process has now', async () => `${process.pid} 1`],
    ['that wrote nothing', async () => ''],
  ])('%s is not waited for', async (_what, written) => {
    await mkdir(dirname(owner()), { recursive: true })
    await writeFile(owner(), await written())
    await scene.restore({ git: pinned(scene.repositories) })
    expect((await readdir(scene.to.nodes)).length).toBe(3)
  })
})

test('of a long history one commit comes', async () => {
  const long = await makeScene([{ owner: 'o', name: 'long', commits: 400, files: 5 }])
  try {
    await long.restore({ git: pinned(long.repositories, 7) })
    const { run } = long.services
    const folder = join(long.to.nodes, 'long')
    const count = async (path: string) =>
      Number(/in-pack: (\d+)/.exec((await run('git', ['-C', path, 'count-objects', '-v'])).stdout)?.[1] ?? 0)
    expect(await count(folder)).toBeLessThan(20)
    expect(await count(long.repositories.list[0]!.path)).toBeGreaterThan(1000)
  } finally {
    await long.remove()
  }
})
