import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { digestOf } from '../../../actions/base/digest.ts'
import { digestOf as digestOfSnapshot } from '../../../actions/nodes/file/canonical.ts'
import { makeLock } from '../../../actions/nodes/lock/make.ts'
import { readLock } from '../../../actions/nodes/lock/read.ts'
import { lockText } from '../../../actions/nodes/lock/write.ts'
import { verifyInstallation } from '../../../actions/nodes/prove/verify.ts'
import type { NodeServices } from '../../../actions/nodes/services.ts'
import type { Snapshot } from '../../../actions/nodes/snapshot.ts'
import { type ComfyRegistry, startComfyRegistry } from '../../doubles/comfy-registry/index.ts'
import { type PythonIndex, startPythonIndex } from '../../doubles/python-index/index.ts'
import { wheelOf } from '../../doubles/python-index/wheel.ts'
import { zipOf } from '../../doubles/zip.ts'
import { checkout } from '../../e2e/harness/programs.ts'
import { makeScene, nothing, pinned, type Scene } from './restoring.ts'

const ID = 'comfyui-pack'
const OUTER = 'https://github.com/ann/Outer'
const INNER = 'https://github.com/ann/Inner'
const REQUIREMENTS = 'uses-six\n'
const ARCHIVE = zipOf([
  { name: 'pyproject.toml', content: `[project]\nname = "${ID}"\nversion = "1.0.0"\n` },
  { name: '__init__.py', content: 'NODE_CLASS_MAPPINGS = {}\n' },
  { name: 'requirements.txt', content: REQUIREMENTS },
])

let scene: Scene
let registry: ComfyRegistry
let index: PythonIndex
let services: NodeServices
let snapshot: Snapshot
let extra: string

beforeAll(async () => {
  const submodules = [{ path: 'inner', owner: 'ann', name: 'Inner' }]
  scene = await makeScene([
    { owner: 'ann', name: 'Outer', submodules, requirements: ['six'] },
    { owner: 'bob', name: 'Off' },
  ])
  registry = await startComfyRegistry()
  registry.publish(ID, '1.0.0', { archive: ARCHIVE })
  index = await startPythonIndex()
  index.add(
    { name: 'six', version: '1.16.0' },
    { name: 'uses-six', version: '1.0', requires: ['six>=1.15'] },
    { name: 'more', version: '1.0' },
  )
  services = inWorldOf(index)
  extra = join(scene.folder, 'extra-requirements.txt')
  await writeFile(extra, 'more\n')
  const [outer, off] = pinned(scene.repositories)
  const git = [outer!, { ...off!, disabled: true }]
  snapshot = { ...nothing, git, registry: [{ id: ID, version: '1.0.0' }] }
}, 60_000)
afterAll(async () => {
  await registry.close()
  await index.close()
  await scene.remove()
})

function inWorldOf({ environment }: PythonIndex): NodeServices {
  const path = [join(checkout, '.cache/bin'), process.env.PATH].join(delimiter)
  const own = { ...environment, PATH: path }
  return {
    ...scene.services,
    environment: { ...scene.services.environment, ...own },
    run: (command, args, options = {}) =>
      scene.services.run(command, args, { ...options, env: { ...own, ...options.env } }),
  }
}

/** Empty folders, and a Python without any package. */
async function makePlace(name: string) {
  const folder = join(scene.folder, name)
  await mkdir(folder)
  await services.run('python3', ['-m', 'venv', '--without-pip', join(folder, 'venv')])
  return { nodes: join(folder, 'custom_nodes'), core: undefined, python: join(folder, 'venv/bin/python') }
}
type Place = Awaited<ReturnType<typeof makePlace>>

const restore = (to: Place, job = {}) =>
  scene.with(services).restore(snapshot, { ...{ to, registry: registry.url, requirements: [extra] }, ...job })
const lockOf = (of: Place) =>
  makeLock(
    {
      ...{ snapshot, of, installScripts: 'never', requirements: [extra] },
      ...{ registry: registry.url, allowHosts: [] },
    },
    services,
  )
const freeze = async ({ python }: Place) =>
  (await services.run('uv', ['pip', 'freeze', '--python', python])).stdout
/** Each path with its mode, its time and its content; without what git keeps for itself. */
const treeOf = async ({ nodes }: Place) => {
  const found = `find . -name .git -prune -o -mindepth 2 -printf '%p %y %m %T@ %l ' -type f -exec sha256sum {} \\; -o -printf '\\n' | sort`
  return (await services.run('sh', ['-c', found], { cwd: nodes })).stdout
}

test('a lock says all that the pins leave open, and restores the same again when the world has moved on', async () => {
  const first = await makePlace('first')
  await restore(first)
  const lock = await lockOf(first)
  const headOf = (name: string) => scene.repositories.get(name).commits.at(-1)
  expect(lock).toMatchObject({
    snapshot: digestOfSnapshot(snapshot),
    git: { [OUTER]: { submodules: { inner: { url: INNER, commit: headOf('ann/Inner') } } } },
    registry: {
      [ID]: {
        version: '1.0.0',
        address: `${registry.url}/archives/${ID}/1.0.0.zip`,
        archive: digestOf(ARCHIVE),
        files: expect.stringMatching(/^sha256:/),
        requirements: { 'requirements.txt': digestOf(REQUIREMENTS) },
      },
    },
    extra: [digestOf('more\n')],
  })
  expect(Object.keys(lock.git).sort()).toEqual(snapshot.git.map(({ url }) => url).sort())
  expect(Object.keys(lock.packages).sort()).toEqual(['more', 'six', 'uses-six'])
  expect(lock.packages.six?.hashes).toEqual([`sha256:${wheelOf({ name: 'six', version: '1.16.0' }).sha256}`])

  const text = lockText(lock)
  expect(readLock(text, 'a.lock.json')).toEqual(lock)

  index.add({ name: 'six', version: '1.17.0' }, { name: 'more', version: '2.0' })
  registry.requests.length = 0
  const second = await makePlace('second')
  await restore(second, { lock: readLock(text, 'a.lock.json') })
  expect(registry.requests.map(({ path }) => path)).toEqual([`/archives/${ID}/1.0.0.zip`])
  expect(await treeOf(second)).toBe(await treeOf(first))
  expect((await treeOf(second)).split('\n').length).toBeGreaterThan(20)
  expect(await freeze(second)).toBe('more==1.0\nsix==1.16.0\nuses-six==1.0')
  const { mismatches } = await verifyInstallation(
    { snapshot, lock, of: second, installScripts: 'never' },
    services,
  )
  expect(mismatches).toEqual([])
  expect(lockText(await lockOf(second))).toBe(text)
}, 60_000)

test('a lock of other extra requirements is refused before anything is fetched, and so is a file that is not there', async () => {
  const place = await makePlace('fourth')
  const archive = `sha256:${'a'.repeat(64)}`
  const lock = {
    git: Object.fromEntries(snapshot.git.map(({ url, commit }) => [url, { commit }])),
    registry: { [ID]: { version: '1.0.0', address: registry.url, archive } },
    packages: { six: { version: '1.16.0', hashes: [] } },
  }
  const gone = join(scene.folder, 'gone.txt')
  const refusals: [object, RegExp][] = [
    [
      { lock: { ...lock, extra: [digestOf('more==1.0\n')] } },
      /extra-requirements\.txt is not one that the lock/,
    ],
    [{ requirements: [gone] }, /The requirements file .*gone\.txt is not there/],
  ]
  for (const [job, message] of refusals) await expect(restore(place, job)).rejects.toThrow(message)
  await expect(readdir(place.nodes)).rejects.toThrow('ENOENT')
})

test('no lock is made of a registry node whose archive is another by now', async () => {
  const place = await makePlace('third')
  await restore(place)
  const other = zipOf([{ name: 'pyproject.toml', content: `[project]\nname = "${ID}"\nversion = "1.0.0"\n` }])
  registry.publish(ID, '1.0.0', { archive: other })
  await expect(lockOf(place)).rejects.toThrow(/comfyui-pack: files: expected/)
  registry.publish(ID, '1.0.0', { archive: ARCHIVE })
  await rm(join(place.nodes, ID, '__init__.py'))
  await expect(lockOf(place)).rejects.toThrow(/comfyui-pack: files: expected all of its list/)
}, 60_000)

test('without a lock the same base, snapshot and extra requirements still give the same', async () => {
  const places = [await makePlace('one'), await makePlace('two')]
  for (const [at, place] of places.entries()) await restore(place, { jobs: at === 0 ? 8 : 1 })
  const [one = '', two] = await Promise.all(places.map(treeOf))
  expect(two).toBe(one)
  const [frozen = '', again] = await Promise.all(places.map(freeze))
  expect(again).toBe(frozen)
  expect(frozen.match(/^(more|six|uses-six)==/gm)).toHaveLength(3)
}, 60_000)
