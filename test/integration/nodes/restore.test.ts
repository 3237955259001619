import { execFileSync } from 'node:child_process'
import { lstat, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { FOURTEEN } from '../../doubles/git/repositories.ts'
import { makeScene, pinned, type Scene } from './restoring.ts'

const IMPACT = 'ComfyUI-Impact-Pack'

async function listing(folder: string): Promise<string[]> {
  const names = ['', ...(await readdir(folder, { recursive: true }))]
  const lines = names.sort().map(async (name) => {
    const { ino, mode, size, mtimeMs, ctimeMs } = await lstat(join(folder, name))
    return `${name} ${ino} ${mode} ${size} ${mtimeMs} ${ctimeMs}`
  })
  return Promise.all(lines)
}

describe('fourteen nodes', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await makeScene(FOURTEEN)
  })
  afterAll(() => scene.remove())

  const git = (node: string, ...args: string[]) =>
    execFileSync('git', ['-C', join(scene.to.nodes, node), ...args], {
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    }).trim()

  test('come at their commits, clean, with one commit of history and with submodules', async () => {
    const nodes = pinned(scene.repositories)
    const report = await scene.restore({ git: nodes })
    expect(report.nodes.map(({ outcome }) => outcome)).toEqual(Array(14).fill('fetched'))
    for (const { url, commit } of nodes) {
      const name = url.split('/').at(-1) ?? ''
      expect(git(name, 'rev-parse', 'HEAD')).toBe(commit)
      expect(git(name, 'status', '--porcelain', '--ignored')).toBe('')
      expect(git(name, 'rev-list', '--count', 'HEAD')).toBe('1')
      expect(git(name, 'config', 'remote.origin.url')).toBe(url)
    }
    const inner = scene.repositories.get('ltdrdata/ComfyUI-Impact-Subpack').commits.at(-1)
    expect(git(`${IMPACT}/impact_subpack`, 'rev-parse', 'HEAD')).toBe(inner)
    expect(git(IMPACT, 'submodule', 'status')).toContain(inner)
    expect(scene.said).toContainEqual(expect.stringMatching(/^Fetched rgthree-comfy at [0-9a-f]{7} in \d/))
    expect((await readdir(scene.to.nodes)).length).toBe(14)
  })

  test('are left as they are by a second restore', async () => {
    const before = await listing(scene.to.nodes)
    const report = await scene.restore({ git: pinned(scene.repositories) })
    const after = await listing(scene.to.nodes)
    expect(new Set(report.nodes.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']))
    expect(after).toEqual(before)
  })

  test('are the same again in another place, times and modes included', async () => {
    const other = { ...scene.to, nodes: join(scene.folder, 'other') }
    await scene.restore({ git: pinned(scene.repositories) }, { to: other })
    const shapes = async (folder: string) =>
      (await listing(folder))
        .filter((line) => !/^\S*\.git(\/| )/.test(line))
        .map((line) => line.replace(/^(\S+) \d+ (\d+ \d+ \S+) \S+$/, '$1 $2'))
        // The folder that all of them are in is no node's.
        .slice(1)
    expect(await shapes(other.nodes)).toEqual(await shapes(scene.to.nodes))
  })

  test.each([
    ['a changed byte', (folder: string) => writeFile(join(folder, 'README.md'), 'other\n')],
    ['an added file', (folder: string) => writeFile(join(folder, 'added.py'), '')],
    ['a missing file', (folder: string) => rm(join(folder, '__init__.py'))],
    ['no .git', (folder: string) => rm(join(folder, '.git'), { recursive: true })],
    ['another HEAD', (folder: string) => writeFile(join(folder, '.git/HEAD'), `${'0'.repeat(40)}\n`)],
    ['an empty submodule', (folder: string) => rm(join(folder, 'impact_subpack/__init__.py'))],
  ])('with %s, one is fetched again, and only that', async (_what, tamper) => {
    await tamper(join(scene.to.nodes, IMPACT))
    const report = await scene.restore({ git: pinned(scene.repositories) })
    const changed = report.nodes.filter(({ outcome }) => outcome !== 'unchanged')
    expect(changed).toEqual([expect.objectContaining({ name: IMPACT, outcome: 'fetched' })])
    expect(git(IMPACT, 'status', '--porcelain', '--ignored')).toBe('')
  })

  test.each([
    [IMPACT, 'unchanged', false],
    [`.disabled/${IMPACT}`, 'enabled', false],
    [`${IMPACT}.disabled`, 'enabled', false],
    [`.disabled/${IMPACT.toLowerCase()}@nightly`, 'enabled', false],
    ['my-own-name', 'moved', false],
    [IMPACT, 'disabled', true],
    [`${IMPACT}.disabled`, 'moved', true],
    [`.disabled/${IMPACT}@1_2_3`, 'moved', true],
    [`.disabled/${IMPACT}`, 'unchanged', true],
  ])('one that lies at %s is %s (off: %p), without the network', async (place, outcome, disabled) => {
    const active = join(scene.to.nodes, IMPACT)
    const off = join(scene.to.nodes, '.disabled', IMPACT)
    await mkdir(join(scene.to.nodes, '.disabled'), { recursive: true })
    const from = await lstat(active).then(
      () => active,
      () => off,
    )
    if (from !== join(scene.to.nodes, place)) await rename(from, join(scene.to.nodes, place))
    const nodes = pinned(scene.repositories).map((node) =>
      node.url.endsWith(IMPACT) ? { ...node, disabled } : node,
    )
    const moved = await scene.restore({ git: nodes })
    expect(moved.nodes.find(({ name }) => name === IMPACT)?.outcome).toBe(outcome)
    expect((await lstat(disabled ? off : active)).isDirectory()).toBe(true)
    await expect(lstat(disabled ? active : off)).rejects.toThrow('ENOENT')
  })

  test('what the snapshot does not have is switched off, removed, kept or refused', async () => {
    const one = pinned(scene.repositories).slice(0, 1)
    const to = { ...scene.to, nodes: join(scene.folder, 'with-extras') }
    const extra = async () => {
      await mkdir(join(to.nodes, 'extra'), { recursive: true })
      await writeFile(join(to.nodes, 'extra', '__init__.py'), '')
      await writeFile(join(to.nodes, 'single.py'), '')
    }
    await extra()
    await expect(scene.restore({ git: one }, { to, extras: 'fail' })).rejects.toThrow(
      /Node extra: .*\n.*Node single\.py:/,
    )
    expect(await readdir(to.nodes)).toEqual(['extra', 'single.py'])
    expect((await scene.restore({ git: one }, { to, extras: 'keep' })).extras).toEqual(['extra', 'single.py'])
    expect((await readdir(to.nodes)).sort()).toEqual(['ComfyUI-Custom-Scripts', 'extra', 'single.py'])
    await scene.restore({ git: one }, { to })
    expect((await readdir(join(to.nodes, '.disabled'))).sort()).toEqual(['extra', 'single.py'])
    await extra()
    await scene.restore({ git: one }, { to })
    expect((await readdir(join(to.nodes, '.disabled'))).length).toBe(4)
    await extra()
    await scene.restore({ git: one }, { to, extras: 'remove' })
    expect((await readdir(to.nodes)).sort()).toEqual(['.disabled', 'ComfyUI-Custom-Scripts'])
  })

  test('single files are copied, switched on and off, and missed', async () => {
    const files = join(scene.folder, 'files')
    const to = { ...scene.to, nodes: join(scene.folder, 'with-files') }
    await mkdir(files)
    await writeFile(join(files, 'a.py'), 'a = 1\n')
    const outcome = async (disabled: boolean) =>
      (await scene.restore({ files: [{ filename: 'a.py', disabled }] }, { to, files })).nodes[0]?.outcome
    expect(await outcome(true)).toBe('fetched')
    expect(await readdir(to.nodes)).toEqual(['a.py.disabled'])
    expect(await outcome(true)).toBe('unchanged')
    await rename(join(to.nodes, 'a.py.disabled'), join(scene.folder, 'elsewhere'))
    await symlink(join(scene.folder, 'elsewhere'), join(to.nodes, 'a.py.disabled'))
    expect(await outcome(true)).toBe('fetched')
    expect((await lstat(join(to.nodes, 'a.py.disabled'))).isFile()).toBe(true)
    const on = await scene.restore({ files: [{ filename: 'a.py', disabled: false }] }, { to })
    expect(on.nodes[0]?.outcome).toBe('enabled')
    expect(await readFile(join(to.nodes, 'a.py'), 'utf8')).toBe('a = 1\n')
    await expect(
      scene.restore({ files: [{ filename: 'b.py', disabled: false }] }, { to, files }),
    ).rejects.toThrow('Node b.py: the file is not there')
  })

  test('what is switched off does not leave the folder over a link', async () => {
    const to = { ...scene.to, nodes: join(scene.folder, 'with-link-off') }
    const elsewhere = join(scene.folder, 'elsewhere-off')
    for (const path of [elsewhere, join(to.nodes, 'extra')]) await mkdir(path, { recursive: true })
    await symlink(elsewhere, join(to.nodes, '.disabled'))
    await expect(scene.restore({}, { to })).rejects.toThrow(/^\.disabled in .* is a symbolic link/)
    expect(await readdir(elsewhere)).toEqual([])
    expect((await readdir(to.nodes)).sort()).toEqual(['.disabled', 'extra'])
  })

  test('a file in its place makes way', async () => {
    const to = { ...scene.to, nodes: join(scene.folder, 'with-file') }
    await mkdir(to.nodes)
    await writeFile(join(to.nodes, IMPACT), '')
    const node = pinned(scene.repositories).filter(({ url }) => url.endsWith(IMPACT))
    const { nodes } = await scene.restore({ git: node }, { to })
    expect(nodes.map(({ outcome }) => outcome)).toEqual(['fetched'])
    expect((await lstat(join(to.nodes, IMPACT))).isDirectory()).toBe(true)
  })

  test('a link to a folder elsewhere makes way, and what it leads to stays', async () => {
    const [one] = pinned(scene.repositories)
    const to = { ...scene.to, nodes: join(scene.folder, 'with-link') }
    await mkdir(to.nodes)
    const elsewhere = join(scene.to.nodes, 'ComfyUI-Custom-Scripts')
    await symlink(elsewhere, join(to.nodes, 'ComfyUI-Custom-Scripts'))
    await scene.restore({ git: [one!] }, { to })
    expect((await lstat(join(to.nodes, 'ComfyUI-Custom-Scripts'))).isSymbolicLink()).toBe(false)
    expect((await lstat(join(elsewhere, '__init__.py'))).isFile()).toBe(true)
  })
})
