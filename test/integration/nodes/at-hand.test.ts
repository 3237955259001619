import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { commitsAtHand } from '../../../actions/nodes/diff/at-hand.ts'
import { diffSnapshots } from '../../../actions/nodes/diff/diff.ts'
import { openGit } from '../../../actions/nodes/git/git.ts'
import { COMFYUI } from '../../../actions/nodes/names.ts'
import type { Snapshot } from '../../../actions/nodes/snapshot.ts'
import { historyFolder } from '../../../actions/nodes/update/history.ts'
import { git } from '../../doubles/git/process.ts'
import { openScene, type Scene } from './update-scene.ts'

const PLAIN = 'https://github.com/kijai/Plain'
let scene: Scene
beforeAll(async () => {
  scene = await openScene([
    { owner: 'kijai', name: 'Plain' },
    { owner: 'comfyanonymous', name: 'ComfyUI' },
  ])
})
afterAll(() => scene.close())

const commitsOf = (name: string) => scene.repositories.get(name).commits
const at = (comfyui: string, commit: string): Snapshot => ({
  ...{ comfyui, registry: [], files: [], packages: [] },
  git: [{ url: PLAIN, commit, disabled: false }],
})

/** Between the first and the last state of both. */
async function found(stores: Record<string, string[]>) {
  const [core, plain] = [commitsOf('comfyanonymous/ComfyUI'), commitsOf('kijai/Plain')]
  const diff = diffSnapshots(at(core[0]!, plain[0]!), at(core.at(-1)!, plain.at(-1)!))
  const all = await commitsAtHand(diff, async (url) => stores[url] ?? [], openGit(scene.services))
  return Object.fromEntries([...all].map(([url, commits]) => [url, commits.map(({ hash }) => hash)]))
}

const newestFirst = (name: string) => commitsOf(name).slice(1).toReversed()

test('a clone tells them, and the first store that knows both', async () => {
  const [plain, core] = ['kijai/Plain', 'comfyanonymous/ComfyUI'].map((name) =>
    join(scene.repositories.get(name).path, 'objects'),
  )
  expect(await found({ [PLAIN]: ['/nowhere', core!, plain!], [COMFYUI]: [core!] })).toEqual({
    [PLAIN]: newestFirst('kijai/Plain'),
    [COMFYUI]: newestFirst('comfyanonymous/ComfyUI'),
  })
})

test('so does what an update kept, without asking anybody for what it has not', async () => {
  const cache = join(scene.services.temp, 'cache')
  await git(scene.repositories.get('kijai/Plain').path, ['config', 'uploadpack.allowFilter', 'true'])
  await scene.update([scene.node('kijai/Plain', 4)], { cache })
  expect(await found({ [PLAIN]: [join(historyFolder(cache, PLAIN), 'objects')] })).toEqual({
    [PLAIN]: newestFirst('kijai/Plain'),
  })
})

test('two commits without what lies between tell nothing', async () => {
  const shallow = join(scene.services.temp, 'shallow')
  const { path, commits } = scene.repositories.get('kijai/Plain')
  await git(scene.services.temp, ['init', '--quiet', '--bare', shallow])
  const ends = [commits[0] ?? '', commits.at(-1) ?? '']
  await git(shallow, ['fetch', '--quiet', '--depth=1', `file://${path}`, ...ends])
  expect(await git(shallow, ['cat-file', '-t', commits[0] ?? ''])).toBe('commit')
  expect(await found({ [PLAIN]: [join(shallow, 'objects')] })).toEqual({})
})

test('a table of who follows whom, which may lie beside the commits, is not believed', async () => {
  const { path, commits } = scene.repositories.get('kijai/Plain')
  const forged = join(scene.services.temp, 'forged')
  await git(scene.services.temp, ['clone', '--quiet', '--bare', path, forged])
  await git(forged, ['commit-graph', 'write', '--reachable'])
  const file = join(forged, 'objects/info/commit-graph')
  const graph = await readFile(file)
  followDirectly(graph, commits.at(-2) ?? '', commits[0] ?? '')
  await chmod(file, 0o644)
  await writeFile(file, graph)
  const range = [`${commits[0]}..${commits.at(-1)}`]
  expect(await git(forged, ['rev-list', ...range])).toBe(commits.slice(-2).toReversed().join('\n'))
  expect(await found({ [PLAIN]: [join(forged, 'objects')] })).toEqual({ [PLAIN]: newestFirst('kijai/Plain') })
})

/** As if nothing lay between the two. */
function followDirectly(graph: Buffer, commit: string, parent: string): void {
  const chunk = (name: string) => Number(graph.readBigUInt64BE(graph.indexOf(name) + 4))
  const [names, data] = [chunk('OIDL'), chunk('CDAT')]
  const rowOf = (hash: string) => (graph.indexOf(Buffer.from(hash, 'hex'), names) - names) / 20
  graph.writeUInt32BE(rowOf(parent), data + rowOf(commit) * 36 + 20)
}
