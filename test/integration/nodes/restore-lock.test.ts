import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeLock } from '../../../actions/nodes/lock/make.ts'
import type { Snapshot } from '../../../actions/nodes/snapshot.ts'
import { type ComfyRegistry, startComfyRegistry } from '../../doubles/comfy-registry/index.ts'
import { zipOf } from '../../doubles/zip.ts'
import { makeScene, nothing, pinned, type Scene } from './restoring.ts'

const ID = 'comfyui-pack'
const archive = (version: string, text = '') =>
  zipOf([
    { name: 'pyproject.toml', content: `[project]\nname = "comfyui-pack"\nversion = "${version}"\n` },
    { name: '__init__.py', content: `NODE_CLASS_MAPPINGS = {}\n${text}` },
  ])

let scene: Scene
let registry: ComfyRegistry
let snapshot: Snapshot
beforeEach(async () => {
  scene = await makeScene([{ owner: 'kijai', name: 'ComfyUI-KJNodes' }])
  registry = await startComfyRegistry()
  registry.publish(ID, '1.0.0', { archive: archive('1.0.0') })
  registry.publish(ID, '2.0.0', { archive: archive('2.0.0') })
  snapshot = { ...nothing, git: pinned(scene.repositories), registry: [{ id: ID, version: '1.0.0' }] }
})
afterEach(async () => {
  await registry.close()
  await scene.remove()
})

const restored = (given: Snapshot, job = {}) => scene.restore(given, { registry: registry.url, ...job })
const outcomes = async (given: Snapshot, job = {}) =>
  (await restored(given, job)).nodes.map(({ name, outcome }) => `${name} ${outcome}`)
const lockOf = () =>
  makeLock(
    {
      ...{ snapshot, of: scene.to, installScripts: 'never', requirements: [] },
      ...{ registry: registry.url, allowHosts: [] },
    },
    scene.services,
  )

describe('a node of the registry', () => {
  test('comes in its version, once, and is switched on, or moved to another version', async () => {
    expect(await outcomes(snapshot)).toEqual(['ComfyUI-KJNodes fetched', `${ID} fetched`])
    expect(scene.said).toContainEqual(expect.stringMatching(/^Fetched comfyui-pack in version 1\.0\.0 in /))
    expect(await outcomes(snapshot)).toEqual(['ComfyUI-KJNodes unchanged', `${ID} unchanged`])
    await rename(join(scene.to.nodes, ID), join(scene.to.nodes, `${ID}.disabled`))
    expect(await outcomes(snapshot)).toEqual(['ComfyUI-KJNodes unchanged', `${ID} enabled`])
    const next = { ...snapshot, registry: [{ id: ID, version: '2.0.0' }] }
    expect(await outcomes(next)).toEqual(['ComfyUI-KJNodes unchanged', `${ID} fetched`])
    expect(await readFile(join(scene.to.nodes, ID, 'pyproject.toml'), 'utf8')).toContain('2.0.0')
  })

  test('that is not there is named once, and nothing is put in place', async () => {
    const failed = restored({ ...snapshot, registry: [{ id: ID, version: '9.9.9' }] })
    await expect(failed).rejects.toThrow(/^Node comfyui-pack: (?!Node)/)
    expect(await readdir(scene.to.nodes)).toEqual([])
  })
})

describe('with a lock', () => {
  test('what it says is there is left alone, also without a repository', async () => {
    await restored(snapshot)
    const lock = await lockOf()
    const place = join(scene.to.nodes, 'ComfyUI-KJNodes')
    await rm(join(place, '.git'), { recursive: true })
    const { ino } = await stat(place)
    expect(await outcomes(snapshot, { lock })).toEqual(['ComfyUI-KJNodes unchanged', `${ID} unchanged`])
    expect((await stat(place)).ino).toBe(ino)
  })

  test('an archive that was replaced is refused', async () => {
    await restored(snapshot)
    const lock = await lockOf()
    await rm(scene.to.nodes, { recursive: true })
    registry.publish(ID, '1.0.0', { archive: archive('1.0.0', 'evil = 1\n') })
    await expect(restored(snapshot, { lock })).rejects.toThrow(/Node comfyui-pack: .*checksum/)
    expect(await readdir(scene.to.nodes)).toEqual([])
  })

  test('one of another snapshot is refused before anything is fetched, for every node', async () => {
    await restored(snapshot)
    const lock = await lockOf()
    await rm(scene.to.nodes, { recursive: true })
    const other = {
      ...snapshot,
      git: pinned(scene.repositories, 0),
      registry: [{ id: ID, version: '2.0.0' }],
    }
    const failed = restored(other, { lock })
    await expect(failed).rejects.toThrow(/Node ComfyUI-KJNodes: the lock says [0-9a-f]{40}, unlike/)
    await expect(failed).rejects.toThrow(/Node comfyui-pack: the lock says 1\.0\.0, unlike/)
    await expect(stat(scene.to.nodes)).rejects.toThrow('ENOENT')
  })
})

describe('a node that is a single file', () => {
  test('is the one that the lock was made with', async () => {
    const files = join(scene.folder, 'files')
    await mkdir(files)
    await writeFile(join(files, 'a.py'), 'a = 1\n')
    snapshot = { ...snapshot, files: [{ filename: 'a.py', disabled: false }] }
    await restored(snapshot, { files })
    const lock = await lockOf()
    expect(await outcomes(snapshot, { files, lock })).toContain('a.py unchanged')
    await writeFile(join(files, 'a.py'), 'a = 2\n')
    await expect(restored(snapshot, { files, lock })).rejects.toThrow(/^Node a\.py: it is another file/)
  })
})
