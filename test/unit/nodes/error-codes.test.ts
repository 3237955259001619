import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import { UserErrors } from '../../../actions/base/errors.ts'
import { unpack } from '../../../actions/nodes/archives/unpack.ts'
import { runComfyCli } from '../../../actions/nodes/comfy-cli/run.ts'
import { canonicalText, digestOf } from '../../../actions/nodes/file/canonical.ts'
import { readSnapshot } from '../../../actions/nodes/file/read.ts'
import type { Installation } from '../../../actions/nodes/installation.ts'
import { readLock } from '../../../actions/nodes/lock/read.ts'
import type { NodeServices } from '../../../actions/nodes/services.ts'
import { archiveFile, fromArchive } from '../../../actions/nodes/update/archive.ts'
import { readPolicies } from '../../../actions/nodes/update/policy.ts'
import { strayNames, subjectsOf } from '../../../actions/nodes/update/subject.ts'
import { type Rules, validate } from '../../../actions/nodes/validate/validate.ts'
import { zipOf } from '../../doubles/zip.ts'
import { type Reproduction, reproduce } from '../../error-codes.ts'
import { COMMIT, EMPTY } from './snapshots.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'node-codes-'))
})
afterAll(() => rm(folder, { recursive: true }))

const ANY: Rules = { allowBranches: false, allowHosts: [], allowOwners: [], expectedNodes: 0 }
const judged =
  (document: object, rules: Partial<Rules> = {}) =>
  () => {
    const text = JSON.stringify({ comfyui: COMMIT, ...document })
    const { errors } = validate(readSnapshot(text, 'snapshot.json'), { ...ANY, ...rules })
    throw new UserErrors(errors)
  }
const address = (url: string, rules?: Partial<Rules>) =>
  judged({ git_custom_nodes: { [url]: { hash: COMMIT } } }, rules)
const commit = (hash: string) => judged({ git_custom_nodes: { 'https://github.com/o/r': { hash } } })
const file = (filename: string) => judged({ file_custom_nodes: [filename] })
const node = (id: string, version: string) => judged({ cnr_custom_nodes: { [id]: version } })
const pip = (requirement: string, url = '') => judged({ pips: { [requirement]: url } })

const form: Reproduction[] = [
  ['IMG8201', 'an unknown key', () => readSnapshot('{"comfyu": "a"}', 'a.json')],
  ['IMG8201', 'a list for a mapping', () => readSnapshot('{"pips": ["six"]}', 'a.json')],
  ['IMG8201', 'a list for a text', () => readSnapshot('{"comfyui": ["a"]}', 'a.json')],
  ['IMG8201', 'no commit', () => readSnapshot('{"git_custom_nodes": {"u": {}}}', 'a.json')],
  ['IMG8201', 'nothing at all', () => readSnapshot('{}', 'a.json')],
  ['IMG8202', 'a lock of the future', () => readLock(lockText({ schema: 2 }), 'a.lock.json')],
  ['IMG8202', 'a key that no lock has', () => readLock(lockText({ nodes: {} }), 'a.lock.json')],
]
const lockText = (more: object) =>
  JSON.stringify({
    schema: 1,
    snapshot: `sha256:${'a'.repeat(64)}`,
    git: {},
    registry: {},
    packages: {},
    ...more,
  })

const content: Reproduction[] = [
  ['IMG8211', 'a short commit', commit('0123456789')],
  ['IMG8211', 'no commit', commit('unknown')],
  ['IMG8211', 'what is not even a branch', commit('a b')],
  ['IMG8212', 'a branch', commit('main')],
  ['IMG8221', 'plain http', address('http://github.com/o/r')],
  ['IMG8221', 'a word', address('r')],
  ['IMG8221', 'a folder of a repository', address('https://github.com/o/r/tree/main')],
  ['IMG8222', 'an option in place of an address', address('--upload-pack=x')],
  ['IMG8222', 'a transport that starts programs', address('ext::sh -c id')],
  ['IMG8222', 'an option in place of a package', pip('-r x')],
  ['IMG8223', 'a password in an address', address('https://me:secret@github.com/o/r')],
  ['IMG8224', 'another host', address('https://gitlab.com/o/r', { allowHosts: ['github.com'] })],
  ['IMG8224', 'another owner', address('https://github.com/o/r', { allowOwners: ['kijai'] })],
  ['IMG8231', 'a file that is hidden', file('.a.py')],
  ['IMG8231', 'a file that is no Python', file('a.txt')],
  ['IMG8232', 'an id that is none', node('a b', '1.0.0')],
  ['IMG8232', 'a version that is none', node('a', 'nightly')],
  ['IMG8233', 'a package that is none', pip('six seven')],
  ['IMG8233', 'a package from a plain address', pip('six', 'http://example.org/six.whl')],
  ['IMG8233', 'versions and an address', pip('six==1', 'https://example.org/six.whl')],
  [
    'IMG8241',
    'a node in two spellings',
    judged({ git_custom_nodes: { 'https://github.com/o/r': COMMIT, 'https://github.com/o/R.git': COMMIT } }),
  ],
  [
    'IMG8241',
    'two nodes of one name',
    judged({ git_custom_nodes: { 'https://github.com/o/r': COMMIT, 'https://github.com/p/r': COMMIT } }),
  ],
  ['IMG8241', 'a package twice', judged({ pips: { 'six==1': '', 'Six==2': '' } })],
  ['IMG8251', 'fewer nodes than expected', judged({}, { expectedNodes: 1 })],
]

const KEPT = archiveFile(digestOf(EMPTY))
const kept = (files: Record<string, string>, wanted: string) => async () => {
  const own = await mkdtemp(join(folder, 'archive-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(own, name), text)
  await fromArchive(own, wanted)
}
const indexed = JSON.stringify({ schema: 1, snapshots: [{ digest: digestOf(EMPTY), added: '' }] })
const stray = (include: string[]) => () => {
  throw new UserErrors(strayNames(subjectsOf(EMPTY), readPolicies([]), { include, exclude: [] }))
}

const updates: Reproduction[] = [
  ['IMG8004', 'a policy that is none', () => readPolicies(['newest'])],
  ['IMG8004', 'two policies for all', () => readPolicies(['tag', 'release'])],
  ['IMG8005', 'a node that is not in the snapshot', stray(['kijai/*'])],
  ['IMG8106', 'a folder that keeps nothing', kept({}, KEPT)],
  ['IMG8106', 'another one than are kept', kept({ [KEPT]: canonicalText(EMPTY) }, 'sha256-0000000')],
  ['IMG8107', 'an index without its file', kept({ 'index.json': indexed }, KEPT)],
  [
    'IMG8107',
    'a file that was changed',
    kept({ 'index.json': indexed, [KEPT]: canonicalText({ ...EMPTY, comfyui: null }) }, KEPT),
  ],
  ['IMG8107', 'an index that is none', kept({ 'index.json': '{}' }, KEPT)],
]

const unpacked = (bytes: Uint8Array) => async () => {
  const own = await mkdtemp(join(folder, 'zip-'))
  await writeFile(join(own, 'node.zip'), bytes)
  await unpack(join(own, 'node.zip'), join(own, 'into'), { count: 1, expanded: 2 ** 20 })
}

const archives: Reproduction[] = [
  ['IMG8506', 'a page in place of an archive', unpacked(Buffer.from('<html>'))],
  ['IMG8506', 'an empty archive', unpacked(zipOf([]))],
  ['IMG8506', 'a way out of the folder', unpacked(zipOf([{ name: 'a/../../b' }]))],
  ['IMG8506', 'more files than anybody has', unpacked(zipOf([{ name: 'a' }, { name: 'b' }]))],
]

const nowhere = { nodes: '/nowhere/custom_nodes', core: undefined, python: '/nowhere/bin/python' }
const comfyCli = (to: Partial<Installation>) => () =>
  runComfyCli({ snapshot: EMPTY, to: { ...nowhere, ...to } }, { environment: {} } as NodeServices)

const official: Reproduction[] = [
  ['IMG8731', 'no ComfyUI for comfy-cli', comfyCli({})],
  ['IMG8731', 'a folder that is no ComfyUI', comfyCli({ core: '/nowhere' })],
]

reproduce([...form, ...content, ...updates, ...archives, ...official])
